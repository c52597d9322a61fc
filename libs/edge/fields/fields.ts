import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { isEmail, ValidateNested } from 'class-validator';
import { isFinancialYear, isIsoDate, isLink, isPence, isUnprintable, LONGEST_LINK, MAX_PENCE } from '#domain';
import { Checked, field, grouped, OF_FIELD, type Check, type FieldOptions } from './field-rule.js';
import { textCheck, textSchema, type TextLimits } from './text-rule.js';

export type { FieldOptions } from './field-rule.js';
export type { TextLimits } from './text-rule.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const LONGEST_EMAIL = 254;

/** A check of text: whatever is not a string fails it. */
function of(test: (text: string) => boolean, sentence: string): Check {
  return (value) => (typeof value === 'string' && test(value) ? null : sentence);
}

/** Text for people, kept exactly as sent. Control characters and broken Unicode are refused. */
export function Text(options: TextLimits & FieldOptions): PropertyDecorator {
  return field(textSchema(options), textCheck(options), options);
}

/** An amount of money in whole pence. */
export function PenceField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'integer', format: 'int64', minimum: 0, maximum: MAX_PENCE },
    (value) =>
      isPence(value) ? null : `Enter the amount in whole pence, between 0 and ${grouped(MAX_PENCE)}`,
    options,
  );
}

/** A date that exists, without a time. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    of(isIsoDate, 'Enter a date that exists, from 1900 to 2200, written YYYY-MM-DD, like 2026-04-01'),
    options,
  );
}

/** A financial year, 1 April to 31 March. */
export function FinancialYearField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
    of(isFinancialYear, 'Enter a financial year, written like 2026-27'),
    options,
  );
}

function listed(values: readonly (string | number)[]): string {
  return values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))).join(', ');
}

function enumSchema(values: readonly (string | number)[]) {
  const type = values.every((value) => typeof value === 'number') ? 'integer' : 'string';
  return { type, enum: [...values] } as const;
}

/** One of a few values. */
export function Choice(values: readonly (string | number)[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    enumSchema(values),
    (value) => (values.includes(value as string | number) ? null : `Choose one of ${listed(values)}`),
    options,
  );
}

/** Yes or no. */
export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'boolean' },
    (value) => (typeof value === 'boolean' ? null : 'Answer true or false'),
    options,
  );
}

/** A whole number within limits. */
export function WholeNumber(
  options: { readonly min: number; readonly max: number } & FieldOptions,
): PropertyDecorator {
  const { min, max } = options;
  return field(
    { type: 'integer', minimum: min, maximum: max },
    (value) =>
      Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
        ? null
        : `Enter a whole number from ${grouped(min)} to ${grouped(max)}`,
    options,
  );
}

/** An email address. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'string', format: 'email', maxLength: LONGEST_EMAIL },
    of(
      // What cannot be kept first: half of a surrogate pair makes the check of the address itself fail.
      (text) => text.length <= LONGEST_EMAIL && !isUnprintable(text, false) && isEmail(text),
      'Enter an email address, like name@department.gov.uk',
    ),
    options,
  );
}

/** The address of a page, http or https only, so that no link can run a script. */
export function LinkField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { type: 'string', format: 'uri', maxLength: LONGEST_LINK, pattern: '^[hH][tT][tT][pP][sS]?://' },
    of(isLink, 'Enter a link that begins with https:// or http://, without a user name or password'),
    options,
  );
}

/** Whether a text is a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The id of something here. Taken in either case, handed on in lower case. */
export function UuidField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    field({ type: 'string', format: 'uuid' }, of(isUuid, 'Enter an id, a UUID'), options),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );
}

/** Limits of a list. */
export interface ListLimits {
  /** 0 unless given. */
  readonly minItems?: number;
  readonly maxItems: number;
}

function listProblem(value: unknown, { minItems = 0, maxItems }: ListLimits): string | null {
  const ask =
    minItems === 0 ? `Give a list of at most ${maxItems}` : `Give a list of ${minItems} to ${maxItems}`;
  return Array.isArray(value) && value.length >= minItems && value.length <= maxItems ? null : ask;
}

function firstItemProblem(items: readonly unknown[], check: Check): string | null {
  for (const [index, item] of items.entries()) {
    const problem = check(item);
    if (problem === null) continue;
    const which = `Item ${index + 1} of the list`;
    return problem.startsWith(`${OF_FIELD} must`)
      ? which + problem.slice(OF_FIELD.length)
      : `${which}: ${problem}`;
  }
  return null;
}

function repetitionProblem(
  items: readonly Readonly<Record<string, unknown>>[],
  uniqueBy: string | undefined,
): string | null {
  if (uniqueBy === undefined) return null;
  const values = items.map((item) => item[uniqueBy]);
  return new Set(values).size === values.length ? null : `Name each ${uniqueBy} only once`;
}

/** A list of short texts. */
export function TextList(options: TextLimits & ListLimits & FieldOptions): PropertyDecorator {
  const check = textCheck(options);
  const { minItems = 0, maxItems } = options;
  return field(
    { type: 'array', items: textSchema(options) as never, minItems, maxItems },
    (value) => listProblem(value, options) ?? firstItemProblem(value as unknown[], check),
    options,
  );
}

/** A list of values out of a few, none of them twice. */
export function ChoiceList(
  values: readonly (string | number)[],
  options: Partial<ListLimits> & FieldOptions = {},
): PropertyDecorator {
  const { minItems = 0, maxItems = values.length } = options;
  return field(
    { type: 'array', items: enumSchema(values) as never, minItems, maxItems, uniqueItems: true },
    (value) => {
      const problem =
        listProblem(value, { minItems, maxItems }) ??
        firstItemProblem(value as unknown[], (item) =>
          values.includes(item as string | number) ? null : `Choose one of ${listed(values)}`,
        );
      if (problem !== null) return problem;
      return new Set(value as unknown[]).size === (value as unknown[]).length ? null : 'Name each only once';
    },
    options,
  );
}

/** What a nested field may say of itself. */
export interface NestedOptions extends FieldOptions {
  /** A list of them rather than one. */
  readonly array?: boolean;
  /** For lists. 0 and 100 unless given. */
  readonly minItems?: number;
  readonly maxItems?: number;
  /** For lists: a field no two items may have the same value in. */
  readonly uniqueBy?: string;
}

const MOST_NESTED_ITEMS = 100;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or a list of objects, of another class, validated by that class's own fields. */
export function Nested(type: () => new () => object, options: NestedOptions = {}): PropertyDecorator {
  const { array = false, minItems = 0, maxItems = MOST_NESTED_ITEMS, uniqueBy } = options;
  const { description, nullable = false, optional = false } = options;
  const named = { type: () => type() };
  const check: Check = array
    ? (value) =>
        listProblem(value, { minItems, maxItems }) ??
        firstItemProblem(value as unknown[], (item) => (isObject(item) ? null : 'Give a JSON object')) ??
        repetitionProblem(value as Readonly<Record<string, unknown>>[], uniqueBy)
    : (value) => (isObject(value) ? null : 'Give a JSON object');
  return applyDecorators(
    ApiProperty({
      // A class given lazily is recognised by the name of the function that gives it, `type`.
      type: named.type,
      required: !optional,
      ...(array ? { isArray: true, minItems, maxItems } : {}),
      ...(nullable ? { nullable: true } : {}),
      ...(description === undefined ? {} : { description }),
    }),
    Checked(check, options),
    Type(type),
    ValidateNested(array ? { each: true } : {}),
  );
}
