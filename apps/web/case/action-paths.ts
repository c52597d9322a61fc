import type { CaseAction } from '#domain';

/**
 * The pages of a case that something is done on, by their address after `/cases/<reference>/`, with what leads to
 * them. `:id` stands for the condition the page is about.
 */
export const ACTION_PAGES = {
  'begin-request': 'Begin the request',
  tasks: 'Change the request',
  'check-answers': 'Check the answers and send the request',
  withdraw: 'Withdraw the request',
  acknowledge: 'Acknowledge the request',
  'start-review': 'Start the review',
  triage: 'Look at the rating and the route',
  assign: 'Assign the case or hand it over',
  'extend-clock': 'Give a target more time',
  'external-decisions': 'Record a decision made elsewhere',
  relate: 'Relate it to another case',
  assess: 'Assess the points',
  return: 'Return for information',
  recommend: 'Recommend a decision',
  'refer-back': 'Refer back to the review',
  decide: 'Decide',
  supersede: 'Supersede the decision',
  comments: 'Comment',
  'conditions/:id/evidence': 'Give evidence',
  'conditions/:id/confirm': 'Confirm it is met',
  'conditions/:id/send-back': 'Send the evidence back',
  'conditions/:id/not-met': 'Conclude that it was not met',
  'conditions/:id/waive': 'Waive it',
  'conditions/:id/extend': 'Give it more time',
  spend: 'Record what was spent',
  'start-variation': 'Start a variation or an extension',
} as const;
export type ActionPage = keyof typeof ACTION_PAGES;

/** Which page each action is done on; exhaustive, so that a new action must be given its place. `null` for none. */
export const ACTION_PATHS: Readonly<Record<CaseAction, ActionPage | null>> = {
  'edit-content': 'tasks',
  'begin-request': 'begin-request',
  'sign-off': 'check-answers',
  'take-back-sign-off': 'check-answers',
  submit: 'check-answers',
  'record-departmental-assurance': 'check-answers',
  'close-draft-below-threshold': 'check-answers',
  resubmit: 'check-answers',
  withdraw: 'withdraw',
  acknowledge: 'acknowledge',
  'start-review': 'start-review',
  'call-in': 'triage',
  'review-rating': 'triage',
  'set-review-depth': 'triage',
  'close-submission-below-threshold': 'triage',
  'assign-reviewer': 'assign',
  'hand-over': 'assign',
  unassign: 'assign',
  'relate-case': 'relate',
  'unrelate-case': null,
  'put-in-touch': null,
  'dismiss-likeness': null,
  'extend-clock': 'extend-clock',
  'record-external-decision': 'external-decisions',
  'assess-point': 'assess',
  'rule-on-legacy-exception': 'assess',
  return: 'return',
  recommend: 'recommend',
  'refer-back': 'refer-back',
  approve: 'decide',
  'approve-with-conditions': 'decide',
  'not-approve': 'decide',
  supersede: 'supersede',
  comment: 'comments',
  'comment-internally': 'comments',
  'submit-condition-evidence': 'conditions/:id/evidence',
  'confirm-condition-met': 'conditions/:id/confirm',
  'send-condition-back': 'conditions/:id/send-back',
  'conclude-not-met': 'conditions/:id/not-met',
  'waive-condition': 'conditions/:id/waive',
  'extend-condition': 'conditions/:id/extend',
  'record-spend': 'spend',
  'start-variation': 'start-variation',
  // Questions have pages of their own.
  'follow-up-advice': null,
  'answer-advice': null,
  'refer-advice': null,
  'close-advice': null,
  'reopen-advice': null,
  'tie-advice': null,
  'attach-to-advice': null,
  'mark-advice': null,
  'publish-guidance': null,
  'withdraw-guidance': null,
};

/** Address of a case, or of one of its pages. */
export function casePath(reference: string, page = ''): string {
  return page === '' ? `/cases/${reference}` : `/cases/${reference}/${page}`;
}

/**
 * Address of the page an action is done on; `null` where there is none, or where it is about a condition and none is
 * given.
 */
export function actionPath(reference: string, action: CaseAction, conditionId?: string): string | null {
  const page = ACTION_PATHS[action];
  if (page === null) return null;
  if (!page.includes(':id')) return casePath(reference, page);
  return conditionId === undefined ? null : casePath(reference, page.replace(':id', conditionId));
}
