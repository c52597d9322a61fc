import type { CaseDetails, IsoDate, Pence, PipelineDays, PlanToExport } from '#domain';
import { DETAILS, ORGANISATION, utc } from '../cases/json-fragments.js';
import { shapeName } from '../cases/text-page.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { EXPECTED_PENCE, IS_PLANNED, onDays, withinScope, type PipelineScope } from './pipeline-sql.js';

/** Planned spend, as lists show it. */
export interface PlannedSpend {
  readonly reference: string;
  /** What its organisation calls it; `null` where it calls it nothing. */
  readonly key: string | null;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly revision: number;
  readonly synthetic: boolean;
  readonly details: CaseDetails;
  readonly expectedPence: Pence | null;
  /** UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A place in a pipeline: by start, those without one last; then by age. */
export interface PlanPosition {
  readonly startsOn: IsoDate | null;
  /** UTC. */
  readonly createdAt: string;
  readonly id: string;
}

/** Which planned spend to list. */
export interface PlanListRequest {
  readonly scope: PipelineScope;
  readonly days: PipelineDays;
  readonly after: PlanPosition | null;
  /** How much at most. */
  readonly limit: number;
}

/** A page of a pipeline, and where the next one starts; `null` at the end. */
export interface PlanPage {
  readonly items: readonly PlannedSpend[];
  readonly next: PlanPosition | null;
}

const ORDER = 'c.spend_starts_on nulls last, c.created_at, c.id';

/** Planned spend a person may see, in the order it is to start; one round trip, by keyset. */
export async function listPlans(queryable: Queryable, request: PlanListRequest): Promise<PlanPage> {
  const { scope, days, after, limit } = request;
  const { values, bind } = binder();
  const where = [IS_PLANNED, ...withinScope(scope, bind), ...onDays(days, bind)];
  if (after !== null) {
    const place = `(c.created_at, c.id) > (${bind(after.createdAt, 'timestamptz')}, ${bind(after.id, 'uuid')})`;
    const start = after.startsOn === null ? null : bind(after.startsOn, 'date');
    where.push(
      start === null
        ? `c.spend_starts_on is null and ${place}`
        : `(c.spend_starts_on > ${start} or c.spend_starts_on is null or (c.spend_starts_on = ${start} and ${place}))`,
    );
  }
  const text = `select c.id, c.spend_starts_on as "startsOn", jsonb_build_object('reference', c.reference,
      'key', c.pipeline_key, 'organisation', ${ORGANISATION}, 'revision', c.revision, 'synthetic', c.synthetic,
      'details', ${DETAILS}, 'expectedPence', ${EXPECTED_PENCE},
      'createdAt', ${utc('c.created_at')}, 'updatedAt', ${utc('c.updated_at')}) as plan
    from (select c.* from spend_case c where ${where.join(' and ')} order by ${ORDER}
      limit ${bind(limit + 1, 'int')}) c
    join organisation o on o.id = c.organisation_id order by ${ORDER}`;
  const rows = await queryable.query<{ id: string; startsOn: IsoDate | null; plan: PlannedSpend }>({
    name: shapeName('list_plans', text),
    text,
    values,
  });
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  return {
    items: given.map(({ plan }) => plan),
    next:
      rows.length > limit && last !== undefined
        ? { startsOn: last.startsOn, createdAt: last.plan.createdAt, id: last.id }
        : null,
  };
}

/** Planned spend a person may see as files have it, in the order of a list, at most so much. */
export async function plansToExport(
  queryable: Queryable,
  scope: PipelineScope,
  days: PipelineDays,
  most: number,
): Promise<readonly PlanToExport[]> {
  const { values, bind } = binder();
  const where = [IS_PLANNED, ...withinScope(scope, bind), ...onDays(days, bind)];
  return queryable.query<PlanToExport>({
    text: `select c.reference, c.pipeline_key as "key", o.key as "organisationKey", ${DETAILS} as details
      from spend_case c join organisation o on o.id = c.organisation_id where ${where.join(' and ')}
      order by ${ORDER} limit ${bind(most, 'int')}`,
    values,
  });
}
