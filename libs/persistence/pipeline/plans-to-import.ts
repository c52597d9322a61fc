import type { CaseDetails, CaseState } from '#domain';
import { DETAILS, utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/** A case an import may be about, with all that a change of it needs. */
export interface PlanRecord {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly key: string | null;
  readonly state: CaseState;
  readonly revision: number;
  /** Hash of the latest event, hex. */
  readonly headHash: string;
  /** UTC. */
  readonly updatedAt: string;
  readonly details: CaseDetails;
  readonly detailsRevision: number;
  readonly currentVersion: number | null;
  readonly departmentHands: readonly string[];
}

/** One after another: who imports planned spend at the same moment waits here, and then finds what the other has made. */
export async function waitForOtherPlanImports(transaction: Queryable): Promise<void> {
  await transaction.query({
    name: 'wait_for_other_plan_imports',
    text: `select pg_advisory_xact_lock(hashtextextended('pipeline-import', 0))`,
    values: [],
  });
}

/** Cases that have one of some keys of their organisations' own, whatever their capitals, or one of some references; one round trip. */
export function plansByKey(
  queryable: Queryable,
  keys: readonly { readonly organisationId: string; readonly key: string }[],
  references: readonly string[],
): Promise<readonly PlanRecord[]> {
  return queryable.query<PlanRecord>({
    name: 'plans_by_key',
    text: `select c.id, c.reference, c.organisation_id as "organisationId", c.pipeline_key as "key", c.state, c.revision,
        encode(c.head_hash, 'hex') as "headHash", ${utc('c.updated_at')} as "updatedAt", ${DETAILS} as details,
        c.details_revision as "detailsRevision", c.current_version as "currentVersion",
        to_jsonb(c.department_hands) as "departmentHands"
      from spend_case c where c.id in (
        select k.id from unnest($1::uuid[], $2::text[]) as n(organisation_id, key)
          join spend_case k on k.organisation_id = n.organisation_id and k.pipeline_key is not null
            and lower(k.pipeline_key) = lower(n.key)
        union select k.id from spend_case k where k.reference = any($3::text[]))`,
    values: [keys.map(({ organisationId }) => organisationId), keys.map(({ key }) => key), references],
  });
}
