import type { Queryable } from '../database/statement.js';

/** References of cases whose schedule may be out of date, some of them. */
export async function staleCases(queryable: Queryable, limit: number): Promise<readonly string[]> {
  const rows = await queryable.query<{ reference: string }>({
    name: 'stale_cases',
    text: `select reference from spend_case where schedule_stale order by id limit $1`,
    values: [limit],
  });
  return rows.map(({ reference }) => reference);
}

/** References of cases of which somebody has to be reminded by now, longest waiting first. */
export async function casesWithOccasions(
  queryable: Queryable,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await queryable.query<{ reference: string }>({
    name: 'cases_with_occasions',
    text: `select reference from spend_case where next_occasion_at <= $1 order by next_occasion_at, id limit $2`,
    values: [now, limit],
  });
  return rows.map(({ reference }) => reference);
}

/** When a case is due next, and when somebody has to be reminded of it; UTC. */
export interface Schedule {
  readonly nextDueAt: Date | null;
  readonly nextDueTarget: string | null;
  readonly nextOccasionAt: Date | null;
}

/**
 * Writes down what was worked out from a case's events. No event: nothing happened to the case.
 * @returns false when the case was changed meanwhile, and nothing was written
 */
export async function saveSchedule(
  queryable: Queryable,
  caseId: string,
  revision: number,
  { nextDueAt, nextDueTarget, nextOccasionAt }: Schedule,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'save_schedule',
    text: `update spend_case set next_due_at = $3, next_due_target = $4, next_occasion_at = $5, schedule_stale = false
      where id = $1 and revision = $2 returning id`,
    values: [caseId, revision, nextDueAt, nextDueTarget, nextOccasionAt],
  });
  return rows.length === 1;
}
