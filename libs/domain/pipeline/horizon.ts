import type { CaseDetails, IsoDate } from '../case/case-content.js';
import type { CaseState } from '../lifecycle/states.js';
import { MAX_PENCE, pence, type Pence } from '../money/pence.js';
import { addDays } from '../working-time/london-time.js';
import {
  addMonths,
  isFinancialQuarter,
  quarterDays,
  quarterName,
  quarterOf,
  quartersBetween,
  type FinancialQuarter,
} from './financial-quarter.js';

/** How far a pipeline looks ahead, in months: spend controls version 5 asked for pipelines 15 to 18 months ahead. */
export const HORIZON_MONTHS = 18;

/**
 * Spend that is to start within so many months needs its request begun now, because approval is needed before it
 * starts. The number is this service's own: time to write a request and to have it assured.
 */
export const ENGAGE_MONTHS = 3;

/** The last day a pipeline looks ahead to. */
export function horizonOf(today: IsoDate): IsoDate {
  return addMonths(today, HORIZON_MONTHS);
}

/** The last day of a start of spending whose request should be begun now. */
export function engageUntil(today: IsoDate): IsoDate {
  return addMonths(today, ENGAGE_MONTHS);
}

/** Whether GDS Assurance should be engaged now: spend is planned to start soon, or should have, and no request is begun. */
export function shouldEngageNow(
  { state, spendStartsOn }: { readonly state: CaseState; readonly spendStartsOn: IsoDate | null },
  today: IsoDate,
): boolean {
  return state === 'planned' && spendStartsOn !== null && spendStartsOn <= engageUntil(today);
}

/** Where in a pipeline spend stands by the day it is to start: in a quarter within the horizon, or outside them. */
export type PipelinePeriod = FinancialQuarter | 'earlier' | 'later' | 'no-date';

/** Whether a text is a period of a pipeline. */
export function isPipelinePeriod(text: string): text is PipelinePeriod {
  return text === 'earlier' || text === 'later' || text === 'no-date' || isFinancialQuarter(text);
}

/** The quarters a pipeline shows, the current one first. */
export function quartersAhead(today: IsoDate): readonly FinancialQuarter[] {
  return quartersBetween(today, horizonOf(today));
}

/** Every period of a pipeline, in the order they are shown in. */
export function periodsOf(today: IsoDate): readonly PipelinePeriod[] {
  return ['earlier', ...quartersAhead(today), 'later', 'no-date'];
}

/** The period a day of starting falls in. */
export function periodOf(spendStartsOn: IsoDate | null, today: IsoDate): PipelinePeriod {
  if (spendStartsOn === null) return 'no-date';
  const quarter = quarterOf(spendStartsOn);
  if (quartersAhead(today).includes(quarter)) return quarter;
  return spendStartsOn < today ? 'earlier' : 'later';
}

/** What people read for a period. */
export function periodName(period: PipelinePeriod): string {
  switch (period) {
    case 'earlier':
      return 'Before this quarter';
    case 'later':
      return 'Later';
    case 'no-date':
      return 'No date yet';
    default:
      return quarterName(period);
  }
}

/** Days of starting a period takes in; `null` where it is open to that side. */
export interface PeriodDays {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** The days of a period, both included; `null` for spend whose start is not known. */
export function periodDays(period: PipelinePeriod, today: IsoDate): PeriodDays | null {
  switch (period) {
    case 'no-date':
      return null;
    case 'earlier':
      return { from: null, to: addDays(quarterDays(quarterOf(today)).from, -1) };
    case 'later':
      return { from: addDays(quarterDays(quarterOf(horizonOf(today))).to, 1), to: null };
    default:
      return quarterDays(period);
  }
}

/**
 * What planned spend is expected to come to: the amounts by year where there are any, otherwise the amount in all. Never
 * more than the largest amount there is.
 */
export function expectedPence({
  yearAmounts,
  requestedPence,
}: Pick<CaseDetails, 'yearAmounts' | 'requestedPence'>): Pence | null {
  if (yearAmounts.length === 0) return requestedPence;
  const sum = yearAmounts.reduce((total, { amountPence }) => total + amountPence, 0);
  return pence(Math.min(sum, MAX_PENCE));
}
