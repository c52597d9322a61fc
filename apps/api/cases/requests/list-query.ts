import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { CASE_STATES, isIsoDate, type CaseState } from '#domain';
import type { ListPosition } from '#persistence';
import { badRequest } from '#platform';
import { field } from '../../http/field-rule.js';
import { isUuid } from '../../http/fields.js';
import { decodeCursor, encodeCursor, LARGEST_PAGE, PAGE_LIMIT } from '../../http/paging.js';
import { QueryDate, QueryNumber, QueryText, QueryUuid } from '../../http/query-fields.js';
import { LARGEST_INTEGER } from './limits.js';

const LONGEST_CURSOR = 2_000;

/** States separated by commas. */
function StatesField(): PropertyDecorator {
  const isState = (value: unknown): value is CaseState => CASE_STATES.includes(value as CaseState);
  return applyDecorators(
    field(
      { type: 'string', pattern: '^[a-z-]+(,[a-z-]+)*$' },
      (value) =>
        Array.isArray(value) && value.length > 0 && value.every(isState)
          ? null
          : `Give states separated by commas, out of ${CASE_STATES.join(', ')}`,
      { optional: true, description: 'Only cases in these states, separated by commas.', example: 'draft' },
    ),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(','))] : value === undefined ? value : null,
    ),
  );
}

/** Which part of a list to give. */
export class PartQuery {
  @QueryNumber({ min: 1, max: LARGEST_PAGE, default: PAGE_LIMIT, description: 'Most to give on one page.' })
  limit: number = PAGE_LIMIT;
}

/** Where a list goes on. */
export class AfterQuery extends PartQuery {
  @QueryText({ max: LONGEST_CURSOR, description: '“next” of the page before; without it, the first page.' })
  after?: string;
}

/** Which cases to list. */
export class CaseListQuery extends AfterQuery {
  @QueryUuid({ description: 'Only cases of this organisation.' })
  organisation?: string;

  @StatesField()
  state?: CaseState[];
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

/**
 * The place in a list that a cursor names; `null` for the first page.
 *
 * @throws ProblemError 400 when no list gave it
 */
export function positionOf(cursor: string | undefined): ListPosition | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!INSTANT.test(at) || !isIsoDate(at.slice(0, 10)) || !isUuid(id))
    throw badRequest('The cursor is not one this list gave.', [
      { pointer: '/after', detail: 'Give “next” of the page before, or leave it out for the first page' },
    ]);
  return { at, id };
}

/** The cursor of a place in a list. */
export function cursorOf(position: ListPosition | null): string | null {
  return position === null ? null : encodeCursor([position.at, position.id]);
}
