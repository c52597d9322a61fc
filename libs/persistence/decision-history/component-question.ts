import type { QuestionSql } from './question-sql.js';
import { CASE_AND_DECISION, CASE_SQL, STANDING_SQL, SUBMISSION_SQL } from './sql-fragments.js';
import { CASE_FILTER_COLUMNS } from './text-search.js';

/** What is said of common components: an answer `a` of a case `c`, with its `item` and its `place` from 1. */
export const COMPONENTS: QuestionSql = {
  from: () => `point_evidence e join spend_case c on c.id = e.case_id ${CASE_AND_DECISION}
    cross join lateral jsonb_array_elements(e.components) with ordinality as a(item, place)`,
  columns: () => ({
    ...CASE_SQL,
    component: `a.item ->> 'component'`,
    componentName: `a.item ->> 'name'`,
    use: `a.item ->> 'use'`,
    useReason: `a.item ->> 'reason'`,
    requestedPence: 'c.requested_pence',
    ...SUBMISSION_SQL,
    ...STANDING_SQL,
  }),
  where: ({ criteria, bind }) => [
    'e.components is not null',
    'c.submitted_at is not null',
    // A reason without an answer is none yet.
    `a.item ->> 'use' is not null`,
    ...(criteria.component === undefined
      ? []
      : [`a.item ->> 'component' = any(${bind(criteria.component, 'text[]')})`]),
  ],
  keys: [
    { sql: 'c.created_at', type: 'timestamptz' },
    { sql: 'c.id', type: 'uuid' },
    { sql: 'a.place', type: 'int' },
  ],
  descending: true,
  filters: CASE_FILTER_COLUMNS,
  kind: (kind) => `a.item ->> 'use' = '${kind}'`,
};
