import type { PairPosition } from '#persistence';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor, PAGE_LIMIT } from '../fields/paging.js';
import { CursorField, LimitField, strangeCursor } from './list-query.js';

/** Which pairs of cases that look alike to list. */
export class LikenessListQuery {
  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/**
 * The place in the list of pairs that a cursor names; `null` for the first page.
 * @throws ProblemError 400 when no list gave it
 */
export function pairPositionOf(cursor: string | undefined): PairPosition | null {
  if (cursor === undefined) return null;
  const [score, caseId, otherCaseId] = decodeCursor(cursor, ['string', 'string', 'string']) as readonly [
    string,
    string,
    string,
  ];
  if (!/^(0(\.\d{1,3})?|1)$/.test(score) || !isUuid(caseId) || !isUuid(otherCaseId)) throw strangeCursor();
  return { score: Number(score), caseId, otherCaseId };
}

/** The cursor of a place in the list of pairs. */
export function pairCursorOf(position: PairPosition | null): string | null {
  return position === null
    ? null
    : encodeCursor([String(position.score), position.caseId, position.otherCaseId]);
}
