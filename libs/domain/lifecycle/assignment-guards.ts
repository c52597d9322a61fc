import { isOfTheDepartment, NOTHING, refuse, type Guard } from './guard.js';

/** Which reviewer has a case, and who may change that. */
export const ASSIGNMENT_GUARDS = {
  'named-reviewer-is-independent': (facts, _actor, { reviewer }) => {
    if (reviewer === undefined) return NOTHING;
    if (!reviewer.roles.some(({ role }) => role === 'reviewer'))
      return refuse('bad-input', 'Name somebody who is a GDS Assurance reviewer', '/reviewerId');
    return isOfTheDepartment(facts, reviewer)
      ? refuse(
          'bad-input',
          'Name a reviewer who does not speak for the organisation this case belongs to',
          '/reviewerId',
        )
      : NOTHING;
  },

  'named-reviewer-is-another': (facts, _actor, { reviewer }) =>
    reviewer?.personId === facts.reviewerId
      ? refuse('bad-input', 'Name somebody other than the reviewer who has the case already', '/reviewerId')
      : NOTHING,

  'nobody-is-assigned': (facts) =>
    facts.reviewerId === null
      ? NOTHING
      : refuse('not-ready', 'A reviewer has this case already: hand it over instead'),

  'somebody-is-assigned': (facts) =>
    facts.reviewerId === null
      ? refuse('not-ready', 'No reviewer has this case: assign one instead')
      : NOTHING,

  /** Ours: reviewers give away only what is theirs; deciders see that the work is spread. */
  'hands-over-own-or-decides': (facts, actor) =>
    facts.reviewerId === null ||
    facts.reviewerId === actor.personId ||
    actor.roles.some(({ role }) => role === 'decider')
      ? NOTHING
      : refuse(
          'not-permitted',
          'Only the reviewer who has this case, or a GDS Assurance decider, can do that',
        ),
} as const satisfies Record<string, Guard>;
