import type { IsoDate } from '../case/case-content.js';
import type { CaseState } from '../lifecycle/states.js';
import { horizonOf } from './horizon.js';

/** States in which nothing is spent on what a case says: its contract does not count, and it follows on none. */
export const NOTHING_IS_SPENT = ['not-approved', 'withdrawn'] as const satisfies readonly CaseState[];

/** A contract as a case names it, and how far other cases with one of its suppliers reach. */
export interface NamedContract {
  readonly contractEndsOn: IsoDate;
  /**
   * The latest day, of a start or an end of spending or of a contract, that another case of the same organisation in none
   * of those states names that shares a supplier; `null` where there is no such case, or it names no day.
   */
  readonly othersReach: IsoDate | null;
}

/**
 * Whether a contract ends within the horizon and nothing that follows on it is planned or asked for. That another case
 * with the same supplier reaching beyond its end follows on it is this service's own reading.
 */
export function isEndingUnfollowed({ contractEndsOn, othersReach }: NamedContract, today: IsoDate): boolean {
  return (
    contractEndsOn >= today &&
    contractEndsOn <= horizonOf(today) &&
    (othersReach === null || othersReach <= contractEndsOn)
  );
}
