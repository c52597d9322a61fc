import { isIsoDate } from '#domain';
import type { ListPosition } from '#persistence';
import { badRequest, type ProblemError } from '#platform';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor, LARGEST_PAGE, PAGE_LIMIT } from '../fields/paging.js';
import { QueryDate, QueryInstant, QueryNumber, QueryText, QueryUuid } from '../fields/query-fields.js';
import { LARGEST_INTEGER } from './limits.js';

const LONGEST_CURSOR = 2_000;

/** How much of a list to give. */
export function LimitField(): PropertyDecorator {
  return QueryNumber({
    min: 1,
    max: LARGEST_PAGE,
    default: PAGE_LIMIT,
    description: 'Most to give on one page.',
  });
}

/** Where a list goes on. */
export function CursorField(): PropertyDecorator {
  return QueryText({
    max: LONGEST_CURSOR,
    description: '“next” of the page before; without it, the first page.',
  });
}

/** Which part of a list to give. */
export class PartQuery {
  @LimitField()
  limit: number = PAGE_LIMIT;
}

/** Where a list goes on. */
export class AfterQuery extends PartQuery {
  @CursorField()
  after?: string;
}

/** Which decisions to list. */
export class DecisionListQuery extends AfterQuery {
  @QueryUuid({ description: 'Only decisions on cases of this organisation.' })
  organisation?: string;

  @QueryDate({ description: 'First day, United Kingdom time.' })
  from?: string;

  @QueryDate({ description: 'Last day, included, United Kingdom time.' })
  to?: string;
}

/** Which events to give. */
export class EventQuery extends PartQuery {
  @QueryNumber({ min: 0, max: LARGEST_INTEGER, description: 'Sequence after which to start.' })
  after?: number;
}

/** Which version to compare with. */
export class DifferenceQuery {
  @QueryNumber({
    min: 1,
    max: LARGEST_INTEGER,
    description: 'The earlier version; the one before unless given.',
  })
  from?: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Whether a value of a cursor is an instant as lists write it. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isIsoDate(text.slice(0, 10));
}

/** The problem of a cursor that no list gave, or another list than this. */
export function strangeCursor(): ProblemError {
  return badRequest('The cursor is not one this list gave.', [
    { pointer: '/after', detail: 'Give “next” of the page before, or leave it out for the first page' },
  ]);
}

/**
 * The place in a list that a cursor names; `null` for the first page.
 *
 * @throws ProblemError 400 when no list gave it
 */
export function positionOf(cursor: string | undefined): ListPosition | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isInstant(at) || !isUuid(id)) throw strangeCursor();
  return { at, id };
}

/** The cursor of a place in a list. */
export function cursorOf(position: ListPosition | null): string | null {
  return position === null ? null : encodeCursor([position.at, position.id]);
}

/**
 * The id of what the page before of a list ended with; `null` for the first page. Of lists by names that people have or
 * wrote: a cursor, which stands in addresses, has none of them.
 *
 * @throws ProblemError 400 when no list gave it
 */
export function lastIdOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, ['string']) as readonly [string];
  if (!isUuid(id)) throw strangeCursor();
  return id;
}

/** For which instant to show a case. */
export class AsItStoodQuery {
  @QueryInstant({
    required: true,
    description:
      'UTC, like 2026-11-24T10:00:00Z, not still to come. What happened at the instant itself counts.',
    example: '2026-11-24T10:00:00Z',
  })
  at!: string;
}

/** For which instant to show a clock. */
export class ClockQuery {
  @QueryInstant({ description: 'UTC, like 2026-11-24T10:00:00Z; now unless given.' })
  at?: string;
}
