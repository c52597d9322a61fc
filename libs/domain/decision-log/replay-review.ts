import { madeBy } from './replay-submission.js';
import { amend, note, type EventOf, type Working } from './replay-working.js';

export function takeAssessment(working: Working, event: EventOf<'point-assessed'>): void {
  const { assessmentId, point, verdict, explanation } = event.payload;
  working.assessments.push({
    ...madeBy(event, assessmentId),
    point,
    verdict,
    explanation,
    assessedBy: event.actorId,
    assessedAt: event.occurredAt,
  });
}

export function takeRuling(working: Working, event: EventOf<'legacy-exception-ruled-on'>): void {
  const { rulingId, exceptionId, ruling } = event.payload;
  working.rulings.push({
    ...madeBy(event, rulingId),
    exceptionId,
    ruling,
    reason: event.reason,
    ruledBy: event.actorId,
    ruledAt: event.occurredAt,
  });
}

export function takeReturn(working: Working, event: EventOf<'returned'>): void {
  working.returns.push({
    ...madeBy(event, event.payload.returnId),
    reason: event.reason,
    points: event.payload.points,
    returnedBy: event.actorId,
    returnedAt: event.occurredAt,
  });
}

export function takeRecommendation(working: Working, event: EventOf<'recommended'>): void {
  const { recommendationId, outcome } = event.payload;
  working.recommendationId = recommendationId;
  working.recommendations.push({
    ...madeBy(event, recommendationId),
    outcome,
    reason: event.reason,
    recommendedBy: event.actorId,
    recommendedAt: event.occurredAt,
  });
}

/** Whoever hands over their own case is remembered, so that it is not given to them again. */
export function takeAssignment(working: Working, { payload, actorId }: EventOf<'reviewer-assigned'>): void {
  working.reviewerId = payload.reviewerId;
  if (payload.previousReviewerId !== null && payload.previousReviewerId === actorId)
    note(working.givenBackBy, actorId);
}

/** The same of whoever gives their own case back. */
export function takeUnassignment(
  working: Working,
  { payload, actorId }: EventOf<'reviewer-unassigned'>,
): void {
  working.reviewerId = null;
  if (payload.reviewerId === actorId) note(working.givenBackBy, actorId);
}

export function takeExternalDecision(
  working: Working,
  { payload, sequence, reason, actorId, occurredAt }: EventOf<'external-decision-recorded'>,
): void {
  const { externalDecisionId, supersedesId = null, ...decision } = payload;
  working.externalDecisions.push({
    ...decision,
    supersedesId,
    id: externalDecisionId,
    sequence,
    note: reason,
    recordedBy: actorId,
    recordedAt: occurredAt,
  });
}

export function takeRelation(working: Working, event: EventOf<'case-related'>): void {
  const { relationId, relatedCaseId, relatedReference, kind } = event.payload;
  working.relations.push({
    id: relationId,
    relatedCaseId,
    relatedReference,
    kind,
    reason: event.reason,
    revision: 1,
    relatedBy: event.actorId,
    relatedAt: event.occurredAt,
    removedAt: null,
    removedBy: null,
  });
}

/** Who is put in touch is related, where nobody had said so before. */
export function takeTouch(working: Working, event: EventOf<'put-in-touch'>): void {
  const { relationId, relatedCaseId, relatedReference } = event.payload;
  if (relationId === null) return;
  takeRelation(working, {
    ...event,
    type: 'case-related',
    payload: { relationId, relatedCaseId, relatedReference, kind: 'related' },
  });
}

export function takeUnrelation(working: Working, event: EventOf<'case-unrelated'>): void {
  amend(working.relations, event.payload.relationId, event, (relation) => ({
    ...relation,
    revision: relation.revision + 1,
    removedAt: event.occurredAt,
    removedBy: event.actorId,
  }));
}

export function takeExtension(
  working: Working,
  { payload, sequence, reason, actorId, occurredAt }: EventOf<'clock-extended'>,
): void {
  const { target, days } = payload;
  working.extensions.push({
    sequence,
    target,
    days,
    reason,
    extendedBy: actorId,
    extendedAt: occurredAt,
  });
}
