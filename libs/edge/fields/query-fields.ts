import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isIsoDate } from '#domain';
import { field, grouped, type Check, type FieldOptions, type Schema } from './field-rule.js';
import { isUuid } from './fields.js';
import { textCheck, textSchema, type TextLimits } from './text-rule.js';

/** What is in a query may be left out unless it is required, and nothing in it is `null`. */
export interface QueryOptions extends Pick<FieldOptions, 'description' | 'example'> {
  readonly required?: boolean;
}

const ONCE = 'Give this once only';

/** A query is all text, and a name given twice is a list: each field reads its own text, once. */
function queryField(
  schema: Schema,
  read: (text: string) => unknown,
  check: Check,
  { required = false, ...options }: QueryOptions,
): PropertyDecorator {
  return applyDecorators(
    field(schema, (value) => (Array.isArray(value) ? ONCE : check(value)), {
      ...options,
      optional: !required,
    }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? read(value) : value)),
  );
}

function asIs(text: string): string {
  return text;
}

/** A whole number. */
export function QueryNumber(
  options: { readonly min: number; readonly max: number; readonly default?: number } & QueryOptions,
): PropertyDecorator {
  const { min, max } = options;
  return queryField(
    {
      type: 'integer',
      minimum: min,
      maximum: max,
      ...(options.default === undefined ? {} : { default: options.default }),
    },
    (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text),
    (value) =>
      typeof value === 'number' && value >= min && value <= max
        ? null
        : `Give a whole number from ${grouped(min)} to ${grouped(max)}`,
    options,
  );
}

/** Text, on one line. */
export function QueryText(options: TextLimits & QueryOptions): PropertyDecorator {
  return queryField(textSchema(options), asIs, textCheck(options), options);
}

/** One of a few values. */
export function QueryChoice(values: readonly string[], options: QueryOptions = {}): PropertyDecorator {
  return queryField(
    { type: 'string', enum: [...values] },
    asIs,
    (value) =>
      typeof value === 'string' && values.includes(value)
        ? null
        : `Choose one of ${values.map((one) => `“${one}”`).join(', ')}`,
    options,
  );
}

/** `true` or `false`. */
export function QueryFlag(options: QueryOptions = {}): PropertyDecorator {
  return queryField(
    { type: 'boolean' },
    (text) => (text === 'true' ? true : text === 'false' ? false : text),
    (value) => (typeof value === 'boolean' ? null : 'Give true or false'),
    options,
  );
}

/** A date that exists, `YYYY-MM-DD`. */
export function QueryDate(options: QueryOptions = {}): PropertyDecorator {
  return queryField(
    { type: 'string', format: 'date' },
    asIs,
    (value) =>
      typeof value === 'string' && isIsoDate(value)
        ? null
        : 'Give a date that exists, from 1900 to 2200, written YYYY-MM-DD, like 2026-04-01',
    options,
  );
}

/** An id, handed on in lower case. */
export function QueryUuid(options: QueryOptions = {}): PropertyDecorator {
  return queryField(
    { type: 'string', format: 'uuid' },
    (text) => text.toLowerCase(),
    (value) => (typeof value === 'string' && isUuid(value) ? null : 'Give an id, a UUID'),
    options,
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/;

/** An instant, UTC. */
export function QueryInstant(options: QueryOptions = {}): PropertyDecorator {
  return queryField(
    { type: 'string', format: 'date-time' },
    asIs,
    (value) =>
      typeof value === 'string' && INSTANT.test(value) && isIsoDate(value.slice(0, 10))
        ? null
        : 'Give an instant in UTC, from 1900 to 2200, like 2026-11-24T10:00:00Z',
    options,
  );
}

/**
 * Words separated by commas, each once, handed on as a list.
 *
 * @param isWord whether one of them is a word that is known here
 * @param ask what to give instead, as a sentence without a full stop
 */
export function QueryWords(
  isWord: (word: string) => boolean,
  ask: string,
  options: QueryOptions,
): PropertyDecorator {
  return applyDecorators(
    field(
      { type: 'string', pattern: '^[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*$' },
      (value) =>
        Array.isArray(value) && value.length > 0 && value.every((word) => isWord(String(word))) ? null : ask,
      { ...options, optional: true },
    ),
    // A name given twice makes a list before we do: it is refused as any other wrong value.
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(','))] : value === undefined ? value : null,
    ),
  );
}
