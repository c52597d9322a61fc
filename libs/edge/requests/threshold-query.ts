import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  CASE_FLAGS,
  MAX_PENCE,
  SPEND_CATEGORIES,
  type CaseFlag,
  type Pence,
  type SpendCategory,
} from '#domain';
import { field } from '../fields/field-rule.js';
import { QueryChoice, QueryNumber, QueryText } from '../fields/query-fields.js';

/** Flags separated by commas. */
export function FlagsField(description: string): PropertyDecorator {
  const isFlag = (value: unknown): value is CaseFlag => CASE_FLAGS.includes(value as CaseFlag);
  return applyDecorators(
    field(
      { type: 'string', pattern: '^[A-Za-z]+(,[A-Za-z]+)*$' },
      (value) =>
        Array.isArray(value) && value.length > 0 && value.every(isFlag)
          ? null
          : `Give flags separated by commas, out of ${CASE_FLAGS.join(', ')}`,
      { optional: true, description, example: 'publicFacing' },
    ),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(','))] : value === undefined ? value : null,
    ),
  );
}

/** Spending to compare with thresholds. */
export class ThresholdQuery {
  @QueryText({ max: 60, description: 'Version of the regime; the one new requests come under unless given.' })
  regime?: string;

  @QueryChoice(SPEND_CATEGORIES)
  category?: SpendCategory;

  @QueryNumber({ min: 0, max: MAX_PENCE, description: 'The amount asked for, in pence.' })
  requestedPence?: Pence;

  @QueryNumber({ min: 0, max: MAX_PENCE, description: 'The cost from first to last, in pence.' })
  wholeLifePence?: Pence;

  @FlagsField('Flags to be answered yes, separated by commas; the others are answered no.')
  flag?: CaseFlag[];
}
