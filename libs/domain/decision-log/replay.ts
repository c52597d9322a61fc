import { isDepartmentRole } from '../lifecycle/roles.js';
import { clockEventOf } from '../working-time/clock-events.js';
import type { CaseEvent } from './events.js';
import {
  takeMarking,
  takeMessage,
  takePublication,
  takeTie,
  takeWithdrawalOfGuidance,
} from './replay-advice.js';
import {
  bindToEvidence,
  takeAttachment,
  takeAttachmentRemoval,
  takeInfection,
} from './replay-attachments.js';
import { begun } from './replay-beginning.js';
import { takeComment, takeCommentEdit, takeCommentSettled } from './replay-comments.js';
import {
  takeChangedException,
  takeDetails,
  takeEvidence,
  takeNewException,
  takeRemovedException,
} from './replay-content.js';
import { takeFollower, takeSpendReport } from './replay-after-decision.js';
import {
  takeConditionChange,
  takeConditionEvidence,
  takeConditionExtension,
  takePromisesCarried,
  takeDecision,
} from './replay-decision.js';
import {
  takeAssessment,
  takeAssignment,
  takeExtension,
  takeExternalDecision,
  takeRecommendation,
  takeRelation,
  takeReturn,
  takeRuling,
  takeTouch,
  takeUnassignment,
  takeUnrelation,
} from './replay-review.js';
import { pin, takeCallIn, takeRatingReview, takeSubmission } from './replay-submission.js';
import { HistoryFault, note, type Working } from './replay-working.js';
import type { Replayed } from './replayed.js';

export { HistoryFault } from './replay-working.js';
export { standingAttachments } from './replay-attachments.js';
export { contentOfReplayed, standingExceptions } from './replay-content.js';

/** What every event says, whatever its type. */
function takeEnvelope(working: Working, event: CaseEvent): void {
  const { actorId, actorRole } = event;
  working.state = event.toState;
  working.revision = event.sequence;
  working.updatedAt = event.occurredAt;
  if (actorId !== null && actorRole !== null && isDepartmentRole(actorRole))
    note(working.departmentHands, actorId);
  const clockEvent = clockEventOf(event);
  if (clockEvent !== null) working.clockEvents.push(clockEvent);
}

/** What an event of each type says beside its envelope. Every type is named, so that none is forgotten. */
function takePayload(working: Working, event: CaseEvent): void {
  switch (event.type) {
    case 'case-created':
    case 'imported':
    case 'advice-asked':
      throw new HistoryFault(event.caseId, event.sequence, 'a case begins once');
    case 'details-changed':
      takeDetails(working, event);
      return;
    case 'point-evidence-saved':
      takeEvidence(working, event);
      return;
    case 'legacy-exception-added':
      takeNewException(working, event);
      return;
    case 'legacy-exception-changed':
      takeChangedException(working, event);
      return;
    case 'legacy-exception-removed':
      takeRemovedException(working, event);
      return;
    case 'attachment-added':
      takeAttachment(working, event);
      return;
    case 'attachment-removed':
      takeAttachmentRemoval(working, event);
      return;
    case 'attachment-infected':
      takeInfection(working, event);
      return;
    case 'signed-off':
      working.signedOffHash = event.payload.contentHash;
      return;
    case 'sign-off-taken-back':
      working.signedOffHash = null;
      return;
    case 'submitted':
    case 'assured-by-department':
    case 'resubmitted':
      working.currentVersion = event.version;
      takeSubmission(working, event);
      return;
    case 'acknowledged':
      working.reviewerId = event.payload.reviewerId;
      return;
    case 'reviewer-assigned':
      takeAssignment(working, event);
      return;
    case 'reviewer-unassigned':
      takeUnassignment(working, event);
      return;
    case 'rating-reviewed':
      takeRatingReview(working, event);
      return;
    case 'review-depth-set':
      working.reviewDepth = event.payload.depth;
      return;
    case 'point-assessed':
      takeAssessment(working, event);
      return;
    case 'legacy-exception-ruled-on':
      takeRuling(working, event);
      return;
    case 'returned':
      takeReturn(working, event);
      return;
    case 'recommended':
      takeRecommendation(working, event);
      return;
    case 'decided':
      takeDecision(working, event);
      return;
    case 'closed-below-threshold':
      working.closedBelowThresholdBy = event.payload.rule;
      pin(working, event.payload.triage);
      return;
    case 'condition-evidence-submitted':
      takeConditionEvidence(working, event);
      bindToEvidence(working, event);
      return;
    case 'condition-changed':
      takeConditionChange(working, event);
      return;
    case 'condition-extended':
      takeConditionExtension(working, event);
      return;
    case 'spend-recorded':
      takeSpendReport(working, event);
      return;
    case 'promises-carried-over':
      takePromisesCarried(working, event);
      return;
    case 'variation-started':
      takeFollower(working, event);
      return;
    case 'comment-added':
      takeComment(working, event);
      return;
    case 'comment-edited':
      takeCommentEdit(working, event);
      return;
    case 'comment-resolved':
    case 'comment-reopened':
      takeCommentSettled(working, event);
      return;
    case 'advice-followed-up':
    case 'advice-reopened':
      takeMessage(working, event, 'question');
      return;
    case 'advice-answered':
      takeMessage(working, event, 'answer');
      if (event.payload.takenOn === true) working.reviewerId = event.actorId;
      return;
    case 'advice-referred':
      takeMessage(working, event, 'referral');
      return;
    case 'advice-closed':
      takeMessage(working, event, 'closure');
      return;
    case 'advice-tied':
      takeTie(working, event);
      return;
    case 'advice-marked':
      takeMarking(working, event, event.payload.protectiveMarking);
      return;
    case 'guidance-published':
      takePublication(working, event);
      return;
    case 'guidance-withdrawn':
      takeWithdrawalOfGuidance(working, event);
      return;
    case 'case-related':
      takeRelation(working, event);
      return;
    case 'case-unrelated':
      takeUnrelation(working, event);
      return;
    case 'put-in-touch':
      takeTouch(working, event);
      return;
    case 'external-decision-recorded':
      takeExternalDecision(working, event);
      return;
    case 'clock-extended':
      takeExtension(working, event);
      return;
    case 'spend-report-due':
    case 'approval-ending':
    case 'condition-due':
    case 'condition-due-soon':
    case 'condition-overdue':
    case 'return-unanswered':
    case 'target-near':
    case 'target-missed': {
      const { sequence, type, occurredAt } = event;
      working.reminders.push({ sequence, type, remindedAt: occurredAt });
      return;
    }
    // Where the case then stands is all they say.
    case 'request-begun':
    case 'review-started':
    case 'referred-back':
      return;
    case 'withdrawn':
      pin(working, event.payload.triage);
      return;
    case 'called-in':
      takeCallIn(working, event);
      return;
    // What was made of two cases that look alike is told from the events themselves.
    case 'likeness-dismissed':
    case 'disposal-marked':
    case 'disposal-held':
    case 'disposal-released':
      return;
    case 'disposed':
      working.disposedAt = event.occurredAt;
      return;
    default:
      throw unknownType(event);
  }
}

/** A type nobody taught this to read, such as one of a later version. One that is only forgotten does not compile. */
function unknownType(event: never): HistoryFault {
  const { caseId, sequence, type } = event as CaseEvent;
  return new HistoryFault(caseId, sequence, `nobody knows how to read the type ${type}`);
}

/**
 * Everything known of a case after some event, from its events alone: the one reading of a history that asking for
 * the past, checking the working tables and the tests share.
 *
 * @param events of one case, from the first on, in sequence and without gaps
 * @throws HistoryFault when they do not begin with the case's creation or import, or change something that never was
 */
export function replay(events: readonly CaseEvent[]): Replayed {
  const [first, ...rest] = events;
  const working = begun(first);
  for (const event of rest) {
    takeEnvelope(working, event);
    takePayload(working, event);
  }
  return working;
}
