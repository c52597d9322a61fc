import { ADVICE_ACTIONS } from '../advice/advice-actions.js';
import { OPEN_ADVICE_STATES } from '../advice/advice-words.js';
import { PAST_COMPARING } from '../likeness/likeness.js';
import type { GuardName } from './guards.js';
import type { Role } from './roles.js';
import { CASE_STATES, DECIDED_STATES, EDITABLE_STATES, NO_REQUEST_STATES, type CaseState } from './states.js';

/** States a case has passed through the department's own hands to reach, and which precede a decision. */
const BEFORE_DECISION = [
  'planned',
  'draft',
  'signed-off',
  'submitted',
  'acknowledged',
  'in-review',
  'returned',
  'recommended',
] as const satisfies readonly CaseState[];

/** States in which GDS Assurance has not recommended yet, and looks at how it treats the case. */
const IN_TRIAGE = ['submitted', 'acknowledged', 'in-review'] as const satisfies readonly CaseState[];

/** States in which a case is somebody's work at GDS Assurance: once it has been acknowledged, or asks for advice. */
const IN_HAND = [
  'acknowledged',
  'in-review',
  'returned',
  'recommended',
  ...OPEN_ADVICE_STATES,
] as const satisfies readonly CaseState[];

/** States GDS Assurance marks related cases in: a plan and a draft are still the department's own, a question is no request. */
const BEYOND_DRAFT = CASE_STATES.filter(
  (state) => state !== 'draft' && !NO_REQUEST_STATES.some((one) => one === state),
);

/** States in which somebody else's spend may be the same: all but those in which it is over or given up. */
const COMPARABLE = CASE_STATES.filter((state) => !PAST_COMPARING.some((past) => past === state));

/** States in which an approval stands. */
const APPROVED = ['approved', 'approved-with-conditions'] as const satisfies readonly CaseState[];

/** One row of the lifecycle: who may do what, where a case then stands, and what is checked first. */
export interface ActionRule {
  /** What people read: a verb phrase. */
  readonly name: string;
  /** States the case may be in. */
  readonly from: readonly CaseState[];
  /** States it may be in afterwards; several where the outcome chooses; `unchanged` where the state stays. */
  readonly to: readonly CaseState[] | 'unchanged';
  /** Department roles count only in the case's own organisation, GDS Assurance roles for every case. */
  readonly roles: readonly Role[];
  /** Whether a reason must be given in words. */
  readonly reason: 'required' | 'none';
  /** Checked in order after role and state; each says why not. */
  readonly guards: readonly GuardName[];
}

/**
 * The lifecycle, in full. Order of states and the rule that a return, a refusal and a withdrawal need a reason:
 * this service's reading of the published process. `take-back-sign-off` and `refer-back` are this service's own:
 * without them a slip found after sign-off, or a recommendation the decider cannot accept, would have no way back.
 * Resubmission is the assurance lead's, because sending a new version is signing it off. So are `call-in`, the depth of a
 * review, marks on related cases, more time, and who hands a case to whom; and `planned` with `begin-request`, by which
 * a pipeline of planned spend is cases that have not grown up yet; and everything after the decision.
 */
export const CASE_ACTIONS = {
  'edit-content': {
    name: 'change what the case says',
    from: EDITABLE_STATES,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: [],
  },
  'begin-request': {
    name: 'begin the request',
    from: ['planned'],
    to: ['draft'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: [],
  },
  'sign-off': {
    name: 'sign off for the department',
    from: ['draft'],
    to: ['signed-off'],
    roles: ['assurance-lead'],
    reason: 'none',
    guards: ['content-complete'],
  },
  'take-back-sign-off': {
    name: 'take back the sign-off',
    from: ['signed-off'],
    to: ['draft'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'required',
    guards: [],
  },
  submit: {
    name: 'submit to GDS Assurance',
    from: ['signed-off'],
    to: ['submitted'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: ['content-complete', 'route-leads-to-gds-assurance'],
  },
  'record-departmental-assurance': {
    name: "record the department's own assurance",
    from: ['signed-off'],
    to: ['assured-by-department'],
    roles: ['assurance-lead'],
    reason: 'required',
    guards: ['content-complete', 'route-leads-to-department'],
  },
  'call-in': {
    name: 'call in for GDS Assurance',
    from: ['assured-by-department'],
    to: ['submitted'],
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation'],
  },
  acknowledge: {
    name: 'acknowledge and name the reviewer',
    from: ['submitted'],
    to: ['acknowledged'],
    roles: ['reviewer'],
    reason: 'none',
    guards: ['not-own-organisation', 'named-reviewer-is-independent'],
  },
  'review-rating': {
    name: 'confirm or override the rating',
    from: IN_TRIAGE,
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'none',
    guards: ['not-own-organisation', 'on-current-version', 'override-has-reason'],
  },
  'set-review-depth': {
    name: 'set the depth of the review',
    from: IN_TRIAGE,
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'none',
    guards: ['not-own-organisation'],
  },
  'assign-reviewer': {
    name: 'assign a reviewer',
    from: IN_HAND,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation', 'nobody-is-assigned', 'named-reviewer-is-independent'],
  },
  'hand-over': {
    name: 'hand the case over to another reviewer',
    from: IN_HAND,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'somebody-is-assigned',
      'hands-over-own-or-decides',
      'named-reviewer-is-another',
      'named-reviewer-is-independent',
    ],
  },
  unassign: {
    name: 'take the case from its reviewer',
    from: IN_HAND,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'somebody-is-assigned', 'hands-over-own-or-decides'],
  },
  'relate-case': {
    name: 'mark a related case',
    from: BEYOND_DRAFT,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'related-case-is-not-own'],
  },
  'unrelate-case': {
    name: 'take back the mark on a related case',
    from: BEYOND_DRAFT,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'related-case-is-not-own'],
  },
  'put-in-touch': {
    name: 'put the department in touch with another',
    from: COMPARABLE,
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'required',
    guards: ['not-own-organisation', 'related-case-is-not-own'],
  },
  'dismiss-likeness': {
    name: 'dismiss a likeness to another case',
    from: COMPARABLE,
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'required',
    guards: ['not-own-organisation', 'related-case-is-not-own'],
  },
  'extend-clock': {
    name: 'give a target more time',
    from: [...IN_TRIAGE, 'recommended'],
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'extension-within-limit'],
  },
  'record-external-decision': {
    name: 'record a decision made elsewhere',
    from: [...IN_TRIAGE, 'returned', 'recommended', ...DECIDED_STATES],
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation', 'external-decision-not-in-future'],
  },
  'start-review': {
    name: 'start the review',
    from: ['acknowledged'],
    to: ['in-review'],
    roles: ['reviewer'],
    reason: 'none',
    guards: ['not-own-organisation'],
  },
  'assess-point': {
    name: 'assess a point',
    from: ['in-review'],
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'none',
    guards: ['not-own-organisation', 'on-current-version'],
  },
  'rule-on-legacy-exception': {
    name: 'accept or refuse a legacy exception',
    from: ['in-review'],
    to: 'unchanged',
    roles: ['reviewer'],
    reason: 'required',
    guards: ['not-own-organisation', 'on-current-version'],
  },
  return: {
    name: 'return for information',
    from: ['in-review'],
    to: ['returned'],
    roles: ['reviewer'],
    reason: 'required',
    guards: ['not-own-organisation', 'on-current-version'],
  },
  resubmit: {
    name: 'sign off and resubmit',
    from: ['returned'],
    to: ['in-review'],
    roles: ['assurance-lead'],
    reason: 'required',
    guards: ['content-complete'],
  },
  recommend: {
    name: 'recommend a decision',
    from: ['in-review'],
    to: ['recommended'],
    roles: ['reviewer'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'on-current-version',
      'all-points-assessed',
      'answers-looked-at',
      'all-exceptions-ruled-on',
    ],
  },
  'refer-back': {
    name: 'refer back to the review',
    from: ['recommended'],
    to: ['in-review'],
    roles: ['decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'on-current-version'],
  },
  approve: {
    name: 'approve',
    from: ['recommended'],
    to: ['approved'],
    roles: ['decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'not-own-recommendation',
      'on-current-version',
      'approved-amount-in-range',
      'no-conditions-given',
      'mandatory-points-covered',
    ],
  },
  'approve-with-conditions': {
    name: 'approve with conditions',
    from: ['recommended'],
    to: ['approved-with-conditions'],
    roles: ['decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'not-own-recommendation',
      'on-current-version',
      'approved-amount-in-range',
      'conditions-given',
      'mandatory-points-covered',
    ],
  },
  'not-approve': {
    name: 'decide not to approve',
    from: ['recommended'],
    to: ['not-approved'],
    roles: ['decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'not-own-recommendation',
      'on-current-version',
      'no-conditions-given',
      'no-approved-amount',
    ],
  },
  supersede: {
    name: 'supersede the decision',
    from: DECIDED_STATES,
    to: DECIDED_STATES,
    roles: ['decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'not-own-recommendation',
      'on-current-version',
      'supersedes-current-decision',
      'new-decision-is-whole',
    ],
  },
  withdraw: {
    name: 'withdraw',
    from: BEFORE_DECISION,
    to: ['withdrawn'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'required',
    guards: [],
  },
  'close-draft-below-threshold': {
    name: 'record and close as below the threshold',
    from: ['draft'],
    to: ['closed-below-threshold'],
    roles: ['submitter', 'assurance-lead'],
    reason: 'required',
    guards: ['below-threshold'],
  },
  'close-submission-below-threshold': {
    name: 'close the submission as below the threshold',
    from: ['submitted'],
    to: ['closed-below-threshold'],
    roles: ['reviewer'],
    reason: 'required',
    guards: ['not-own-organisation', 'below-threshold'],
  },
  comment: {
    name: 'comment to everybody on the case',
    from: CASE_STATES,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider'],
    reason: 'none',
    guards: [],
  },
  'comment-internally': {
    name: 'comment within GDS Assurance',
    from: CASE_STATES,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation'],
  },
  'submit-condition-evidence': {
    name: 'give evidence that a condition is met',
    from: APPROVED,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: ['condition-is-in-force', 'condition-is-open'],
  },
  'confirm-condition-met': {
    name: 'confirm that a condition is met',
    from: APPROVED,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'none',
    guards: ['not-own-organisation', 'condition-is-in-force', 'condition-has-evidence'],
  },
  'send-condition-back': {
    name: 'send the evidence for a condition back',
    from: APPROVED,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'condition-is-in-force', 'condition-has-evidence'],
  },
  'conclude-not-met': {
    name: 'conclude that a promise was not met',
    from: APPROVED,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'condition-is-in-force', 'condition-is-unsettled', 'promise-is-due'],
  },
  'waive-condition': {
    name: 'waive a condition',
    from: APPROVED,
    to: 'unchanged',
    roles: ['decider'],
    reason: 'required',
    guards: ['not-own-organisation', 'condition-is-in-force', 'condition-is-unsettled'],
  },
  'extend-condition': {
    name: 'give a condition more time',
    from: APPROVED,
    to: 'unchanged',
    roles: ['reviewer', 'decider'],
    reason: 'required',
    guards: [
      'not-own-organisation',
      'condition-is-in-force',
      'condition-is-unsettled',
      'new-due-date-is-later',
    ],
  },
  'record-spend': {
    name: 'record what was spent',
    from: APPROVED,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead'],
    reason: 'none',
    guards: ['spend-report-is-sound'],
  },
  'start-variation': {
    name: 'start a variation or an extension',
    from: APPROVED,
    to: 'unchanged',
    roles: ['submitter', 'assurance-lead'],
    reason: 'required',
    guards: ['spending-goes-on', 'nothing-follows-yet'],
  },
  ...ADVICE_ACTIONS,
} as const satisfies Record<string, ActionRule>;

export type CaseAction = keyof typeof CASE_ACTIONS;
export const CASE_ACTION_NAMES = Object.keys(CASE_ACTIONS) as readonly CaseAction[];

/** The rule of an action, widened so that every row reads alike. */
export function ruleFor(action: CaseAction): ActionRule {
  return CASE_ACTIONS[action];
}
