import {
  roleFor,
  ROLES_FOR,
  ruleFor,
  sightOf,
  type AccessRule,
  type CaseAction,
  type HeldRole,
} from '#domain';

/** What answers somebody: that they are let in, whatever is then wrong; or how they are refused. */
export type Answered = 'let in' | 401 | 403 | 404;

/** What is asked of one case: to see it, or one of some actions on it. */
export interface OfCase {
  readonly organisationId: string;
  /** None where it is only read. */
  readonly actions: readonly CaseAction[];
}

/**
 * How a route answers, out of the rule it declares, what the lifecycle's table lists, and nothing else.
 * @param roles of who asks; `null` when nobody is signed in
 * @param ofCase `null` where it is about no case, or about the record of one, which gives no sight of it
 */
export function answerTo(
  rule: AccessRule,
  roles: readonly HeldRole[] | null,
  ofCase: OfCase | null,
): Answered {
  if (rule === 'anyone') return 'let in';
  if (roles === null) return 401;
  const wanted = ROLES_FOR[rule];
  if (wanted !== null && !roles.some(({ role }) => wanted.includes(role))) return 403;
  if (ofCase === null) return 'let in';
  const { organisationId, actions } = ofCase;
  const { everything, organisationIds } = sightOf(roles);
  if (!everything && !organisationIds.includes(organisationId)) return 404;
  if (actions.length === 0) return 'let in';
  const actor = { personId: '', roles };
  const isSomeones = actions.some(
    (action) => roleFor(actor, organisationId, ruleFor(action).roles) !== undefined,
  );
  return isSomeones ? 'let in' : 403;
}

/** The actions behind each operation that changes a case, by the operation's id. */
export const ACTIONS_OF: Readonly<Record<string, readonly CaseAction[]>> = {
  'Drafting.savePoint': ['edit-content'],
  'Drafting.changeDetails': ['edit-content'],
  'Drafting.addException': ['edit-content'],
  'Drafting.changeException': ['edit-content'],
  'Drafting.removeException': ['edit-content'],
  'Comments.add': ['comment', 'comment-internally'],
  'Comments.edit': ['comment', 'comment-internally'],
  'Comments.resolve': ['comment', 'comment-internally'],
  'Comments.reopen': ['comment', 'comment-internally'],
  'Submission.beginRequest': ['begin-request'],
  'Submission.signOff': ['sign-off'],
  'Submission.takeBackSignOff': ['take-back-sign-off'],
  'Submission.submit': ['submit'],
  'Submission.recordDepartmentalAssurance': ['record-departmental-assurance'],
  'Submission.withdraw': ['withdraw'],
  'Submission.resubmit': ['resubmit'],
  'Submission.closeDraft': ['close-draft-below-threshold'],
  'Review.acknowledge': ['acknowledge'],
  'Review.startReview': ['start-review'],
  'Review.assess': ['assess-point'],
  'Review.rule': ['rule-on-legacy-exception'],
  'Review.giveBack': ['return'],
  'Review.recommend': ['recommend'],
  'Review.closeSubmission': ['close-submission-below-threshold'],
  'Triage.recordExternalDecision': ['record-external-decision'],
  'Triage.reviewRating': ['review-rating'],
  'Triage.setDepth': ['set-review-depth'],
  'Triage.callIn': ['call-in'],
  'Triage.extendClock': ['extend-clock'],
  'Relations.relate': ['relate-case'],
  'Relations.unrelate': ['unrelate-case'],
  'LikenessOfCase.putInTouch': ['put-in-touch'],
  'LikenessOfCase.dismiss': ['dismiss-likeness'],
  'Attachments.attachToCondition': ['submit-condition-evidence'],
  'Attachments.attachToException': ['edit-content'],
  'Attachments.attachToPoint': ['edit-content'],
  'Attachments.attachToMessage': ['attach-to-advice'],
  'Attachments.remove': ['edit-content', 'submit-condition-evidence'],
  'Advice.followUp': ['follow-up-advice'],
  'Advice.reopen': ['reopen-advice'],
  'Advice.answer': ['answer-advice'],
  'Advice.refer': ['refer-advice'],
  'Advice.close': ['close-advice'],
  'Advice.tie': ['tie-advice'],
  'Advice.mark': ['mark-advice'],
  'Advice.publish': ['publish-guidance'],
  'Advice.withdraw': ['withdraw-guidance'],
  'Assignment.assign': ['assign-reviewer'],
  'Assignment.handOver': ['hand-over'],
  'Assignment.unassign': ['unassign'],
  'Decisions.referBack': ['refer-back'],
  'Decisions.approve': ['approve'],
  'Decisions.approveWithConditions': ['approve-with-conditions'],
  'Decisions.notApprove': ['not-approve'],
  'Decisions.supersede': ['supersede'],
  'Conditions.submitEvidence': ['submit-condition-evidence'],
  'Conditions.confirmMet': ['confirm-condition-met'],
  'Conditions.sendBack': ['send-condition-back'],
  'Conditions.concludeNotMet': ['conclude-not-met'],
  'Conditions.waive': ['waive-condition'],
  'Conditions.extend': ['extend-condition'],
  'AfterDecision.startVariation': ['start-variation'],
  'AfterDecision.recordSpend': ['record-spend'],
};
