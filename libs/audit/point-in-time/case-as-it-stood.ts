import {
  emptyPointEvidence,
  POINT_NUMBERS,
  standingAttachments,
  standingExceptions,
  type StandingAttachment,
  type ClockStanding,
  type Replayed,
  type ReplayedCondition,
  type ReplayedDecision,
} from '#domain';
import { personIn, type CaseView } from './case-view.js';

/** A whole case as reading it gave it then. */
export function caseAsItStood(view: CaseView, nextDue: ClockStanding['nextDue']): object {
  const { replayed, organisation } = view;
  return {
    reference: replayed.reference,
    organisation,
    state: replayed.state,
    revision: replayed.revision,
    regimeVersion: replayed.regimeVersion,
    pinnedOn: replayed.pinnedOn,
    currentVersion: replayed.currentVersion,
    submittedAt: replayed.submittedAt,
    rating: replayed.rating,
    ratingConfirmed: replayed.ratingConfirmed,
    route: replayed.route,
    reviewDepth: replayed.reviewDepth,
    nextDueAt: nextDue?.dueAt.toISOString() ?? null,
    nextDueTarget: nextDue?.target ?? null,
    synthetic: replayed.synthetic,
    disposedAt: replayed.disposedAt,
    importedFrom: importedFrom(replayed),
    follows: followsOf(view),
    pipelineKey: replayed.pipelineKey,
    createdAt: replayed.createdAt,
    updatedAt: replayed.updatedAt,
    createdBy: personIn(view, replayed.createdBy),
    reviewer: personIn(view, replayed.reviewerId),
    details: replayed.details,
    detailsRevision: replayed.detailsRevision,
    points: pointsOf(replayed),
    legacyExceptions: exceptionsOf(view),
    attachments: standingAttachments(replayed).map(attachmentFields),
    decision: decisionInForce(view),
    conditions: replayed.conditions
      .filter(({ decisionId }) => decisionId === replayed.decisionId)
      .sort((one, other) => one.number - other.number)
      .map(conditionFields),
  };
}

function importedFrom({ importedFrom: from }: Replayed): object | null {
  return from === null ? null : { source: from.source, reference: from.reference };
}

/** As reading a case gives it: nothing of an approval the reader does not see. */
function followsOf({ replayed: { follows }, seesFollowed }: CaseView): object | null {
  return follows === null || !seesFollowed
    ? null
    : { reference: follows.reference, kind: follows.kind, version: follows.version };
}

function pointsOf({ points }: Replayed): readonly object[] {
  return POINT_NUMBERS.map((point) => {
    const saved = points.find(({ evidence }) => evidence.point === point);
    return {
      ...(saved?.evidence ?? emptyPointEvidence(point)),
      revision: saved?.revision ?? 0,
      savedAt: saved?.savedAt ?? null,
    };
  });
}

function exceptionsOf({ replayed, seesInternal }: CaseView): readonly object[] {
  return standingExceptions(replayed).map(({ id, exception, revision }) => ({
    ...exception,
    revision,
    ruling: seesInternal ? latestRuling(replayed, id) : null,
  }));
}

/** The latest ruling on a legacy exception, whichever version it was made on. */
function latestRuling({ rulings }: Replayed, exceptionId: string): object | null {
  const latest = rulings.findLast((ruling) => ruling.exceptionId === exceptionId);
  if (latest === undefined) return null;
  const { ruling, reason, version, sequence, ruledBy, ruledAt } = latest;
  return { ruling, reason, version, sequence, ruledBy, ruledAt };
}

function decisionInForce(view: CaseView): object | null {
  const { decisions, decisionId } = view.replayed;
  const decision = decisions.find(({ id }) => id === decisionId);
  return decision === undefined ? null : decisionFields(view, decision);
}

/** One attached file as the case gives it. */
function attachmentFields(attachment: StandingAttachment): StandingAttachment {
  const { id, point, exceptionId, conditionId, evidenceId, messageId, name, mediaType, bytes, sha256 } =
    attachment;
  return { id, point, exceptionId, conditionId, evidenceId, messageId, name, mediaType, bytes, sha256 };
}

/** One decision as answers give it. */
export function decisionFields(view: CaseView, decision: ReplayedDecision): object {
  return {
    id: decision.id,
    number: decision.number,
    version: decision.version,
    outcome: decision.outcome,
    requestedPence: decision.requestedPence,
    approvedPence: decision.approvedPence,
    reason: decision.reason,
    overrides: decision.overrides,
    supersedesId: decision.supersedesId,
    regimeVersion: decision.regimeVersion,
    decidedBy: personIn(view, decision.decidedBy),
    decidedRole: decision.decidedRole,
    decidedInSource: decision.decidedInSource,
    decidedAt: decision.decidedAt,
    synthetic: decision.synthetic,
  };
}

/** One condition as answers give it, without its evidence. */
export function conditionFields(condition: ReplayedCondition): object {
  return {
    id: condition.id,
    decisionId: condition.decisionId,
    number: condition.number,
    text: condition.text,
    point: condition.point,
    ownerName: condition.ownerName,
    ownerEmail: condition.ownerEmail,
    dueOn: condition.dueOn,
    kind: condition.kind,
    exceptionId: condition.exceptionId,
    carriedOverTo: condition.carriedOverTo,
    status: condition.status,
    revision: condition.revision,
    changedAt: condition.changedAt,
  };
}
