import type { FurtherStepKind } from '#domain';
import type { Queryable } from '../database/statement.js';

/** Constraint that keeps a record of a decision made elsewhere from being corrected twice. */
export const SUPERSEDED_ONCE_CONSTRAINT = 'external_decision_supersedes_id_key';

/** A record of a decision made elsewhere, as far as a correction looks at it. */
export interface ExternalDecisionInBrief {
  readonly caseId: string;
  readonly kind: FurtherStepKind;
  /** It was corrected already. */
  readonly superseded: boolean;
}

/** One record of a decision made elsewhere; `null` where there is none of this id. */
export async function externalDecision(
  queryable: Queryable,
  id: string,
): Promise<ExternalDecisionInBrief | null> {
  const [row] = await queryable.query<ExternalDecisionInBrief>({
    name: 'external_decision',
    text: `select x.case_id as "caseId", x.kind,
        exists (select from external_decision s where s.supersedes_id = x.id) as superseded
      from external_decision x where x.id = $1`,
    values: [id],
  });
  return row ?? null;
}
