import type { IsoDate } from '../case/case-content.js';
import type { CaseState } from '../lifecycle/states.js';
import { horizonOf } from './horizon.js';

/** States in which nothing is spent on what a case says: its contract does not count, and it follows on none. */
export const NOTHING_IS_SPENT = ['not-approved', 'withdrawn'] as const satisfies readonly CaseState[];

/**
 * A case is shown as what may continue a contract where its spending starts so many months before or after the contract
 * ends, goes on beyond that, and names one of its suppliers. This service's own reading; nothing is left out for it.
 */
export const MAY_CONTINUE_MONTHS = 6;

/** Most of those are shown beside a contract. */
export const MOST_MAY_CONTINUE = 3;

/**
 * Whether a contract ends within the horizon. Each that does is listed, whatever else is planned with its suppliers:
 * that the same supplier is in another entry says nothing about this contract.
 */
export function endsWithinHorizon(contractEndsOn: IsoDate, today: IsoDate): boolean {
  return contractEndsOn >= today && contractEndsOn <= horizonOf(today);
}
