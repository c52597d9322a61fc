import { levelNameOf } from '../triage/questions.js';
import { rateCase } from '../triage/rating.js';
import { routeCase, type RouteAnswer } from '../triage/routing.js';
import { thresholdRuleInWords } from '../triage/rule-words.js';
import { checkThreshold } from '../triage/thresholds.js';
import type { CaseFacts } from './case-facts.js';
import { NOTHING, refuse, type Guard } from './guard.js';

function routeOf({ policy, content, confirmedRating }: CaseFacts): RouteAnswer {
  return routeCase(policy, content.details, confirmedRating);
}

/** A level of the regime's scale; a reason wherever the reviewer says something other than the answers do. */
const overrideHasReason: Guard = ({ policy, content }, _actor, { rating, reason = '' }) => {
  const scheme = policy.regime.rating;
  if (scheme === 'not-known')
    return refuse(
      'not-ready',
      `How ${policy.regime.name} rates cases is not known, so there is no rating to confirm`,
    );
  // The list of available actions asks before a level is chosen: nothing is in the way yet.
  if (rating === undefined) return NOTHING;
  if (!scheme.levels.some(({ id }) => id === rating))
    return refuse(
      'bad-input',
      `The rating must be ${scheme.levels.map(({ id }) => id).join(' or ')}`,
      '/rating',
    );
  const computed = rateCase(policy, content.details);
  if (reason.trim() !== '' || (computed.known && computed.level === rating)) return NOTHING;
  return refuse(
    'bad-input',
    computed.known
      ? `Give a reason for rating it ${levelNameOf(scheme, rating)}: the answers make it ${computed.levelName}`
      : `Give a reason for rating it ${levelNameOf(scheme, rating)}: the answers make no rating`,
    '/reason',
  );
};

/** A decision made elsewhere is not older: an earlier date is a slip. This service's own choice. */
const EARLIEST_DECISION = '2000-01-01';

/** How the regime a case is pinned to treats it. */
export const TRIAGE_GUARDS = {
  'below-threshold': (facts) => {
    const check = checkThreshold(facts.policy.regime, facts.content.details);
    if (!check.known)
      return check.missing.map((missing) => ({ kind: 'not-ready' as const, message: missing }));
    if (!check.overThreshold) return NOTHING;
    // Where the effect is reporting, the rule itself says so: "over £5,000,000 …, above which spending is reported".
    const standing = check.effect === 'needs-approval' ? 'needs approval' : 'is not below the threshold';
    return refuse('not-ready', `This spending ${standing}: it is ${thresholdRuleInWords(check.rule)}`);
  },

  'route-leads-to-gds-assurance': (facts) => {
    const { route, reason } = routeOf(facts);
    return route.assuredBy === 'gds-assurance'
      ? NOTHING
      : refuse(
          'not-ready',
          `This case goes through the department’s own assurance, because ${reason}: record that instead of submitting it`,
        );
  },

  'route-leads-to-department': (facts) => {
    const { route, reason } = routeOf(facts);
    return route.assuredBy === 'department'
      ? NOTHING
      : refuse('not-ready', `This case goes to GDS Assurance, because ${reason}: submit it instead`);
  },

  'override-has-reason': overrideHasReason,

  'external-decision-not-in-future': (_facts, _actor, { decidedOn, today }) => {
    if (decidedOn === undefined) return NOTHING;
    if (decidedOn > today)
      return refuse('bad-input', 'The date of the decision must be today or earlier', '/decidedOn');
    return decidedOn < EARLIEST_DECISION
      ? refuse('bad-input', `The date of the decision must be ${EARLIEST_DECISION} or later`, '/decidedOn')
      : NOTHING;
  },

  'extension-within-limit': (_facts, _actor, { extension }) =>
    extension?.unknownTarget === undefined
      ? (extension?.refusals ?? []).map((message) => ({
          kind: 'bad-input' as const,
          message,
          pointer: '/days',
        }))
      : refuse('bad-input', extension.unknownTarget, '/target'),
} as const satisfies Record<string, Guard>;
