import type { Benefit, CaseDetails, IsoDate } from './case-content.js';
import { compareIsoDates } from './dates.js';

/** What to do about spending that ends before it starts, without a full stop. */
export const END_BEFORE_START = 'Make the end of the spending no earlier than its start';

/** Whether spending would end before it starts. A day that is not given yet contradicts nothing. */
export function endsBeforeItStarts({
  spendStartsOn,
  spendEndsOn,
}: Pick<CaseDetails, 'spendStartsOn' | 'spendEndsOn'>): boolean {
  return spendStartsOn !== null && spendEndsOn !== null && compareIsoDates(spendEndsOn, spendStartsOn) < 0;
}

/**
 * What to do about the days of spending as they stand once some were given, without a full stop; `null` where nothing.
 * It is asked wherever one of them is given, on a page, in a request and in a file, and not only when a request is
 * signed off.
 * @param given what is being said now
 * @param then everything, with that put in
 */
export function backwardsRefusal(
  given: Partial<Pick<CaseDetails, 'spendStartsOn' | 'spendEndsOn'>>,
  then: Pick<CaseDetails, 'spendStartsOn' | 'spendEndsOn'>,
): string | null {
  const isSaid = given.spendStartsOn !== undefined || given.spendEndsOn !== undefined;
  return isSaid && endsBeforeItStarts(then) ? END_BEFORE_START : null;
}

/** What to do about a day in the past by which something is still to be put right, without a full stop. */
export const TARGET_HAS_PASSED = 'The date by which it is put right must be today or later';

/** What to do about a benefit that is promised for a day in the past, without a full stop. */
export const BENEFIT_HAS_PASSED = 'The date a benefit is promised by must be today or later';

/**
 * Whether a day by which something is to be put right is given although it has passed. One that was saved before it
 * passed stands: nobody is kept from changing what else is said.
 * @param saved what was given before; `null` where nothing was
 * @param today London
 */
export function isPastTarget(given: IsoDate | null, saved: IsoDate | null, today: IsoDate): boolean {
  return given !== null && given !== saved && compareIsoDates(given, today) < 0;
}

/**
 * Whether a benefit is promised for a day that has passed. A day that was promised before it passed stands.
 * @param saved the benefits that were promised before
 * @param today London
 */
export function isPastBenefit(
  dueOn: IsoDate | null,
  saved: readonly Pick<Benefit, 'dueOn'>[],
  today: IsoDate,
): boolean {
  return isPastTarget(dueOn, saved.some((one) => one.dueOn === dueOn) ? dueOn : null, today);
}
