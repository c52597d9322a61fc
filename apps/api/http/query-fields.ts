import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isIsoDate } from '#domain';
import { field, grouped, type Check, type FieldOptions, type Schema } from './field-rule.js';
import { isUuid } from './fields.js';
import { textCheck, textSchema, type TextLimits } from './text-rule.js';

/** Everything in a query may be left out, and nothing in it is `null`. */
export type QueryOptions = Pick<FieldOptions, 'description' | 'example'>;

const ONCE = 'Give this once only';

/** A query is all text, and a name given twice is a list: each field reads its own text, once. */
function queryField(
  schema: Schema,
  read: (text: string) => unknown,
  check: Check,
  options: QueryOptions,
): PropertyDecorator {
  return applyDecorators(
    field(schema, (value) => (Array.isArray(value) ? ONCE : check(value)), { ...options, optional: true }),
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
