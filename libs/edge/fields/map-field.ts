import { field, type Check, type FieldOptions } from './field-rule.js';

/** What an id chosen in reference data looks like: small letters, digits and hyphens. */
const KEY = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
const MOST_ENTRIES = 100;

/** Whether a text looks like an id of reference data: `high`, `transactions-per-year`. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && KEY.test(value);
}

/** An id of reference data. */
export function KeyField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'string', pattern: KEY.source, maxLength: 60 },
    (value) => (isKey(value) ? null : 'Give an id in small letters, digits and hyphens, like “high”'),
    options,
  );
}

/** A list of ids of reference data, each once. */
export function KeyList(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      type: 'array',
      items: { type: 'string', pattern: KEY.source },
      maxItems: 20,
      uniqueItems: true,
    },
    (value) =>
      Array.isArray(value) && value.length <= 20 && value.every(isKey) && new Set(value).size === value.length
        ? null
        : 'Give a list of at most 20 ids, each once, like ["low", "medium"]',
    options,
  );
}

/**
 * An object whose names are ids of reference data.
 * @param values the schema of each value, and what is wrong with one
 */
export function MapField(
  values: { readonly schema: object; readonly check: Check },
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    {
      type: 'object',
      additionalProperties: values.schema,
      propertyNames: { pattern: KEY.source },
      maxProperties: MOST_ENTRIES,
    } as never,
    (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Give a JSON object';
      const entries = Object.entries(value as Readonly<Record<string, unknown>>);
      if (entries.length > MOST_ENTRIES) return `Give at most ${String(MOST_ENTRIES)} answers`;
      for (const [name, entry] of entries) {
        if (!isKey(name)) return 'Name each answer by the id of its question';
        const problem = values.check(entry);
        if (problem !== null) return `${name}: ${problem}`;
      }
      return null;
    },
    options,
  );
}
