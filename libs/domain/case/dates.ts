import type { FinancialYear, IsoDate } from './case-content.js';

/** Dates are taken in these years, the first and the last included. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;
const APRIL = 4;

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Worked out on the calendar itself, so no time zone can move a date by a day. */
function readDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const exists =
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  return exists ? { year, month, day } : null;
}

/** Whether the text is a date that exists, written `YYYY-MM-DD`, in the years 1900 to 2200. */
export function isIsoDate(text: string): boolean {
  return readDate(text) !== null;
}

/** Whether the text is a financial year, such as `2026-27` or `1999-00`, starting in the years 1900 to 2200. */
export function isFinancialYear(text: string): boolean {
  if (!/^\d{4}-\d{2}$/.test(text)) return false;
  const start = Number(text.slice(0, 4));
  return start >= FIRST_YEAR && start <= LAST_YEAR && (start + 1) % 100 === Number(text.slice(5));
}

/**
 * The financial year, 1 April to 31 March, that a date falls in.
 *
 * @throws RangeError when the text is not a date that exists.
 */
export function financialYearOf(date: IsoDate): FinancialYear {
  const read = readDate(date);
  if (read === null) throw new RangeError(`“${date}” is not a date written YYYY-MM-DD`);
  const start = read.month >= APRIL ? read.year : read.year - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}

/** Earlier (-1), the same day (0) or later (1). Both must be ISO dates; fit for `sort`. */
export function compareIsoDates(one: IsoDate, other: IsoDate): -1 | 0 | 1 {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Months as people write them, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A date as people write it: `31 March 2026` of `2026-03-31`, `March 2026` of `2026-03`, `2026` of `2026`. Dates that
 * stand in a sentence are always written so.
 */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return [day, MONTH_NAMES[Number(month) - 1], year].filter((part) => part !== undefined).join(' ');
}
