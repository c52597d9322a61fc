import { isIsoDate } from '#domain';
import { DISPOSAL_STATUSES, type DisposalPosition, type DisposalStatus } from '#persistence';
import { AfterQuery, strangeCursor } from './list-query.js';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor } from '../fields/paging.js';
import { QueryChoice } from '../fields/query-fields.js';

/** Which cases to list. */
export class DisposalListQuery extends AfterQuery {
  @QueryChoice(DISPOSAL_STATUSES, { description: 'Only those; all of these unless given.' })
  status?: DisposalStatus;
}

/**
 * The place in the list that a cursor names; `null` for the first page.
 * @throws ProblemError 400 when this list did not give it
 */
export function disposalPositionOf(cursor: string | undefined): DisposalPosition | null {
  if (cursor === undefined) return null;
  const [dueOn, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isIsoDate(dueOn) || !isUuid(id)) throw strangeCursor();
  return { dueOn, id };
}

/** The cursor of a place in the list. */
export function disposalCursorOf(position: DisposalPosition | null): string | null {
  return position === null ? null : encodeCursor([position.dueOn, position.id]);
}
