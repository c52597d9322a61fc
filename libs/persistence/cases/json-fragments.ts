/**
 * The shapes in which PostgreSQL hands a case out as JSON. Each fragment is written once and used by the reading of
 * a case, by the loading of a case for a change, and nowhere built again in the program.
 */

/** A UTC instant to the millisecond, as `2026-11-24T10:00:00.000Z`. */
export function utc(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** `CaseDetails` of the case `c`. */
export const DETAILS = `jsonb_build_object(
  'title', c.title, 'description', c.description, 'category', c.category, 'phase', c.phase,
  'requestedPence', c.requested_pence, 'wholeLifePence', c.whole_life_pence, 'yearAmounts', c.year_amounts,
  'spendStartsOn', c.spend_starts_on, 'spendEndsOn', c.spend_ends_on, 'contractEndsOn', c.contract_ends_on,
  'currentSuppliers', to_jsonb(c.current_suppliers), 'proposedSuppliers', to_jsonb(c.proposed_suppliers),
  'commercialApproach', c.commercial_approach, 'flags', c.flags,
  'retrospectiveExplanation', c.retrospective_explanation, 'protectiveMarking', c.protective_marking,
  'seniorResponsibleOwner', c.senior_responsible_owner, 'ratingAnswers', c.rating_answers,
  'commitmentAnswers', c.commitment_answers)
  || case when c.follows_case_id is null then '{}'::jsonb else jsonb_build_object('whatChanges', c.what_changes) end`;

/** The 13 points of the case `c`, each a `PointEvidence` with its revision; 0 and no time where nothing was saved. */
export const POINTS = `(select jsonb_agg(jsonb_build_object(
    'point', n.point, 'selfAssessment', e.self_assessment, 'narrative', e.narrative,
    'notApplicableReason', e.not_applicable_reason, 'links', coalesce(e.links, '[]'::jsonb),
    'remediation', e.remediation, 'revision', coalesce(e.revision, 0), 'savedAt', ${utc('e.saved_at')})
      || case when e.components is null then '{}'::jsonb else jsonb_build_object('components', e.components) end
    order by n.point)
  from generate_series(1, 13) as n(point)
  left join point_evidence e on e.case_id = c.id and e.point = n.point)`;

/** One legacy exception `x` as a `LegacyException` with its revision. */
const EXCEPTION_FIELDS = `'id', x.id, 'system', x.system, 'points', to_jsonb(x.points),
    'explanation', x.explanation, 'remediationPlan', x.remediation_plan, 'funded', x.funded,
    'targetDate', x.target_date, 'owner', x.owner, 'scores', x.scores, 'revision', x.revision`;

/** The latest ruling on the legacy exception `x`, whichever version it was made on. */
const LATEST_RULING = `(select jsonb_build_object('ruling', r.ruling, 'reason', r.reason, 'version', r.version,
      'sequence', r.sequence, 'ruledBy', r.ruled_by, 'ruledAt', ${utc('r.ruled_at')})
    from exception_ruling r where r.exception_id = x.id order by r.sequence desc limit 1)`;

/**
 * The legacy exceptions of the case `c` that have not been removed, oldest first.
 * @param seesRulings SQL of a boolean: whether the reader may see what GDS Assurance thinks of them
 */
export function legacyExceptions(seesRulings: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object(${EXCEPTION_FIELDS},
      'ruling', case when ${seesRulings} then ${LATEST_RULING} end)
      || case when x.benefits is null then '{}'::jsonb else jsonb_build_object('benefits', x.benefits) end order by x.saved_at, x.id), '[]'::jsonb)
    from legacy_exception x where x.case_id = c.id and x.removed_at is null)`;
}

/** One decision `d`. */
export const DECISION_FIELDS = `'id', d.id, 'number', d.number, 'version', d.version, 'outcome', d.outcome,
    'requestedPence', d.requested_pence, 'approvedPence', d.approved_pence, 'reason', d.reason,
    'overrides', d.overrides, 'supersedesId', d.supersedes_id, 'regimeVersion', d.regime_version,
    'decidedBy', case when d.decided_by is not null then jsonb_build_object('id', d.decided_by,
      'name', (select p.name from person p where p.id = d.decided_by)) end,
    'decidedRole', d.decided_role, 'decidedInSource', d.decided_in_source, 'decidedAt', ${utc('d.decided_at')}, 'synthetic', d.synthetic`;

/** Where the case `c` was imported from; null where it was made here. */
export const IMPORTED_FROM = `case when c.imported_source is not null
    then jsonb_build_object('source', c.imported_source, 'reference', c.imported_reference) end`;

/**
 * When the text of the case `c` was disposed of; null where it was not. Its events are looked at only where it says nothing
 * of what it is for, as a case that was disposed of does not; what a function asks is not made ready until it is called.
 */
export const DISPOSED_AT = `case when c.description is null then ${utc('disposed_at(c.id)')} end`;

/** The approved case that the case `c` starts from; null where it starts from none. */
export const FOLLOWS = `(select jsonb_build_object('reference', f.reference, 'kind', c.follows_kind,
    'version', c.follows_version) from spend_case f where f.id = c.follows_case_id)`;

/** The organisation `o` of a case. */
export const ORGANISATION = `jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name)`;
