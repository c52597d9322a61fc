import type { CaseState, PromiseOfApproval } from '#domain';
import type { Queryable } from '../database/statement.js';
import { utc } from './json-fragments.js';

/** An approval a request starts from, itself or through others, with what is followed of it. */
export interface ApprovalBefore {
  readonly caseId: string;
  readonly state: CaseState;
  readonly revision: number;
  /** Hash of the latest event, hex. */
  readonly headHash: string;
  /** UTC. */
  readonly updatedAt: string;
  readonly currentVersion: number | null;
  readonly promises: readonly PromiseOfApproval[];
}

/** The approvals a request starts from: its own, then the one that starts from, and so on; one round trip. */
export function readApprovalsBefore(
  queryable: Queryable,
  caseId: string,
): Promise<readonly ApprovalBefore[]> {
  return queryable.query<ApprovalBefore>({
    name: 'approvals_before',
    text: `with recursive line as (
        select c.follows_case_id as id, 1 as place from spend_case c where c.id = $1 and c.follows_case_id is not null
        union all select f.follows_case_id, line.place + 1 from line join spend_case f on f.id = line.id
          where f.follows_case_id is not null)
      select f.id as "caseId", f.state, f.revision, encode(f.head_hash, 'hex') as "headHash",
        ${utc('f.updated_at')} as "updatedAt", f.current_version as "currentVersion",
        (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'exceptionId', k.exception_id,
            'text', k.text, 'status', k.status, 'carriedOverTo', k.carried_over_to,
            'inForce', k.decision_id = f.decision_id) order by k.changed_at, k.number), '[]'::jsonb)
          from condition k where k.case_id = f.id and k.kind <> 'condition') as promises
      from line join spend_case f on f.id = line.id order by line.place`,
    values: [caseId],
  });
}
