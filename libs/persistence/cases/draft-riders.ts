import {
  supplierKeysOf,
  type CaseDetails,
  type FirstState,
  type Followed,
  type LegacyException,
  type PointEvidence,
  type ProtectiveMarking,
} from '#domain';
import type { CaseChange, Rider } from './case-change.js';

/** A column of the case to set, its value and its type. */
type Column = readonly [column: string, value: unknown, type: string];

/** The columns that hold the details of a case. */
export function detailColumns(details: CaseDetails): readonly Column[] {
  const marking: ProtectiveMarking = details.protectiveMarking;
  return [
    ['title', details.title, 'text'],
    ['description', details.description, 'text'],
    ['category', details.category, 'text'],
    ['phase', details.phase, 'text'],
    ['requested_pence', details.requestedPence, 'bigint'],
    ['whole_life_pence', details.wholeLifePence, 'bigint'],
    ['year_amounts', JSON.stringify(details.yearAmounts), 'jsonb'],
    ['spend_starts_on', details.spendStartsOn, 'date'],
    ['spend_ends_on', details.spendEndsOn, 'date'],
    ['contract_ends_on', details.contractEndsOn, 'date'],
    ['current_suppliers', details.currentSuppliers, 'text[]'],
    ['proposed_suppliers', details.proposedSuppliers, 'text[]'],
    ['commercial_approach', details.commercialApproach, 'text'],
    ['flags', JSON.stringify(details.flags), 'jsonb'],
    ['retrospective_explanation', jsonOrNull(details.retrospectiveExplanation), 'jsonb'],
    ['protective_marking', marking, 'text'],
    ['senior_responsible_owner', jsonOrNull(details.seniorResponsibleOwner), 'jsonb'],
    ['rating_answers', JSON.stringify(details.ratingAnswers), 'jsonb'],
    ['commitment_answers', JSON.stringify(details.commitmentAnswers), 'jsonb'],
    ['what_changes', details.whatChanges ?? null, 'text'],
    ['supplier_keys', supplierKeysOf([...details.currentSuppliers, ...details.proposedSuppliers]), 'text[]'],
  ];
}

/** A JSON null would not be the same as no answer to the database. */
function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** What a case is born with. */
export interface NewCase {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly state: FirstState;
  /** The approval it starts from; left out where it starts from none. */
  readonly follows?: Followed;
  /** What its organisation calls it in its own plans. */
  readonly pipelineKey: string | null;
  readonly regimeVersion: string;
  readonly details: CaseDetails;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly synthetic: boolean;
  /** When it is due first; left out where nothing is due yet. */
  readonly nextDue?: { readonly target: string; readonly dueAt: Date } | null;
}

/** Inserts a case at its first revision; for `CaseChange.create`. */
export function newCase(fresh: NewCase): NonNullable<CaseChange['create']> {
  const columns: readonly Column[] = [
    ['id', fresh.id, 'uuid'],
    ['reference', fresh.reference, 'text'],
    ['organisation_id', fresh.organisationId, 'uuid'],
    ['state', fresh.state, 'text'],
    ['revision', 1, 'int'],
    ['regime_version', fresh.regimeVersion, 'text'],
    ...detailColumns(fresh.details),
    ['details_revision', 1, 'int'],
    ['created_by', fresh.createdBy, 'uuid'],
    ['created_at', fresh.createdAt, 'timestamptz'],
    ['updated_at', fresh.createdAt, 'timestamptz'],
    ['department_hands', [fresh.createdBy], 'uuid[]'],
    ['synthetic', fresh.synthetic, 'boolean'],
    ['pipeline_key', fresh.pipelineKey, 'text'],
    ['follows_case_id', fresh.follows?.caseId ?? null, 'uuid'],
    ['follows_kind', fresh.follows?.kind ?? null, 'text'],
    ['follows_version', fresh.follows?.version ?? null, 'int'],
    ['next_due_at', fresh.nextDue?.dueAt ?? null, 'timestamptz'],
    ['next_due_target', fresh.nextDue?.target ?? null, 'text'],
  ];
  return (bind, headHash) => {
    const all: readonly Column[] = [...columns, ['head_hash', headHash, 'bytea']];
    return `insert into spend_case (${all.map(([column]) => column).join(', ')})
    values (${all.map(([, value, type]) => bind(value, type)).join(', ')})
    returning id, revision`;
  };
}

/** Writes the evidence of one point, whether or not there was any before. */
export function saveEvidence(
  evidence: PointEvidence,
  revision: number,
  savedBy: string,
  savedAt: Date,
): Rider {
  return (
    bind,
  ) => `insert into point_evidence (case_id, point, self_assessment, narrative, not_applicable_reason,
      links, remediation, components, revision, saved_by, saved_at)
    select id, ${bind(evidence.point, 'smallint')}, ${bind(evidence.selfAssessment, 'text')},
      ${bind(evidence.narrative, 'text')}, ${bind(evidence.notApplicableReason, 'text')},
      ${bind(JSON.stringify(evidence.links), 'jsonb')}, ${bind(jsonOrNull(evidence.remediation), 'jsonb')},
      ${bind(jsonOrNull(evidence.components ?? null), 'jsonb')}, ${bind(revision, 'int')}, ${bind(savedBy, 'uuid')}, ${bind(savedAt, 'timestamptz')}
    from changed
    on conflict (case_id, point) do update set self_assessment = excluded.self_assessment,
      narrative = excluded.narrative, not_applicable_reason = excluded.not_applicable_reason,
      links = excluded.links, remediation = excluded.remediation, components = excluded.components,
      revision = excluded.revision,
      saved_by = excluded.saved_by, saved_at = excluded.saved_at`;
}

/** Writes a legacy exception, new or changed. */
export function saveException(
  exception: LegacyException,
  revision: number,
  savedBy: string,
  savedAt: Date,
): Rider {
  return (
    bind,
  ) => `insert into legacy_exception (id, case_id, system, points, explanation, remediation_plan, funded,
      target_date, owner, scores, benefits, revision, saved_by, saved_at)
    select ${bind(exception.id, 'uuid')}, id, ${bind(exception.system, 'text')},
      ${bind(exception.points, 'smallint[]')}, ${bind(exception.explanation, 'text')},
      ${bind(exception.remediationPlan, 'text')}, ${bind(exception.funded, 'boolean')},
      ${bind(exception.targetDate, 'date')}, ${bind(exception.owner, 'text')},
      ${bind(JSON.stringify(exception.scores), 'jsonb')}, ${bind(jsonOrNull(exception.benefits ?? null), 'jsonb')},
      ${bind(revision, 'int')}, ${bind(savedBy, 'uuid')}, ${bind(savedAt, 'timestamptz')}
    from changed
    on conflict (id) do update set system = excluded.system, points = excluded.points,
      explanation = excluded.explanation, remediation_plan = excluded.remediation_plan, funded = excluded.funded,
      target_date = excluded.target_date, owner = excluded.owner, scores = excluded.scores,
      benefits = excluded.benefits,
      revision = excluded.revision, saved_by = excluded.saved_by`;
}

/** Takes a legacy exception out of the working copy; versions that hold it keep it. */
export function removeException(exceptionId: string, removedAt: Date): Rider {
  return (bind) => `update legacy_exception set removed_at = ${bind(removedAt, 'timestamptz')}
    from changed where legacy_exception.id = ${bind(exceptionId, 'uuid')} and legacy_exception.case_id = changed.id`;
}
