import type { FilterColumns } from './question-sql.js';
import { thereIs } from './sql-fragments.js';

// Text is looked for by functions of the database, which may use the indexes of trigrams where a policy would not let a
// statement, and which give ids alone: migration `row_security`. What is found is handed on as an array: of a list of
// ids the planner expects few, and looks each up; of a part of a statement it may expect so many that it reads a whole
// table instead.

/** The decision `d` gives the reason, or its case is like it. */
export function decisionLike(pattern: string): string {
  return `d.id = any(array(select decisions_giving_reason_like(${pattern})
    union select w.id from decision w where w.case_id = any(array(select cases_saying(${pattern})))))`;
}

/** The case `c` is like it, or the reason of the decision that stands on it. */
export function caseLike(pattern: string): string {
  return `c.id = any(array(select cases_saying(${pattern})
    union select w.case_id from decision w
      where w.id = any(array(select decisions_giving_reason_like(${pattern})))
        and not ${thereIs('decision s where s.supersedes_id = w.id')}))`;
}

/** The event `e` gives the reason, or its case is like it. */
export function eventLike(pattern: string): string {
  return `(e.case_id, e.sequence) in (
    select w.case_id, w.sequence from events_giving_reason_like(${pattern}) w
    union select w.case_id, w.sequence from case_event w
      where w.case_id = any(array(select cases_saying(${pattern}))))`;
}

/** The title of the case `c` is like it. */
export function titledLike(pattern: string): string {
  return `c.id = any(array(select cases_titled_like(${pattern})))`;
}

/** Filters of questions whose rows are cases. */
export const CASE_FILTER_COLUMNS: FilterColumns = {
  organisation: 'c.organisation_id',
  period: 'c.submitted_at',
  role: 'd.decided_role',
  regime: 'c.regime_version',
  version: 'c.current_version',
  requested: 'c.requested_pence',
  text: caseLike,
};
