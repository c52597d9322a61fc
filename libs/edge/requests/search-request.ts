import {
  ALL_CASES,
  CASE_FLAGS,
  SPEND_STATES,
  isSearchWord,
  MOST_SEARCH_WORDS,
  readCriteria,
  SPEND_CATEGORIES,
  type CaseCriteria,
  type CaseFlag,
  type CaseState,
  type SpendCategory,
} from '#domain';
import type { SearchToSave } from '#casework';
import { unprocessable } from '#platform';
import { field } from '../fields/field-rule.js';
import {
  ChoiceList,
  DateField,
  Flag,
  Nested,
  PenceField,
  Text,
  UuidField,
  type FieldOptions,
} from '../fields/fields.js';
import { ReviewerField, TitleField } from './criterion-fields.js';
import { given } from './given.js';
import { LONGEST_NAME } from './limits.js';

const ANYTHING: FieldOptions = { optional: true, nullable: true };

/** Ids of levels or routes, as regimes write them. */
function WordsField(description: string): PropertyDecorator {
  return field(
    {
      type: 'array',
      items: { type: 'string', maxLength: 100 },
      maxItems: MOST_SEARCH_WORDS,
      uniqueItems: true,
    },
    (value) =>
      Array.isArray(value) && value.length <= MOST_SEARCH_WORDS && value.every(isSearchWord)
        ? null
        : `Give a list of at most ${MOST_SEARCH_WORDS} words in small letters, like high`,
    { optional: true, description },
  );
}

/** What to look for. What is left out, `null` or an empty list asks nothing. */
export class CriteriaRequest {
  @UuidField({ ...ANYTHING })
  readonly organisationId?: string | null;

  @ChoiceList(SPEND_STATES, { optional: true, description: 'Any of these states.' })
  readonly states?: CaseState[];

  @ReviewerField({ ...ANYTHING, description: '“me”, whoever runs the search; “nobody”; or an id.' })
  readonly reviewer?: string | null;

  @WordsField('Any of these levels of risk and importance.')
  readonly ratings?: string[];

  @WordsField('Any of these routes.')
  readonly routes?: string[];

  @PenceField({ ...ANYTHING, description: 'Least money asked for, in pence, included.' })
  readonly minPence?: number | null;

  @PenceField({ ...ANYTHING, description: 'Most money asked for, in pence, included.' })
  readonly maxPence?: number | null;

  @ChoiceList(CASE_FLAGS, { optional: true, description: 'All of these answered with yes.' })
  readonly flags?: CaseFlag[];

  @ChoiceList(SPEND_CATEGORIES, { optional: true, description: 'Any of these categories.' })
  readonly categories?: SpendCategory[];

  @Flag({ ...ANYTHING, description: 'True: a target is missed; false: none is.' })
  readonly overdue?: boolean | null;

  @DateField({ ...ANYTHING, description: 'First day of first submission, London, included.' })
  readonly submittedFrom?: string | null;

  @DateField({ ...ANYTHING, description: 'Last day of first submission, London, included.' })
  readonly submittedTo?: string | null;

  @TitleField({ ...ANYTHING, description: 'In the title, in capital or small letters.' })
  readonly text?: string | null;
}

/** A search to save, whole: what is left out of its criteria asks nothing. */
export class SearchRequest {
  @Text({ max: LONGEST_NAME, example: 'High-rated cases nobody has' })
  readonly name!: string;

  @Nested(() => CriteriaRequest)
  readonly criteria!: CriteriaRequest;

  @UuidField({
    optional: true,
    nullable: true,
    description:
      'Organisation whose people may see it: everybody who holds a role there. You must hold one yourself.',
  })
  readonly sharedWith?: string | null;
}

/**
 * What a request asks to save.
 *
 * @throws ProblemError 422 when the least money is more than the most, or the first day after the last
 */
export function searchToSave({ name, criteria, sharedWith = null }: SearchRequest): SearchToSave {
  return { name, criteria: criteriaOf(criteria), sharedWith };
}

function criteriaOf(request: CriteriaRequest): CaseCriteria {
  const criteria = readCriteria({ ...ALL_CASES, ...given(request) });
  if (criteria.minPence !== null && criteria.maxPence !== null && criteria.minPence > criteria.maxPence)
    throw unprocessable('The least money asked for is more than the most.', [
      { pointer: '/criteria/minPence', detail: 'Enter no more than maxPence' },
    ]);
  const { submittedFrom, submittedTo } = criteria;
  if (submittedFrom !== null && submittedTo !== null && submittedFrom > submittedTo)
    throw unprocessable('The first day of submission is after the last.', [
      { pointer: '/criteria/submittedFrom', detail: 'Enter no later than submittedTo' },
    ]);
  return criteria;
}
