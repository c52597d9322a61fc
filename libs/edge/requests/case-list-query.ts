import {
  SPEND_STATES,
  isSearchWord,
  MAX_PENCE,
  readCriteria,
  SPEND_CATEGORIES,
  type CaseCriteria,
} from '#domain';
import { CASE_SORTS, type CasePosition, type CaseSort } from '#persistence';
import { badRequest } from '#platform';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor, PAGE_LIMIT } from '../fields/paging.js';
import {
  QueryChoice,
  QueryDate,
  QueryFlag,
  QueryNumber,
  QueryUuid,
  QueryWords,
} from '../fields/query-fields.js';
import { ReviewerField, TitleField } from './criterion-fields.js';
import { AfterQuery, CursorField, isInstant, LimitField, strangeCursor } from './list-query.js';
import { FlagsField } from './threshold-query.js';

const isState = (word: string): boolean => (SPEND_STATES as readonly string[]).includes(word);
const isCategory = (word: string): boolean => (SPEND_CATEGORIES as readonly string[]).includes(word);

/** Which cases to look for. */
export class CaseFilterQuery {
  @QueryUuid({ description: 'Only cases of this organisation.' })
  organisation?: string;

  @QueryWords(isState, `Give states separated by commas, out of ${SPEND_STATES.join(', ')}`, {
    description: 'Only cases in these states, separated by commas.',
    example: 'draft',
  })
  state?: string[];

  @ReviewerField({
    optional: true,
    description: 'Only cases in the hands of this reviewer: “me”, “nobody”, or the id of a person.',
    example: 'nobody',
  })
  reviewer?: string;

  @QueryWords(isSearchWord, 'Give levels separated by commas, in small letters, like high,medium', {
    description:
      'Only cases of these levels of risk and importance, separated by commas, as regimes write them.',
    example: 'high,medium',
  })
  rating?: string[];

  @QueryWords(isSearchWord, 'Give routes separated by commas, in small letters', {
    description: 'Only cases that take these routes, separated by commas, as regimes write them.',
  })
  route?: string[];

  @QueryNumber({ min: 0, max: MAX_PENCE, description: 'Least money asked for, in pence, included.' })
  minPence?: number;

  @QueryNumber({ min: 0, max: MAX_PENCE, description: 'Most money asked for, in pence, included.' })
  maxPence?: number;

  @FlagsField('Only cases that answer all of these with yes, separated by commas.')
  flag?: string[];

  @QueryWords(isCategory, `Give categories separated by commas, out of ${SPEND_CATEGORIES.join(', ')}`, {
    description: 'Only cases of these categories, separated by commas.',
    example: 'digital-service',
  })
  category?: string[];

  @QueryFlag({ description: 'True: only cases that missed a target; false: only those that missed none.' })
  overdue?: boolean;

  @QueryDate({ description: 'Only cases first submitted on this day, London, or later.' })
  submittedFrom?: string;

  @QueryDate({ description: 'Only cases first submitted on this day, London, or earlier.' })
  submittedTo?: string;

  @TitleField({
    optional: true,
    description: 'Only cases with this in their title, in capital or small letters.',
    example: 'hosting',
  })
  text?: string;
}

/** In which order. */
function SortField(): PropertyDecorator {
  return QueryChoice(CASE_SORTS, {
    description:
      '“created”, the newest first, unless given; “oldest”, the oldest first; “due”, the earliest due first and those without a due time last. ' +
      'Due times change: a case that moves while you page may be given twice or passed by. To miss none, page by age.',
  });
}

/** Which page of a list of cases to give, and in which order. */
export class CasePageQuery extends AfterQuery {
  @SortField()
  sort: CaseSort = 'created';
}

/** Which cases to list. */
export class CaseListQuery extends CaseFilterQuery {
  @SortField()
  sort: CaseSort = 'created';

  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/**
 * What a query asks for.
 *
 * @throws ProblemError 400 when the least is more than the most, or the first day after the last
 */
export function criteriaOf(query: CaseFilterQuery): CaseCriteria {
  const { minPence, maxPence } = query;
  if (minPence !== undefined && maxPence !== undefined && minPence > maxPence)
    throw badRequest('The least money asked for is more than the most.', [
      { pointer: '/minPence', detail: 'Give no more than maxPence' },
    ]);
  const { submittedFrom, submittedTo } = query;
  if (submittedFrom !== undefined && submittedTo !== undefined && submittedFrom > submittedTo)
    throw badRequest('The first day of submission is after the last.', [
      { pointer: '/submittedFrom', detail: 'Give no later than submittedTo' },
    ]);
  return readCriteria({
    organisationId: query.organisation,
    states: query.state,
    reviewer: query.reviewer,
    ratings: query.rating,
    routes: query.route,
    minPence,
    maxPence,
    flags: query.flag,
    categories: query.category,
    overdue: query.overdue,
    submittedFrom,
    submittedTo,
    text: query.text,
  });
}

/**
 * The place in a list of cases that a cursor names; `null` for the first page.
 *
 * @throws ProblemError 400 when no list in this order gave it
 */
export function casePositionOf(cursor: string | undefined, sort: CaseSort): CasePosition | null {
  if (cursor === undefined) return null;
  const [dueAt, createdAt, id] = (
    sort === 'due'
      ? decodeCursor(cursor, ['string?', 'string', 'string'])
      : [null, ...decodeCursor(cursor, ['string', 'string'])]
  ) as readonly [string | null, string, string];
  if ((dueAt !== null && !isInstant(dueAt)) || !isInstant(createdAt) || !isUuid(id)) throw strangeCursor();
  return { dueAt, createdAt, id };
}

/** The cursor of a place in a list of cases in some order. */
export function caseCursorOf(position: CasePosition | null, sort: CaseSort): string | null {
  if (position === null) return null;
  const { dueAt, createdAt, id } = position;
  return encodeCursor(sort === 'due' ? [dueAt, createdAt, id] : [createdAt, id]);
}
