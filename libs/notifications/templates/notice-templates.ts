import type { NoticeEvent } from '#domain';
import {
  adviceAnswered,
  adviceAsked,
  adviceClosed,
  adviceFollowedUp,
  adviceReferred,
  adviceReopened,
} from './advice.js';
import { conditionChanged, conditionDue, conditionEvidenceSubmitted, decided } from './after-decision.js';
import { attachmentInfected } from './attachments.js';
import {
  closedBelowThreshold,
  requestBegun,
  signedOff,
  signOffTakenBack,
  submitted,
  withdrawn,
} from './before-review.js';
import {
  acknowledged,
  recommended,
  referredBack,
  resubmitted,
  returned,
  reviewStarted,
} from './in-review.js';
import {
  approvalEnding,
  conditionExtended,
  spendRecorded,
  spendReportDue,
  variationStarted,
} from './after-approval.js';
import type { Template } from './letter.js';
import {
  conditionDueSoon,
  conditionOverdue,
  returnUnanswered,
  targetMissed,
  targetNear,
} from './reminders.js';
import { putInTouch } from './put-in-touch.js';
import {
  assuredByDepartment,
  calledIn,
  clockExtended,
  ratingReviewed,
  reviewerAssigned,
  reviewerUnassigned,
} from './triage.js';

/** One template for every event that tells somebody; one that is missing does not compile. */
export const NOTICE_TEMPLATES: Readonly<Record<NoticeEvent, Template>> = {
  'request-begun': requestBegun,
  'signed-off': signedOff,
  'sign-off-taken-back': signOffTakenBack,
  submitted,
  acknowledged,
  'review-started': reviewStarted,
  returned,
  resubmitted,
  recommended,
  'referred-back': referredBack,
  decided,
  withdrawn,
  'closed-below-threshold': closedBelowThreshold,
  'condition-evidence-submitted': conditionEvidenceSubmitted,
  'condition-changed': conditionChanged,
  'condition-extended': conditionExtended,
  'spend-recorded': spendRecorded,
  'spend-report-due': spendReportDue,
  'approval-ending': approvalEnding,
  'variation-started': variationStarted,
  'condition-due': conditionDue,
  'condition-due-soon': conditionDueSoon,
  'condition-overdue': conditionOverdue,
  'return-unanswered': returnUnanswered,
  'target-near': targetNear,
  'target-missed': targetMissed,
  'rating-reviewed': ratingReviewed,
  'clock-extended': clockExtended,
  'reviewer-assigned': reviewerAssigned,
  'reviewer-unassigned': reviewerUnassigned,
  'assured-by-department': assuredByDepartment,
  'called-in': calledIn,
  'put-in-touch': putInTouch,
  'attachment-infected': attachmentInfected,
  'advice-asked': adviceAsked,
  'advice-followed-up': adviceFollowedUp,
  'advice-reopened': adviceReopened,
  'advice-answered': adviceAnswered,
  'advice-referred': adviceReferred,
  'advice-closed': adviceClosed,
};
