import type { CaseAction } from '#domain';

/**
 * Which page of a case an action is done on, after `/cases/<reference>/`; `null` where there is none. `:id` stands for
 * the condition it is about. Exhaustive, so that a new action must be given its place.
 */
export const ACTION_PATHS: Readonly<Record<CaseAction, string | null>> = {
  'edit-content': 'tasks',
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
  'relate-case': 'relations',
  'unrelate-case': 'relations',
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
  'waive-condition': 'conditions/:id/waive',
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
