import { APPROVED, thereIs } from './sql-fragments.js';

/** The latest report of what was spent of the case `c`, joined as `sr`. */
export const LATEST_REPORT = `left join lateral (select s.sequence, s.total_pence, s.final, s.ended_on, s.recorded_at
    from spend_report s where s.case_id = c.id order by s.sequence desc limit 1) sr on true`;

/** SQL of whether a variation or an extension has taken the place of the approval of the case `c`. */
const IS_REPLACED = thereIs(`spend_case f where f.follows_case_id = c.id
    and (f.state in ${APPROVED} or f.state = 'assured-by-department')`);

/** SQL of whether `d` is the decision that stands on the case `c`, and approved an amount that is known. */
export const IS_APPROVAL = `(d.approved_pence is not null and d.id = c.decision_id)`;

/** SQL of how what was spent by `sr` stands to what `d` approved; null where nothing can be said. See `SPEND_STANDINGS`. */
export const SPEND_STANDING = `case when not ${IS_APPROVAL} then null when ${IS_REPLACED} then 'replaced'
    when sr.total_pence is null then 'not-reported' when sr.total_pence > d.approved_pence then 'over' else 'within' end`;

/** SQL of whether a report was asked for and none was given since; the amounts of a final one are not asked for again. */
export const IS_REPORT_OVERDUE = `(${IS_APPROVAL} and not coalesce(sr.final, false) and not ${IS_REPLACED}
    and ${thereIs(`case_event e where e.case_id = c.id and e.type = 'spend-report-due'
      and e.sequence > coalesce(sr.sequence, 0)`)})`;

/** SQL of whether the case `c`, whose decision is `d`, stands in one of the ways asked for, given as a bound list. */
export function standsSo(standings: string | null, asksOverdue: boolean): string {
  const ways = [
    ...(standings === null ? [] : [`${SPEND_STANDING} = any(${standings})`]),
    ...(asksOverdue ? [IS_REPORT_OVERDUE] : []),
  ];
  return thereIs(`(select 1) one ${LATEST_REPORT} where ${ways.join(' or ')}`);
}
