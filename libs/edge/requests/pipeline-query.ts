import { applyDecorators } from '@nestjs/common';
import {
  isIsoDate,
  isPipelinePeriod,
  PIPELINE_SHOWS,
  type PipelineCriteria,
  type PipelinePeriod,
  type PipelineShow,
} from '#domain';
import type { PlanPosition } from '#persistence';
import { field } from '../fields/field-rule.js';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor, PAGE_LIMIT } from '../fields/paging.js';
import { QueryChoice, QueryFlag, QueryUuid } from '../fields/query-fields.js';
import { CursorField, isInstant, LimitField, strangeCursor } from './list-query.js';

/** A quarter of a financial year, or what lies outside of those a pipeline shows. */
function PeriodField(): PropertyDecorator {
  return applyDecorators(
    field(
      { type: 'string', pattern: '^(earlier|later|no-date|\\d{4}-\\d{2}-Q[1-4])$' },
      (value) =>
        typeof value === 'string' && isPipelinePeriod(value)
          ? null
          : 'Give a quarter of a financial year, like 2026-27-Q4, or “earlier”, “later” or “no-date”',
      {
        optional: true,
        description:
          'Only what starts in this quarter of a financial year; or “earlier” than this quarter, “later” than the horizon, or “no-date”.',
        example: '2026-27-Q4',
      },
    ),
  );
}

/** Whose pipeline to look at. */
export class PipelineScopeQuery {
  @QueryUuid({ description: 'Only of this organisation and those that belong to it.' })
  organisation?: string;
}

/** Which planned spend to look at. */
export class PipelineFilterQuery extends PipelineScopeQuery {
  @PeriodField()
  period?: PipelinePeriod;

  @QueryChoice(PIPELINE_SHOWS, {
    description: '“engage-now”: what needs its request begun now; “extensions”: extensions of contracts.',
  })
  show?: PipelineShow;
}

/** Which planned spend to list. */
export class PipelineListQuery extends PipelineFilterQuery {
  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/** How to import planned spend. */
export class PipelineImportQuery {
  @QueryFlag({ description: 'Say what would happen, and write nothing. False unless given.' })
  dryRun?: boolean;
}

/** What a query asks for. */
export function pipelineCriteriaOf({ organisation, period, show }: PipelineFilterQuery): PipelineCriteria {
  return { organisationId: organisation ?? null, period: period ?? null, show: show ?? 'all' };
}

/**
 * The place in a pipeline that a cursor names; `null` for the first page.
 * @throws ProblemError 400 when no list gave it
 */
export function planPositionOf(cursor: string | undefined): PlanPosition | null {
  if (cursor === undefined) return null;
  const [startsOn, createdAt, id] = decodeCursor(cursor, ['string?', 'string', 'string']) as readonly [
    string | null,
    string,
    string,
  ];
  if ((startsOn !== null && !isIsoDate(startsOn)) || !isInstant(createdAt) || !isUuid(id))
    throw strangeCursor();
  return { startsOn, createdAt, id };
}

/** The cursor of a place in a pipeline. */
export function planCursorOf(position: PlanPosition | null): string | null {
  return position === null ? null : encodeCursor([position.startsOn, position.createdAt, position.id]);
}
