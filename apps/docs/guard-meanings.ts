import type { GuardName } from '#domain';

/** What each guard makes sure of, for people who do not read the code. */
export const GUARD_MEANINGS: Readonly<Record<GuardName, string>> = {
  'content-complete': 'Nothing the department must answer is missing, the rating included.',
  'not-own-organisation':
    "The person does not speak for the case's organisation and has not created, signed off or submitted the case or an approval it starts from.",
  'related-case-is-not-own':
    "The person does not speak for the other case's organisation either, and has not created, signed off or submitted it.",
  'named-reviewer-is-independent':
    "The reviewer who is named is a GDS Assurance reviewer and does not speak for the case's organisation.",
  'named-reviewer-is-another': 'The reviewer who is named is not the one who has the case already.',
  'nobody-is-assigned': 'No reviewer has the case.',
  'somebody-is-assigned': 'A reviewer has the case.',
  'hands-over-own-or-decides': 'The person is the reviewer who has the case, or a decider.',
  'on-current-version': 'The person looked at the latest submission version.',
  'all-points-assessed':
    'Every one of the 13 points, or in a light review every mandatory one, has an assessment that stands on the current version.',
  'answers-looked-at':
    'Every point on which the department answered a question of a return in words has been assessed since.',
  'all-exceptions-ruled-on': 'Every legacy exception has been accepted or refused.',
  'not-own-recommendation': 'The person did not make the recommendation.',
  'approved-amount-in-range': 'The approved amount is more than nothing and not more than was requested.',
  'conditions-given': 'There is at least one condition, and none is due before today.',
  'no-conditions-given': 'There are no conditions.',
  'no-approved-amount': 'There is no approved amount.',
  'mandatory-points-covered':
    'Every mandatory point that is not met has an accepted legacy exception, a condition on it, or an override with a reason.',
  'supersedes-current-decision': 'The decision to be superseded is the one that stands.',
  'new-decision-is-whole': 'The new decision meets what its own outcome asks for, as a first decision would.',
  'below-threshold': "The spending is not over the threshold of the case's regime.",
  'route-leads-to-gds-assurance': 'The route of the case leads to GDS Assurance.',
  'route-leads-to-department': "The route of the case leads to the department's own assurance.",
  'override-has-reason':
    "The level is one of the regime's scale, and has a reason wherever the answers do not make the same.",
  'external-decision-not-in-future': 'The decision made elsewhere is not dated after today.',
  'extension-within-limit': 'The target may be given that much more time.',
  'condition-is-in-force': 'The condition belongs to the decision that stands.',
  'condition-is-open': 'The condition is open.',
  'condition-has-evidence': 'Evidence for the condition has been given and waits to be judged.',
  'condition-is-unsettled': 'The condition is neither met nor waived, and has not been found not met.',
  'promise-is-due':
    'The department promised it, in a legacy exception, and it is overdue or evidence of it was given.',
  'new-due-date-is-later': 'The new due date is later than the one before, and not in the past.',
  'spend-report-is-sound':
    'Each financial year that was spent in is given once and has begun, final amounts come with the day the spending ended, and spending more than was approved is explained.',
  'spending-goes-on': 'What was spent was not reported as final.',
  'nothing-follows-yet': 'No case that varies or extends it is open, and none has taken its place.',
  'may-leave-the-service': 'The question is not marked higher than OFFICIAL.',
  'may-be-published': 'The question is not marked higher than OFFICIAL.',
  'marking-is-higher': 'The marking is stricter than the one the question has.',
  'advice-outcome-fits':
    'A question that ends as answered was answered, one that ends as referred was referred.',
  'case-fits-the-question':
    'What it is about is planned spend or a case of the organisation that asked, and where it is about one already, GDS Assurance changes it.',
  'answer-was-given': 'GDS Assurance has answered the question.',
  'guidance-names-nobody':
    'The guidance names nobody who wrote in the thread, no organisation, no case and no address.',
  'guidance-is-published': 'The guidance was made of this question and is not withdrawn.',
  'message-is-own': 'The message is the person’s own.',
};
