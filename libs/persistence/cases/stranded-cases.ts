import type { CaseState } from '#domain';
import type { Queryable } from '../database/statement.js';

/** Why a reviewer can no longer act on a case they have. */
export type StrandedBecause = 'deactivated' | 'no-reviewer' | 'of-the-department';

/** A case whose reviewer can no longer act on it. */
export interface StrandedCase {
  readonly reference: string;
  readonly reviewerId: string;
  readonly because: StrandedBecause;
}

/** SQL of whether the assignment `a` of the reviewer `p` holds at the instant `$1`. */
const HELD = 'a.person_id = p.id and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)';

/**
 * Cases in one of some states whose reviewer was deactivated, is no reviewer any more, or has come to speak for the
 * case's organisation; some of them.
 */
export function strandedCases(
  queryable: Queryable,
  states: readonly CaseState[],
  now: Date,
  limit: number,
): Promise<readonly StrandedCase[]> {
  return queryable.query({
    name: 'stranded_cases',
    text: `select * from (
        select c.id, c.reference, c.reviewer_id as "reviewerId",
          case when p.deactivated_at is not null then 'deactivated'
            when not exists (select from role_assignment a where ${HELD} and a.role = 'reviewer') then 'no-reviewer'
            when exists (select from role_assignment a where ${HELD} and a.organisation_id = c.organisation_id
              and a.role in ('submitter', 'assurance-lead')) then 'of-the-department' end as because
        from spend_case c join person p on p.id = c.reviewer_id where c.state = any($2::text[])) s
      where s.because is not null order by s.id limit $3`,
    values: [now, states, limit],
  });
}
