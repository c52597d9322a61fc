import type { FinancialYear, IsoDate } from '../case/case-content.js';
import { financialYearOf, isFinancialYear } from '../case/dates.js';

/** A quarter of a financial year, written `2026-27-Q1` for April to June 2026. */
export type FinancialQuarter = `${FinancialYear}-Q${1 | 2 | 3 | 4}`;

const MONTHS = 3;
/** April, counted from January as 0, begins the first quarter. */
const FIRST_MONTH = 3;
const QUARTER = /^(\d{4}-\d{2})-Q([1-4])$/;

/** Whether a text is a quarter of a financial year. */
export function isFinancialQuarter(text: string): text is FinancialQuarter {
  const [, year] = QUARTER.exec(text) ?? [];
  return year !== undefined && isFinancialYear(year);
}

function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7)) - 1;
}

/**
 * The quarter a day falls in.
 * @throws RangeError when the text is not a date that exists
 */
export function quarterOf(day: IsoDate): FinancialQuarter {
  const year = financialYearOf(day);
  const number = Math.floor(((monthOf(day) + 12 - FIRST_MONTH) % 12) / MONTHS) + 1;
  return `${year}-Q${number as 1 | 2 | 3 | 4}`;
}

/** The first and the last day of a quarter. */
export interface QuarterDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days a quarter runs from and to, both included. */
export function quarterDays(quarter: FinancialQuarter): QuarterDays {
  const year = Number(quarter.slice(0, 4));
  const month = FIRST_MONTH + (Number(quarter.at(-1)) - 1) * MONTHS;
  const day = (months: number, date: number): IsoDate =>
    new Date(Date.UTC(year, months, date)).toISOString().slice(0, 10);
  // Day 0 of a month is the last of the month before.
  return { from: day(month, 1), to: day(month + MONTHS, 0) };
}

const QUARTER_MONTHS = {
  1: 'April to June',
  2: 'July to September',
  3: 'October to December',
  4: 'January to March',
} as const;

/** A quarter as people read it: `January to March 2027`. */
export function quarterName(quarter: FinancialQuarter): string {
  const number = quarter.slice(-1) as '1' | '2' | '3' | '4';
  return `${QUARTER_MONTHS[number]} ${quarterDays(quarter).to.slice(0, 4)}`;
}

/** The quarters from the one a day falls in to the one another falls in, both included. */
export function quartersBetween(first: IsoDate, last: IsoDate): readonly FinancialQuarter[] {
  const quarters: FinancialQuarter[] = [];
  for (let day = quarterDays(quarterOf(first)).from; day <= last; day = addMonths(day, MONTHS))
    quarters.push(quarterOf(day));
  return quarters;
}

/** The same day some months later; the last of the month where that has no such day. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const year = Number(day.slice(0, 4));
  const month = monthOf(day) + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), lastDay);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
