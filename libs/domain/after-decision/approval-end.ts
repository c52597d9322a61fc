import type { CaseDetails, IsoDate } from '../case/case-content.js';
import { financialYearOf } from '../case/dates.js';
import { addMonths } from '../pipeline/financial-quarter.js';

/**
 * An approval is listed as about to run out so many months before its end. The number is this service's own: time to
 * write an extension and to have it assured, twice over.
 */
export const ENDING_MONTHS = 6;

/**
 * The last day an approval is good for: that of the spending it is for, or the end of the contract where that is
 * earlier. `null` where neither is known. This service's own reading.
 */
export function approvalEndsOn({
  spendEndsOn,
  contractEndsOn,
}: Pick<CaseDetails, 'spendEndsOn' | 'contractEndsOn'>): IsoDate | null {
  const [first] = [spendEndsOn, contractEndsOn].filter((day) => day !== null).sort();
  return first ?? null;
}

/** The last end of an approval that is listed as about to run out. */
export function endingUntil(today: IsoDate): IsoDate {
  return addMonths(today, ENDING_MONTHS);
}

/** An approval that stands, as far as its reminders look at it. */
export interface ApprovalToWatch {
  /** London day of the decision that stands. */
  readonly decidedOn: IsoDate;
  readonly spendEndsOn: IsoDate | null;
  readonly contractEndsOn: IsoDate | null;
  /** London day of the latest report of what was spent; `null` where there is none. */
  readonly reportedOn: IsoDate | null;
  /** Whether that was the final one. */
  readonly finished: boolean;
  /** A request to vary or extend it is open. */
  readonly followerOpen: boolean;
  /** One has taken its place: spending goes on there. */
  readonly replaced: boolean;
}

/** What a department is asked to say what it spent until. */
export interface SpendPeriod {
  /** Names it within the case: a financial year, or the end of the spending. */
  readonly period: string;
  /** Its last day. */
  readonly endsOn: IsoDate;
}

/** The last day of the financial year a day falls in. */
export function financialYearEnd(day: IsoDate): IsoDate {
  return `${String(Number(financialYearOf(day).slice(0, 4)) + 1)}-03-31`;
}

/**
 * What a department is asked to say what it spent until: each financial year from the decision to the end of the
 * spending, and that end, which takes the place of the year it falls in. Without an end, the year of the decision alone.
 * This service's own: reporting by financial year is how the money is given.
 */
export function spendPeriods({
  decidedOn,
  spendEndsOn,
}: Pick<ApprovalToWatch, 'decidedOn' | 'spendEndsOn'>): readonly SpendPeriod[] {
  const periods: SpendPeriod[] = [];
  const last = spendEndsOn ?? financialYearEnd(decidedOn);
  for (let day = financialYearEnd(decidedOn); day < last; day = addMonths(day, 12))
    periods.push({ period: financialYearOf(day), endsOn: day });
  return [
    ...periods,
    spendEndsOn === null ? { period: financialYearOf(last), endsOn: last } : { period: 'end', endsOn: last },
  ];
}

/**
 * The latest period that is over and of which the department has not said what it spent; `null` where it has, or where
 * spending goes on elsewhere. This service's own: it is asked from the day after.
 */
export function spendAskedFor(approval: ApprovalToWatch, today: IsoDate): SpendPeriod | null {
  const { finished, replaced, reportedOn } = approval;
  if (finished || replaced) return null;
  const over = spendPeriods(approval).findLast(({ endsOn }) => endsOn < today);
  return over === undefined || (reportedOn !== null && reportedOn > over.endsOn) ? null : over;
}
