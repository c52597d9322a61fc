import type { ActionRule } from './actions.js';
import type { ActionRequest } from './case-facts.js';
import type { GuardName } from './guards.js';
import type { Refusal } from './refusal.js';

/** A part of the request a guard looks at, and how to ask for it. */
interface RequestPart {
  readonly part:
    | 'version'
    | 'reviewer'
    | 'supersedes'
    | 'outcome'
    | 'condition'
    | 'rating'
    | 'decidedOn'
    | 'extension'
    | 'newDueOn'
    | 'spend'
    | 'advice';
  readonly ask: string;
  readonly pointer?: string;
}

const CONDITION: RequestPart = { part: 'condition', ask: 'Say which condition this is about' };

/**
 * What a guard cannot do without. Such a guard finds nothing in the way where the part is absent, because the list of
 * what a person could do is made before they have said anything; an instruction must bring the part, so that leaving
 * it out never gets round the guard.
 */
const NEEDED: Partial<Record<GuardName, RequestPart>> = {
  'on-current-version': { part: 'version', ask: 'Say which version you looked at', pointer: '/version' },
  'named-reviewer-is-independent': { part: 'reviewer', ask: 'Name the reviewer', pointer: '/reviewerId' },
  'supersedes-current-decision': {
    part: 'supersedes',
    ask: 'Say which decision you looked at',
    pointer: '/supersedes',
  },
  'new-decision-is-whole': { part: 'outcome', ask: 'Say what the decision is', pointer: '/outcome' },
  'condition-is-in-force': CONDITION,
  'override-has-reason': { part: 'rating', ask: 'Say what the rating is', pointer: '/rating' },
  'external-decision-not-in-future': {
    part: 'decidedOn',
    ask: 'Give the date of the decision',
    pointer: '/decidedOn',
  },
  'new-due-date-is-later': {
    part: 'newDueOn',
    ask: 'Give the day by which it is to be met now',
    pointer: '/dueOn',
  },
  'spend-report-is-sound': { part: 'spend', ask: 'Give what was spent', pointer: '/years' },
  'extension-within-limit': {
    part: 'extension',
    ask: 'Say which target is given more time, and how many days',
    pointer: '/target',
  },
  'advice-outcome-fits': { part: 'advice', ask: 'Say how it ends', pointer: '/outcome' },
  'case-fits-the-question': { part: 'advice', ask: 'Say which case it is about', pointer: '/about' },
  'marking-is-higher': { part: 'advice', ask: 'Say how it is marked', pointer: '/protectiveMarking' },
  'guidance-names-nobody': { part: 'advice', ask: 'Write the guidance', pointer: '/body' },
  'guidance-is-published': { part: 'advice', ask: 'Say which guidance is withdrawn' },
  'message-is-own': { part: 'advice', ask: 'Say which message the file belongs to' },
};

/** What the instruction leaves out that the guards of its action look at. */
export function missingParts(rule: ActionRule, request: ActionRequest): readonly Refusal[] {
  return rule.guards.flatMap((guard) => {
    const needed = NEEDED[guard];
    if (needed === undefined || request[needed.part] !== undefined) return [];
    const { ask, pointer } = needed;
    return [{ kind: 'bad-input' as const, message: ask, ...(pointer === undefined ? {} : { pointer }) }];
  });
}
