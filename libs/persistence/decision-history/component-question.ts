import { isAskedOf } from '../policy/component-catalogues.js';
import type { QuestionSql } from './question-sql.js';
import { CASE_AND_DECISION, CASE_SQL, STANDING_SQL, SUBMISSION_SQL } from './sql-fragments.js';
import { CASE_FILTER_COLUMNS } from './text-search.js';

/**
 * SQL of whether a request goes on from the case `c`, so that what that says counts in its place: it was submitted, and
 * neither given up nor refused.
 */
const IS_GONE_ON_FROM = `exists (select from spend_case link where link.follows_case_id = c.id
  and link.submitted_at is not null and link.state not in ('withdrawn', 'not-approved'))`;

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
    `c.state <> 'withdrawn'`,
    `not ${IS_GONE_ON_FROM}`,
    // A reason without an answer is none yet.
    `a.item ->> 'use' is not null`,
    // What was said without being asked counts for nothing.
    isAskedOf(`a.item ->> 'component'`),
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
