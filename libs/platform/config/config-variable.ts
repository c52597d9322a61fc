/** One environment variable of the service. */
export interface ConfigVariable {
  /** Name in the environment. */
  readonly name: string;
  /** Property of `Config` it is read into. */
  readonly field: string;
  /** What it is for, in a sentence. */
  readonly description: string;
  /** Used when the variable is not set; `null` when there is none. */
  readonly default: string | null;
  /** `always`, or when it must be set. */
  readonly required: string;
  /** Whether the value is a credential, never to be shown. */
  readonly secret: boolean;
  /** What the text is turned into. */
  readonly kind: 'text' | 'whole number' | 'yes or no';
}

type Rest = Partial<Pick<ConfigVariable, 'default' | 'required' | 'secret' | 'kind'>>;

/** Says what a variable is; text that is not required unless told. */
export function variable<Field extends string>(
  name: string,
  field: Field,
  description: string,
  rest: Rest = {},
) {
  return {
    name,
    field,
    description,
    default: null,
    required: 'no',
    secret: false,
    kind: 'text',
    ...rest,
  } as const;
}
