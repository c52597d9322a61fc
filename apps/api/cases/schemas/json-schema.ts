/** A JSON schema (2020-12) as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Refers to one of the schemas of this folder by its name. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object with exactly these properties, all of them always there unless named as optional. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties,
    additionalProperties: false,
  };
}

/** An object whose names are not known beforehand. */
export function mapOf(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values };
}

/** A list. */
export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** The same, or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (Array.isArray(values))
    return { ...schema, type: [type, 'null'], enum: [...(values as unknown[]), null] };
  return typeof type === 'string'
    ? { ...schema, type: [type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}

/** One of a few texts. */
export function oneOf(values: readonly string[]): JsonSchema {
  return { type: 'string', enum: [...values] };
}

/** The same with words about it. */
export function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

export const TEXT: JsonSchema = { type: 'string' };
export const YES_OR_NO: JsonSchema = { type: 'boolean' };
export const UUID: JsonSchema = { type: 'string', format: 'uuid' };
export const DATE: JsonSchema = { type: 'string', format: 'date' };
export const INSTANT: JsonSchema = { type: 'string', format: 'date-time', description: 'UTC.' };
export const COUNT: JsonSchema = { type: 'integer', minimum: 1 };
export const COUNT_FROM_ZERO: JsonSchema = { type: 'integer', minimum: 0 };
export const PENCE: JsonSchema = {
  type: 'integer',
  format: 'int64',
  minimum: 0,
  description: 'Pence.',
};
/** Of text that may have been disposed of, and its hash with it. */
export const TEXT_HASH: JsonSchema = {
  type: 'string',
  pattern: '^([0-9a-f]{64}|[0-9a-f]{96})?$',
  description: 'SHA-256, or SHA-384 where it has 96 digits; empty where the text was disposed of.',
};
export const HASH: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256.' };
/** Of an event, by the hash function of its format. */
export const EVENT_HASH: JsonSchema = {
  type: 'string',
  pattern: '^([0-9a-f]{64}|[0-9a-f]{96})$',
  description: 'Hexadecimal.',
};

/** An organisation, as it stands beside what is its own. */
export const ORGANISATION = object({ id: UUID, key: TEXT, name: TEXT });
