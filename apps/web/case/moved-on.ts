import { isEditable, STATE_NAMES, type CaseState } from '#domain';
import { instantInWords } from '../views/page-filters.js';
import type { CaseTextOf } from './case-texts.js';
import type { EventText } from './event-texts.js';

/** Events looked back through for how a case came to stand where it does. */
export const MOVES_LOOKED_THROUGH = 100;

/** Value of `because` in the address of a case that somebody was sent to from a page that changes it. */
export const UNCHANGEABLE = 'unchangeable';

/**
 * Why what a case says cannot be changed now: who moved it on, and when; `null` where it can.
 * @param events of the case, latest first
 */
export function whyUnchangeable(
  { state }: Pick<CaseTextOf, 'state'>,
  events: readonly Pick<EventText, 'actor' | 'occurredAt' | 'fromState' | 'toState'>[],
): string | null {
  if (isEditable(state)) return null;
  const cannot = `What the request says cannot be changed ${untilWhen(state)}`;
  const move = events.find(({ fromState, toState }) => fromState !== toState && toState === state);
  if (move === undefined) return `The request is “${STATE_NAMES[state]}”. ${cannot}.`;
  const by = move.actor?.name ?? 'The service';
  const moved =
    state === 'withdrawn' ? 'withdrew the request' : `moved the request to “${STATE_NAMES[state]}”`;
  return `${by} ${moved} on ${instantInWords(move.occurredAt)}. ${cannot}.`;
}

/** States from which a case may still come back to its department. */
const MAY_BE_RETURNED: readonly CaseState[] = ['submitted', 'acknowledged', 'in-review', 'recommended'];

/** Until when nothing of a case that stands so can be changed. */
function untilWhen(state: CaseState): string {
  if (state === 'signed-off') return 'unless the sign-off is taken back';
  return MAY_BE_RETURNED.includes(state) ? 'unless it is returned for information' : 'any more';
}
