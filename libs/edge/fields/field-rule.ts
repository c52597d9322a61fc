import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { registerDecorator, ValidateIf, type ValidationArguments } from 'class-validator';
import { DETAIL_NAMES, EVIDENCE_NAMES, inSentenceCase } from '#domain';

/** Name our rules go by among class-validator's constraints. */
export const FIELD_CONSTRAINT = 'field';

/** What every kind of field may say of itself. */
export interface FieldOptions {
  /** For the description of the API. */
  readonly description?: string;
  readonly example?: unknown;
  /** `null` is an answer too: not known yet. */
  readonly nullable?: boolean;
  /** The field may be left out. */
  readonly optional?: boolean;
}

/** What is wrong with a value, as a sentence that says what to do (no full stop), or `null` when nothing is. */
export type Check = (value: unknown) => string | null;

/** The JSON schema of a field. */
export type Schema = Pick<
  ApiPropertyOptions,
  | 'type'
  | 'format'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems'
  | 'enum'
  | 'items'
  | 'isArray'
  | 'default'
>;

/** Stands in a sentence of a check for the name of the field it is about, or of the item of a list. */
export const OF_FIELD = 'This';

/** `notApplicableReason` as people read it, to begin a sentence with. */
function nameInWords(property: string): string {
  const words = property.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return FIELD_NAMES[property] ?? inSentenceCase(words);
}

/** What people read for fields whose own names do not say it. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...EVIDENCE_NAMES,
  ...DETAIL_NAMES,
  narrative: 'Your evidence',
  body: 'The comment',
  text: 'The text',
};

/** A sentence that begins with the field it is about. */
function named(sentence: string, name: string): string {
  return sentence.startsWith(`${OF_FIELD} must`) ? name + sentence.slice(OF_FIELD.length) : sentence;
}

/** Applies a check through class-validator. */
export function Checked(check: Check, options: FieldOptions): PropertyDecorator {
  const { nullable = false, optional = false } = options;
  return applyDecorators(
    ValidateIf((_object, value) => !((nullable && value === null) || (optional && value === undefined))),
    (target: object, property: string | symbol) => {
      registerDecorator({
        name: FIELD_CONSTRAINT,
        target: target.constructor,
        propertyName: String(property),
        validator: {
          validate: (value: unknown) => check(value) === null,
          defaultMessage: (args?: ValidationArguments) => {
            const sentence = named(check(args?.value) ?? 'Correct this', nameInWords(args?.property ?? ''));
            return nullable ? `${sentence}, or null to leave it unanswered` : sentence;
          },
        },
      });
    },
  );
}

/** Describes a field in the API's schema. */
export function Described(schema: Schema, options: FieldOptions): PropertyDecorator {
  const { description, example, nullable = false, optional = false } = options;
  const property = {
    ...schema,
    required: !optional,
    ...(nullable ? { nullable: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  };
  return ApiProperty(property as ApiPropertyOptions);
}

/** One composite decorator: what is checked and what is described cannot drift apart. */
export function field(schema: Schema, check: Check, options: FieldOptions): PropertyDecorator {
  const whole: Check = (value) => check(value) ?? (isBroken(value) ? BROKEN : null);
  return applyDecorators(Described(schema, options), Checked(whole, options));
}

const BROKEN = 'Remove the NUL characters and the halves of characters: they are no text';

/** NULs and halves of surrogate pairs are text to JSON and to addresses, and none to PostgreSQL. */
function isBroken(value: unknown): boolean {
  return typeof value === 'string' && /\0|\p{Surrogate}/u.test(value);
}

/** Writes a whole number with thousands commas. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
