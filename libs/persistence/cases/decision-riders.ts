import type {
  DecidedState,
  ConditionStatus,
  EvidenceLink,
  ImposedCondition,
  Pence,
  PointOverride,
} from '#domain';
import type { Rider } from './case-change.js';

/** Records a decision; a correction names the decision it supersedes. */
export function recordDecision(decision: {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly outcome: DecidedState;
  readonly requestedPence: Pence;
  readonly approvedPence: Pence | null;
  readonly reason: string;
  readonly overrides: readonly PointOverride[];
  readonly recommendationId: string | null;
  readonly supersedesId: string | null;
  readonly regimeVersion: string;
  readonly decidedBy: string;
  readonly decidedRole: string;
  readonly decidedAt: Date;
  readonly synthetic: boolean;
}): Rider {
  return (bind) => `insert into decision (id, case_id, number, version, sequence, outcome, requested_pence,
      approved_pence, reason, overrides, recommendation_id, supersedes_id, regime_version, decided_by, decided_role,
      decided_at, synthetic)
    select ${bind(decision.id, 'uuid')}, id, ${bind(decision.number, 'smallint')}, ${bind(decision.version, 'int')},
      revision, ${bind(decision.outcome, 'text')}, ${bind(decision.requestedPence, 'bigint')},
      ${bind(decision.approvedPence, 'bigint')}, ${bind(decision.reason, 'text')},
      ${bind(JSON.stringify(decision.overrides), 'jsonb')}, ${bind(decision.recommendationId, 'uuid')},
      ${bind(decision.supersedesId, 'uuid')}, ${bind(decision.regimeVersion, 'text')},
      ${bind(decision.decidedBy, 'uuid')}, ${bind(decision.decidedRole, 'text')},
      ${bind(decision.decidedAt, 'timestamptz')}, ${bind(decision.synthetic, 'boolean')}
    from changed`;
}

/** Opens the conditions of a decision. */
export function openConditions(decisionId: string, conditions: readonly ImposedCondition[], at: Date): Rider {
  return (
    bind,
  ) => `insert into condition (id, case_id, decision_id, number, text, point, owner_name, owner_email,
      due_on, kind, exception_id, status, revision, changed_at)
    select k.id, changed.id, ${bind(decisionId, 'uuid')}, k.number, k.text, k.point, k."ownerName", k."ownerEmail",
      k."dueOn", coalesce(k.kind, 'condition'), k."exceptionId", 'open', 1, ${bind(at, 'timestamptz')}
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(conditions), 'jsonb')}) as k(
      id uuid, number smallint, text text, point smallint, "ownerName" text, "ownerEmail" text, "dueOn" date,
      kind text, "exceptionId" uuid)`;
}

/** Moves a condition on. */
export function moveCondition(conditionId: string, status: ConditionStatus, at: Date): Rider {
  return (bind) => `update condition set status = ${bind(status, 'text')}, revision = condition.revision + 1,
      changed_at = ${bind(at, 'timestamptz')}
    from changed where condition.id = ${bind(conditionId, 'uuid')} and condition.case_id = changed.id`;
}

/** Records what the department gave to show that a condition is met. */
export function recordConditionEvidence(evidence: {
  readonly id: string;
  readonly conditionId: string;
  readonly text: string;
  readonly links: readonly EvidenceLink[];
  readonly submittedBy: string;
  readonly submittedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into condition_evidence (id, case_id, condition_id, sequence, text, links, submitted_by,
      submitted_at)
    select ${bind(evidence.id, 'uuid')}, id, ${bind(evidence.conditionId, 'uuid')}, revision,
      ${bind(evidence.text, 'text')}, ${bind(JSON.stringify(evidence.links), 'jsonb')},
      ${bind(evidence.submittedBy, 'uuid')}, ${bind(evidence.submittedAt, 'timestamptz')}
    from changed`;
}
