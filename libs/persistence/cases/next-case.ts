import type { CaseState } from '#domain';
import type { Queryable } from '../database/statement.js';
import { allHands } from './department-hands.js';

/** The case to be given next. */
export interface NextCase {
  readonly reference: string;
  readonly state: CaseState;
}

/** Who asks for the next case. */
export interface NextCaseRequest {
  readonly personId: string;
  /** Organisations the person speaks for. */
  readonly ownOrganisationIds: readonly string[];
  /** Whether to pass over cases that somebody else is writing just now, or to wait for them. */
  readonly skipLocked: boolean;
}

const TEXT = `select c.reference, c.state from spend_case c
  where c.reviewer_id is null and c.state in ('submitted', 'acknowledged', 'in-review')
    and not c.organisation_id = any($2::uuid[]) and not $1::uuid = any(${allHands('c')})
    and not $1::uuid = any(c.given_back_by)
  order by c.next_due_at, c.created_at, c.id limit 1 for no key update of c`;

/**
 * The case that is due first, of those nobody has and the person may take: not of an organisation they speak or have
 * spoken for, on it or on what it starts from, and none they gave back. Those without a due time come last. Locked until the transaction ends, so ask
 * within one.
 */
export async function nextCaseFor(
  queryable: Queryable,
  { personId, ownOrganisationIds, skipLocked }: NextCaseRequest,
): Promise<NextCase | null> {
  const [row] = await queryable.query<NextCase>({
    name: skipLocked ? 'next_case_past_locks' : 'next_case',
    text: skipLocked ? `${TEXT} skip locked` : TEXT,
    values: [personId, ownOrganisationIds],
  });
  return row ?? null;
}
