import type { FilterColumns } from './question-sql.js';
import { thereIs } from './sql-fragments.js';

/**
 * States in which what the case says may differ from what was submitted last, or was never submitted. In all others
 * the description is looked for in the frozen version, whose index costs nothing when a case changes.
 */
const WORKING_STATES = `('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold')`;

const DESCRIPTION = `v.content #>> '{details,description}'`;

/**
 * SQL of the ids of cases whose title or description is like a pattern; each part is served by an index of trigrams.
 * What is found is handed on as an array, here and below: of a list of ids the planner expects few, and looks each up;
 * of a part of a statement it may expect so many that it reads a whole table instead.
 */
function casesLike(pattern: string): string {
  return `select s.id from spend_case s where s.title ilike ${pattern}
    union select s.id from spend_case s where s.state in ${WORKING_STATES} and s.description ilike ${pattern}
    union select s.id from spend_case s where s.state not in ${WORKING_STATES}
      and s.id = any(array(select v.case_id from submission_version v where ${DESCRIPTION} ilike ${pattern}))
      and (select ${DESCRIPTION} ilike ${pattern} from submission_version v
        where v.case_id = s.id and v.number = s.current_version)`;
}

/** The decision `d` gives the reason, or its case is like it. */
export function decisionLike(pattern: string): string {
  return `d.id = any(array(select w.id from decision w where w.reason ilike ${pattern}
    union select w.id from decision w where w.case_id = any(array(${casesLike(pattern)}))))`;
}

/** The case `c` is like it, or the reason of the decision that stands on it. */
export function caseLike(pattern: string): string {
  return `c.id = any(array(${casesLike(pattern)}
    union select w.case_id from decision w where w.reason ilike ${pattern}
      and not ${thereIs('decision s where s.supersedes_id = w.id')}))`;
}

/** The event `e` gives the reason, or its case is like it. */
export function eventLike(pattern: string): string {
  return `(e.case_id, e.sequence) in (
    select w.case_id, w.sequence from case_event w where w.reason is not null and w.reason ilike ${pattern}
    union select w.case_id, w.sequence from case_event w where w.case_id = any(array(${casesLike(pattern)})))`;
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
