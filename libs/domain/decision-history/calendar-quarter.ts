import type { IsoDate } from '../case/case-content.js';

const QUARTER = /^(\d{4})-Q([1-4])$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** The first and the last day of a quarter of the calendar year. */
export interface CalendarQuarter {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Reads `2026-Q3` as 1 July to 30 September 2026; `null` when it is no quarter from 1900 to 2200. */
export function calendarQuarter(text: string): CalendarQuarter | null {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const lastMonth = Number(quarter) * 3;
  const firstDay = new Date(Date.UTC(Number(year), lastMonth - 3, 1));
  // Day 0 of a month is the last of the month before.
  const lastDay = new Date(Date.UTC(Number(year), lastMonth, 0));
  return { from: firstDay.toISOString().slice(0, 10), to: lastDay.toISOString().slice(0, 10) };
}
