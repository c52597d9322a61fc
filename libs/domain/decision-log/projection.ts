import { pointHashes } from '../case/version-content.js';
import { contentHashOf } from './canonical.js';
import type { ProjectedRow, Projection } from './projected-columns.js';
import type { Replayed, ReplayedCondition, ReplayedVersion, Undetermined } from './replayed.js';

/**
 * What the working tables should say of a case, by table and by the names of the columns, from its replayed history
 * alone. A column is `undefined` where earlier events do not determine it; nothing can then be said of it.
 */
export function projectionOf(replayed: Replayed): Projection {
  return {
    spend_case: [caseRow(replayed)],
    point_evidence: replayed.points.map(({ evidence, revision, savedBy, savedAt }) => ({
      point: evidence.point,
      self_assessment: evidence.selfAssessment,
      narrative: evidence.narrative,
      not_applicable_reason: evidence.notApplicableReason,
      links: evidence.links,
      remediation: evidence.remediation,
      components: evidence.components ?? null,
      revision,
      saved_by: savedBy,
      saved_at: savedAt,
    })),
    legacy_exception: replayed.legacyExceptions.map(exceptionRow),
    attachment: replayed.attachments.map(attachmentRow),
    submission_version: replayed.versions.map(versionRow),
    ...reviewRows(replayed),
    ...decisionRows(replayed),
    spend_report: replayed.spendReports.map((report) => ({
      id: report.id,
      sequence: report.sequence,
      decision_id: report.decisionId,
      approved_pence: report.approvedPence,
      years: report.years,
      total_pence: report.totalPence,
      note: report.note,
      final: report.final,
      ended_on: report.endedOn,
      recorded_by: report.recordedBy,
      recorded_at: report.recordedAt,
    })),
    ...commentRows(replayed),
    ...adviceRows(replayed),
    case_relation: replayed.relations.map((relation) => ({
      id: relation.id,
      related_case_id: relation.relatedCaseId,
      kind: relation.kind,
      reason: relation.reason,
      revision: relation.revision,
      related_by: relation.relatedBy,
      related_at: relation.relatedAt,
      removed_at: relation.removedAt,
      removed_by: relation.removedBy,
    })),
  };
}

/**
 * The same for a case that was disposed of, from its events in the shape `redactedEvent` gives them: hashes of text that
 * is gone are gone as well, for text could be guessed from them.
 */
export function projectionOfDisposed(replayed: Replayed): Projection {
  const projection = projectionOf(replayed);
  return {
    ...projection,
    submission_version: projection.submission_version.map((version) => ({ ...version, point_hashes: {} })),
    // What was published names nobody, and stays.
    guidance: projection.guidance.map((guidance) => ({ ...guidance, title: undefined, body: undefined })),
  };
}

function caseRow(replayed: Replayed): ProjectedRow<'spend_case'> {
  const { details } = replayed;
  const known = (fact: Undetermined): unknown =>
    replayed.undetermined.includes(fact) ? undefined : replayed[fact];
  return {
    id: replayed.caseId,
    reference: replayed.reference,
    organisation_id: replayed.organisationId,
    state: replayed.state,
    revision: replayed.revision,
    regime_version: replayed.regimeVersion,
    title: details.title,
    description: details.description,
    category: details.category,
    phase: details.phase,
    requested_pence: details.requestedPence,
    whole_life_pence: details.wholeLifePence,
    year_amounts: details.yearAmounts,
    spend_starts_on: details.spendStartsOn,
    spend_ends_on: details.spendEndsOn,
    contract_ends_on: details.contractEndsOn,
    current_suppliers: details.currentSuppliers,
    proposed_suppliers: details.proposedSuppliers,
    commercial_approach: details.commercialApproach,
    flags: details.flags,
    retrospective_explanation: details.retrospectiveExplanation,
    protective_marking: details.protectiveMarking,
    senior_responsible_owner: details.seniorResponsibleOwner,
    rating_answers: details.ratingAnswers,
    commitment_answers: details.commitmentAnswers,
    details_revision: replayed.detailsRevision,
    created_by: replayed.createdBy,
    created_at: replayed.createdAt,
    updated_at: replayed.updatedAt,
    signed_off_hash: replayed.signedOffHash,
    current_version: replayed.currentVersion,
    reviewer_id: replayed.reviewerId,
    recommendation_id: replayed.recommendationId,
    decision_id: replayed.decisionId,
    department_hands: replayed.departmentHands,
    pinned_on: replayed.pinnedOn,
    pinned_autonomy: replayed.pinnedAutonomy,
    submitted_at: replayed.submittedAt,
    rating: replayed.rating,
    rating_confirmed: replayed.ratingConfirmed,
    route: known('route'),
    review_depth: replayed.reviewDepth,
    given_back_by: replayed.givenBackBy,
    workload: known('workload'),
    synthetic: replayed.synthetic,
    imported_source: replayed.importedFrom?.source ?? null,
    imported_reference: replayed.importedFrom?.reference ?? null,
    imported_hash: replayed.importedFrom?.rowHash ?? null,
    pipeline_key: replayed.pipelineKey,
    follows_case_id: replayed.follows?.caseId ?? null,
    follows_kind: replayed.follows?.kind ?? null,
    follows_version: replayed.follows?.version ?? null,
    what_changes: details.whatChanges ?? null,
  };
}

function exceptionRow({
  id,
  exception,
  revision,
  savedBy,
  addedAt,
  removedAt,
}: Replayed['legacyExceptions'][number]): ProjectedRow<'legacy_exception'> {
  return {
    id,
    system: exception.system,
    points: exception.points,
    explanation: exception.explanation,
    remediation_plan: exception.remediationPlan,
    funded: exception.funded,
    target_date: exception.targetDate,
    owner: exception.owner,
    scores: exception.scores,
    benefits: exception.benefits ?? null,
    revision,
    saved_by: savedBy,
    // When it was added: a later change leaves it, so that the order stays.
    saved_at: addedAt,
    removed_at: removedAt,
  };
}

function attachmentRow(attachment: Replayed['attachments'][number]): ProjectedRow<'attachment'> {
  return {
    id: attachment.id,
    point: attachment.point,
    exception_id: attachment.exceptionId,
    condition_id: attachment.conditionId,
    evidence_id: attachment.evidenceId,
    message_id: attachment.messageId,
    name: attachment.name,
    media_type: attachment.mediaType,
    bytes: attachment.bytes,
    sha256: attachment.sha256,
    added_by: attachment.addedBy,
    added_at: attachment.addedAt,
    removed_by: attachment.removedBy,
    removed_at: attachment.removedAt,
    infected_at: attachment.infectedAt,
    signature: attachment.signature,
    stored_id: attachment.storedId,
  };
}

function versionRow(version: ReplayedVersion): ProjectedRow<'submission_version'> {
  return {
    number: version.number,
    content: version.content,
    content_hash: version.contentHash,
    // Only what is assessed has to be told apart point by point.
    point_hashes: version.assessable ? pointHashes(version.content, contentHashOf(version.contentHash)) : {},
    regime_version: version.regimeVersion,
    submitted_by: version.submittedBy,
    submitted_at: version.submittedAt,
  };
}

type ReviewTable =
  | 'rating_review'
  | 'assessment'
  | 'exception_ruling'
  | 'case_return'
  | 'recommendation'
  | 'external_decision';

function reviewRows(replayed: Replayed): Pick<Projection, ReviewTable> {
  return {
    rating_review: replayed.ratingReviews.map(({ reviewedBy, reviewedAt, ...review }) => ({
      ...review,
      reviewed_by: reviewedBy,
      reviewed_at: reviewedAt,
    })),
    assessment: replayed.assessments.map(({ assessedBy, assessedAt, ...assessment }) => ({
      ...assessment,
      assessed_by: assessedBy,
      assessed_at: assessedAt,
    })),
    exception_ruling: replayed.rulings.map(({ exceptionId, ruledBy, ruledAt, ...ruling }) => ({
      ...ruling,
      exception_id: exceptionId,
      ruled_by: ruledBy,
      ruled_at: ruledAt,
    })),
    case_return: replayed.returns.map(({ returnedBy, returnedAt, ...back }) => ({
      ...back,
      returned_by: returnedBy,
      returned_at: returnedAt,
    })),
    recommendation: replayed.recommendations.map(({ recommendedBy, recommendedAt, ...recommendation }) => ({
      ...recommendation,
      recommended_by: recommendedBy,
      recommended_at: recommendedAt,
    })),
    external_decision: replayed.externalDecisions.map((decision) => ({
      id: decision.id,
      sequence: decision.sequence,
      kind: decision.kind,
      outcome: decision.outcome,
      decided_on: decision.decidedOn,
      document_title: decision.documentTitle,
      document_url: decision.documentUrl,
      note: decision.note,
      supersedes_id: decision.supersedesId,
      recorded_by: decision.recordedBy,
      recorded_at: decision.recordedAt,
    })),
  };
}

function decisionRows({
  organisationId,
  decisions,
  conditions,
}: Replayed): Pick<Projection, 'decision' | 'condition' | 'condition_evidence'> {
  return {
    decision: decisions.map((decision) => ({
      id: decision.id,
      number: decision.number,
      version: decision.version,
      sequence: decision.sequence,
      outcome: decision.outcome,
      requested_pence: decision.requestedPence,
      approved_pence: decision.approvedPence,
      reason: decision.reason,
      overrides: decision.overrides,
      recommendation_id: decision.recommendationId,
      supersedes_id: decision.supersedesId,
      regime_version: decision.regimeVersion,
      decided_by: decision.decidedBy,
      decided_role: decision.decidedRole,
      decided_in_source: decision.decidedInSource,
      decided_at: decision.decidedAt,
      organisation_id: organisationId,
      synthetic: decision.synthetic,
    })),
    condition: conditions.map(conditionRow),
    condition_evidence: conditions.flatMap((condition) =>
      condition.evidence.map(({ submittedBy, submittedAt, judgement: _judgement, ...evidence }) => ({
        ...evidence,
        condition_id: condition.id,
        submitted_by: submittedBy,
        submitted_at: submittedAt,
      })),
    ),
  };
}

function conditionRow(condition: ReplayedCondition): ProjectedRow<'condition'> {
  return {
    id: condition.id,
    decision_id: condition.decisionId,
    number: condition.number,
    kind: condition.kind,
    exception_id: condition.exceptionId,
    carried_over_to: condition.carriedOverTo,
    text: condition.text,
    point: condition.point,
    owner_name: condition.ownerName,
    owner_email: condition.ownerEmail,
    due_on: condition.dueOn,
    status: condition.status,
    revision: condition.revision,
    changed_at: condition.changedAt,
  };
}

function commentRows({ comments }: Replayed): Pick<Projection, 'comment' | 'comment_edit'> {
  return {
    comment: comments.map((comment) => ({
      id: comment.id,
      point: comment.point,
      version: comment.version,
      audience: comment.audience,
      parent_id: comment.parentId,
      body: comment.body,
      revision: comment.revision,
      author_id: comment.authorId,
      author_role: comment.authorRole,
      created_at: comment.createdAt,
      edited_at: comment.editedAt,
      resolved_at: comment.resolvedAt,
      resolved_by: comment.resolvedBy,
    })),
    comment_edit: comments.flatMap(({ id, before }) =>
      before.map(({ revision, body, replacedBy, replacedAt }) => ({
        comment_id: id,
        revision,
        body,
        replaced_by: replacedBy,
        replaced_at: replacedAt,
      })),
    ),
  };
}

type AdviceTable = 'advice_request' | 'advice_message' | 'guidance' | 'guidance_source';

function adviceRows({ advice, messages, guidance }: Replayed): Pick<Projection, AdviceTable> {
  return {
    advice_request:
      advice === null
        ? []
        : [{ subject: advice.subject, point: advice.point, about_case_id: advice.aboutCaseId }],
    advice_message: messages.map((message) => ({
      id: message.id,
      sequence: message.sequence,
      kind: message.kind,
      body: message.body,
      outcome: message.outcome,
      sent_to: message.sentTo,
      author_id: message.authorId,
      author_role: message.authorRole,
      written_at: message.writtenAt,
    })),
    guidance: guidance.map((one) => ({
      id: one.id,
      subject: one.subject,
      point: one.point,
      title: one.title,
      body: one.body,
      published_at: one.publishedAt,
      withdrawn_at: one.withdrawnAt,
      withdrawn_because: one.withdrawnBecause,
    })),
    guidance_source: guidance.map(({ id, sequence, publishedBy }) => ({
      guidance_id: id,
      sequence,
      published_by: publishedBy,
    })),
  };
}
