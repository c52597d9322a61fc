/** Why something was refused, so that each edge can answer in its own way. */
export const REFUSAL_KINDS = ['not-permitted', 'wrong-state', 'not-ready', 'bad-input'] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** One thing that is in the way, as a sentence that says what to do. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
  /** JSON pointer to the part of the request or of the case's content that is at fault, where there is one. */
  readonly pointer?: string;
}
