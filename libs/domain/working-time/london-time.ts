import type { IsoDate } from '../case/case-content.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Minutes since midnight of a time of the day, such as 780 for 13:00. */
export type MinuteOfDay = number;

// Making a formatter is dear, using one is not: these are made once.
const LONDON_DATE = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The calendar date in the United Kingdom at an instant, `YYYY-MM-DD`. */
export function londonDate(instant: Date): IsoDate {
  return LONDON_DATE.format(instant);
}

/**
 * Minutes since midnight by the clock in the United Kingdom, from 0 to 1439, begun minutes not counted: 12:59:59.999
 * is 779. On the night the clocks go back the hour from 01:00 comes twice, on the night they go forward not at all.
 */
export function londonMinutes(instant: Date): MinuteOfDay {
  return minutesOf(LONDON_TIME.format(instant));
}

/** Minutes since midnight of a time written `HH:MM`: 780 for `13:00`. */
export function minutesOf(time: string): MinuteOfDay {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/**
 * The instant the clock in the United Kingdom shows a time on a day; the first of the two when it shows it twice, an
 * hour later by the clock when it never shows it. Right since 1948, when clocks last went two hours forward.
 */
export function atLondonTime(day: IsoDate, minutes: MinuteOfDay): Date {
  const inWinter = new Date(Date.parse(`${day}T00:00:00.000Z`) + minutes * MINUTE_MS);
  const inSummer = new Date(inWinter.getTime() - HOUR_MS);
  return londonMinutes(inSummer) === minutes ? inSummer : inWinter;
}

/** The instant a day begins in the United Kingdom: midnight in London, on either side of daylight saving. */
export function startOfLondonDay(day: IsoDate): Date {
  return atLondonTime(day, 0);
}

/** The date so many days later; earlier for a negative number. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return isoDateOf(dayNumberOf(day) + days);
}

/** Days since 1 January 1970, so that dates can be reckoned with. */
export function dayNumberOf(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00.000Z`) / DAY_MS;
}

/** The date so many days after 1 January 1970. */
export function isoDateOf(dayNumber: number): IsoDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}
