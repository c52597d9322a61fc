import { openFollower, successor } from '../after-decision/following.js';
import { whyNotConcluded } from '../after-decision/promises.js';
import { spendFaults, type SpendContext } from '../after-decision/spend-report.js';
import { ADVICE_GUARDS } from '../advice/advice-guards.js';
import { missingFrom } from '../code-of-practice/completeness.js';
import { POINT_NUMBERS, type IsoDate, type PointNumber } from '../case/case-content.js';
import { formatPounds } from '../money/pence.js';
import { mandatoryPoints } from '../triage/mandatory-points.js';
import { ASSIGNMENT_GUARDS } from './assignment-guards.js';
import type { ActionRequest, ActorFacts, CaseFacts } from './case-facts.js';
import { isOfTheDepartment, NOTHING, refuse, type Guard } from './guard.js';
import type { Refusal } from './refusal.js';
import { TRIAGE_GUARDS } from './triage-guards.js';

/** "point 3", "points 3 and 5", "points 1, 3 and 5". */
export function listPoints(points: readonly PointNumber[]): string {
  const words = points.map(String);
  const last = words.pop() ?? '';
  return words.length === 0 ? `point ${last}` : `points ${words.join(', ')} and ${last}`;
}

/** Mandatory points assessed as not met that nothing makes good: no accepted exception, condition or override. */
export function uncoveredMandatoryPoints(
  facts: CaseFacts,
  request: Pick<ActionRequest, 'conditions' | 'overrides'>,
): readonly PointNumber[] {
  const accepted = facts.content.legacyExceptions
    .filter((exception) => facts.rulings.get(exception.id) === 'accepted')
    .flatMap((exception) => exception.points);
  const conditioned = (request.conditions ?? []).map((condition) => condition.point);
  const overridden = (request.overrides ?? []).map((override) => override.point);
  const covered = new Set<PointNumber | null>([...accepted, ...conditioned, ...overridden]);
  return mandatoryPoints(facts.policy.regime, facts.content.details.flags).filter(
    (point) => facts.verdicts.get(point) === 'not-met' && !covered.has(point),
  );
}

/** The points a review is of: a light one of the mandatory points alone; whatever else was assessed is kept all the same. */
export function pointsToAssess({ reviewDepth, policy, content }: CaseFacts): readonly PointNumber[] {
  return reviewDepth === 'light' ? mandatoryPoints(policy.regime, content.details.flags) : POINT_NUMBERS;
}

/** An override says something of a mandatory point that is not met; of any other it would only mislead who reads it. */
const needlessOverrides: Guard = (facts, _actor, { overrides = [] }) => {
  const notMet = mandatoryPoints(facts.policy.regime, facts.content.details.flags).filter(
    (point) => facts.verdicts.get(point) === 'not-met',
  );
  return overrides.flatMap(({ point }, index) =>
    notMet.includes(point)
      ? NOTHING
      : refuse(
          'bad-input',
          `Leave out the override for point ${String(point)}: it is not a mandatory point that is not met`,
          `/overrides/${String(index)}/point`,
        ),
  );
};

const noOverridesGiven: Guard = (_facts, _actor, { overrides = [] }) =>
  overrides.length > 0
    ? refuse('bad-input', 'Leave out the overrides: nothing is approved', '/overrides')
    : NOTHING;

const approvedAmountInRange: Guard = (facts, _actor, { approvedPence }) => {
  if (approvedPence === undefined || approvedPence <= 0)
    return refuse('bad-input', 'Give the approved amount, more than zero pence', '/approvedPence');
  const requested = facts.content.details.requestedPence;
  if (requested !== null && approvedPence > requested)
    return refuse(
      'bad-input',
      `The approved amount must not be more than the ${formatPounds(requested)} requested`,
      '/approvedPence',
    );
  return NOTHING;
};

const conditionsGiven: Guard = (_facts, _actor, { conditions = [], today }) => {
  if (conditions.length === 0)
    return refuse('bad-input', 'Give at least one condition, with its owner and due date', '/conditions');
  return conditions.flatMap((condition, index) =>
    condition.dueOn < today
      ? refuse(
          'bad-input',
          `The due date of condition ${String(index + 1)} must be today or later`,
          `/conditions/${String(index)}/dueOn`,
        )
      : NOTHING,
  );
};

const noConditionsGiven: Guard = (_facts, _actor, { conditions = [] }) =>
  conditions.length > 0
    ? refuse('bad-input', 'Leave out the conditions, or approve with conditions', '/conditions')
    : NOTHING;

const noApprovedAmount: Guard = (_facts, _actor, { approvedPence }) =>
  approvedPence !== undefined
    ? refuse('bad-input', 'Leave out the approved amount: nothing is approved', '/approvedPence')
    : NOTHING;

const mandatoryPointsCovered: Guard = (facts, actor, request) => {
  const needless = needlessOverrides(facts, actor, request);
  if (needless.length > 0) return needless;
  const uncovered = uncoveredMandatoryPoints(facts, request);
  return uncovered.length > 0
    ? refuse(
        'not-ready',
        `Mandatory ${listPoints(uncovered)} not met: each needs an accepted legacy exception, a condition on it, or an override with a reason`,
        '/overrides',
      )
    : NOTHING;
};

/** A condition's status must be one of those named. */
function conditionStatusAmong(statuses: readonly string[], otherwise: string): Guard {
  return (_facts, _actor, { condition }) =>
    condition !== undefined && !statuses.includes(condition.status)
      ? refuse('not-ready', otherwise)
      : NOTHING;
}

function spendContext(
  { approvedPence, spendFinal, decidedOn, content: { details } }: CaseFacts,
  today: IsoDate,
): SpendContext {
  return {
    approvedPence,
    finalBefore: spendFinal,
    spendStartsOn: details.spendStartsOn,
    decidedOn,
    retrospective: details.flags.retrospective === true,
    today,
  };
}

/** Every guard by name; the lifecycle table refers to them. All are this service's own unless said otherwise. */
export const GUARDS = {
  'content-complete': (facts) =>
    missingFrom(facts.content, facts).map((missing) => ({
      kind: 'not-ready' as const,
      message: missing.message,
      pointer: missing.pointer,
    })),

  'not-own-organisation': (facts, actor) =>
    isOfTheDepartment(facts, actor)
      ? refuse(
          'not-permitted',
          'You speak for the organisation this case belongs to, so somebody else at GDS Assurance must do this',
        )
      : NOTHING,

  'related-case-is-not-own': (_facts, actor, { relatedCase }) =>
    relatedCase !== undefined && isOfTheDepartment(relatedCase, actor)
      ? refuse(
          'not-permitted',
          'You speak for the organisation the other case belongs to, so somebody else at GDS Assurance must do this',
        )
      : NOTHING,

  ...ASSIGNMENT_GUARDS,
  ...TRIAGE_GUARDS,
  ...ADVICE_GUARDS,

  'on-current-version': (facts, _actor, { version }) =>
    version !== undefined && version !== facts.currentVersion
      ? refuse(
          'not-ready',
          `Look at version ${String(facts.currentVersion ?? 0)}, which is the current one, and try again`,
          '/version',
        )
      : NOTHING,

  'all-points-assessed': (facts) => {
    const open = pointsToAssess(facts).filter((point) => !facts.verdicts.has(point));
    return open.length > 0 ? refuse('not-ready', `Assess ${listPoints(open)} first`) : NOTHING;
  },

  // A point that has to be assessed again is named by the guard above.
  'answers-looked-at': ({ answersToLookAt, verdicts }) => {
    const open = answersToLookAt.filter((point) => verdicts.has(point));
    return open.length > 0
      ? refuse(
          'not-ready',
          `Look again at ${listPoints(open)} first: the department has answered your question in words since the verdict`,
        )
      : NOTHING;
  },

  'all-exceptions-ruled-on': (facts) =>
    facts.content.legacyExceptions
      .filter((exception) => !facts.rulings.has(exception.id))
      .flatMap((exception) =>
        refuse('not-ready', `Accept or refuse the legacy exception for ${exception.system} first`),
      ),

  'not-own-recommendation': (facts, actor) =>
    facts.recommenders.includes(actor.personId)
      ? refuse('not-permitted', 'You made the recommendation, so somebody else must decide')
      : NOTHING,

  'approved-amount-in-range': approvedAmountInRange,
  'conditions-given': conditionsGiven,
  'no-conditions-given': noConditionsGiven,
  'no-approved-amount': noApprovedAmount,
  'mandatory-points-covered': mandatoryPointsCovered,

  'supersedes-current-decision': (facts, _actor, { supersedes }) =>
    supersedes !== undefined && supersedes !== facts.currentDecisionId
      ? refuse(
          'not-ready',
          'The decision you looked at has been superseded already: look again before you decide',
          '/supersedes',
        )
      : NOTHING,

  'new-decision-is-whole': (facts, actor, request) => {
    switch (request.outcome) {
      // The list of available actions asks before an outcome is chosen: nothing is in the way yet.
      case undefined:
        return NOTHING;
      case 'approved':
        return [noConditionsGiven, approvedAmountInRange, mandatoryPointsCovered].flatMap((guard) =>
          guard(facts, actor, request),
        );
      case 'approved-with-conditions':
        return [conditionsGiven, approvedAmountInRange, mandatoryPointsCovered].flatMap((guard) =>
          guard(facts, actor, request),
        );
      case 'not-approved':
        return [noConditionsGiven, noApprovedAmount, noOverridesGiven].flatMap((guard) =>
          guard(facts, actor, request),
        );
    }
  },

  'condition-is-in-force': (facts, _actor, { condition }) =>
    condition !== undefined && condition.decisionId !== facts.currentDecisionId
      ? refuse('not-ready', 'The decision this condition belongs to has been superseded')
      : NOTHING,
  'condition-is-open': conditionStatusAmong(
    ['open'],
    'Evidence is already with GDS Assurance, or the condition is settled',
  ),
  'condition-has-evidence': conditionStatusAmong(
    ['evidence-submitted'],
    'There is no evidence to judge: the department must give it first',
  ),
  'condition-is-unsettled': conditionStatusAmong(
    ['open', 'evidence-submitted'],
    'The condition is settled already',
  ),
  'promise-is-due': (_facts, _actor, { condition, today }) => {
    const why = condition === undefined ? null : whyNotConcluded(condition, condition.dueOn < today);
    return why === null ? NOTHING : refuse('not-ready', why);
  },
  'new-due-date-is-later': (_facts, _actor, { condition, newDueOn, today }) =>
    condition !== undefined && newDueOn !== undefined && (newDueOn <= condition.dueOn || newDueOn < today)
      ? refuse(
          'bad-input',
          'The new due date must be later than the one before, and not in the past',
          '/dueOn',
        )
      : NOTHING,

  'spend-report-is-sound': (facts, _actor, { spend, today }) =>
    spend === undefined
      ? NOTHING
      : spendFaults(spend, spendContext(facts, today)).map(({ message, pointer }) => ({
          kind: 'bad-input' as const,
          message,
          pointer,
        })),

  'spending-goes-on': ({ spendFinal }) =>
    spendFinal
      ? refuse(
          'not-ready',
          'What was spent was reported as final: record it again as not final, saying why, and then go on from this approval, or begin a new request',
        )
      : NOTHING,

  'nothing-follows-yet': ({ followers }) => {
    const after = successor(followers);
    if (after !== null)
      return refuse(
        'not-ready',
        `${after.reference} has taken the place of this approval: start from that case`,
      );
    const open = openFollower(followers);
    return open === null
      ? NOTHING
      : refuse(
          'not-ready',
          `${open.reference} starts from this approval already and is not decided yet: go on with that one, or withdraw it first`,
        );
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

/** Runs one guard by its name. */
export function runGuard(
  name: GuardName,
  facts: CaseFacts,
  actor: ActorFacts,
  request: ActionRequest,
): readonly Refusal[] {
  return GUARDS[name](facts, actor, request);
}
