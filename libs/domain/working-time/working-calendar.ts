import { faultsOfJson } from '../triage/json-faults.js';
import type { IsoDate } from '../case/case-content.js';
import { dateInWords, isIsoDate } from '../case/dates.js';
import { dayNumberOf, isoDateOf } from './london-time.js';

/** A day on which nobody is expected to work although it is not a Saturday or a Sunday. */
export interface Holiday {
  /** `YYYY-MM-DD`, Monday to Friday; a holiday at a weekend appears as its substitute day. */
  readonly date: IsoDate;
  readonly title: string;
}

/** The days that are not worked, as data. Days outside those covered are known only to be weekends or not. */
export interface WorkingCalendar {
  readonly name: string;
  readonly source: string;
  readonly url: string;
  readonly licence: string;
  /** First and last day for which every holiday is in the list. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Last day for which the source has published the holidays; from then to `lastDay` they are only expected. */
  readonly publishedUntil: IsoDate;
  /** Earliest first. */
  readonly holidays: readonly Holiday[];
}

/** What reading a calendar gave: the calendar, or everything that is wrong with it, as sentences. */
export type CalendarReading =
  | { readonly ok: true; readonly calendar: WorkingCalendar }
  | { readonly ok: false; readonly faults: readonly string[] };

const TEXT_FIELDS = ['name', 'source', 'url', 'licence'] as const;
const DAY_FIELDS = ['firstDay', 'lastDay', 'publishedUntil'] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isDay(value: unknown): value is IsoDate {
  return typeof value === 'string' && isIsoDate(value);
}

/** What is wrong with one entry of the list, seen by itself. */
function holidayFaults(entry: unknown, at: string): readonly string[] {
  if (!isObject(entry)) return [`${at} must be an object with a date and a title.`];
  const { date, title } = entry;
  const faults = isText(title) ? [] : [`${at}.title must be a text that is not empty.`];
  if (!isDay(date)) return [...faults, `${at}.date must be a date written YYYY-MM-DD.`];
  if (isWeekend(dayNumberOf(date)))
    faults.push(`${at}.date, ${date}, is at a weekend: give its substitute day.`);
  return faults;
}

/** What is wrong with the order of days that are each right by themselves. */
function orderFaults({ firstDay, lastDay, publishedUntil, holidays }: WorkingCalendar): readonly string[] {
  const faults: string[] = [];
  if (lastDay < firstDay) faults.push('lastDay must not be before firstDay.');
  if (publishedUntil < firstDay || publishedUntil > lastDay)
    faults.push('publishedUntil must lie between firstDay and lastDay.');
  let before = '';
  for (const [index, { date }] of holidays.entries()) {
    const at = `holidays[${index}].date`;
    if (date < firstDay || date > lastDay)
      faults.push(`${at}, ${date}, must lie between firstDay and lastDay.`);
    if (date <= before) faults.push(`${at}, ${date}, must be after the one before it.`);
    before = date;
  }
  return faults;
}

/** Reads a calendar from parsed JSON. It never throws: what is wrong is in the answer, each fault naming its field. */
export function readWorkingCalendar(json: unknown): CalendarReading {
  const unkeepable = faultsOfJson(json);
  if (unkeepable.length > 0) return { ok: false, faults: unkeepable };
  if (!isObject(json)) return { ok: false, faults: ['The calendar must be an object.'] };
  const { holidays } = json;
  const faults = [
    ...TEXT_FIELDS.filter((field) => !isText(json[field])).map(
      (field) => `${field} must be a text that is not empty.`,
    ),
    ...DAY_FIELDS.filter((field) => !isDay(json[field])).map(
      (field) => `${field} must be a date written YYYY-MM-DD.`,
    ),
    ...(Array.isArray(holidays)
      ? holidays.flatMap((entry: unknown, index) => holidayFaults(entry, `holidays[${index}]`))
      : ['holidays must be a list.']),
  ];
  if (faults.length > 0) return { ok: false, faults };
  // Every field has been looked at above.
  const calendar = json as unknown as WorkingCalendar;
  const disorder = orderFaults(calendar);
  return disorder.length > 0 ? { ok: false, faults: disorder } : { ok: true, calendar };
}

/** 1 January 1970 was a Thursday: the day numbered -3 was a Monday. */
const A_MONDAY = -3;

/** Monday 0 to Sunday 6. */
function weekdayOf(dayNumber: number): number {
  return (((dayNumber - A_MONDAY) % 7) + 7) % 7;
}

function isWeekend(dayNumber: number): boolean {
  return weekdayOf(dayNumber) > 4;
}

/** How many days from Monday to Friday lie after the Sunday before `A_MONDAY`, up to and including a day. */
function weekdaysUpTo(dayNumber: number): number {
  return Math.floor((dayNumber - A_MONDAY) / 7) * 5 + Math.min(weekdayOf(dayNumber) + 1, 5);
}

/** The day from Monday to Friday up to which there are so many: `weekdaysUpTo` the other way round. */
function weekdayNumbered(count: number): number {
  return A_MONDAY + Math.floor((count - 1) / 5) * 7 + ((((count - 1) % 5) + 5) % 5);
}

/** A calendar that could be counted on once has its holidays as sorted day numbers. */
const holidayNumbers = new WeakMap<WorkingCalendar, readonly number[]>();

function holidaysOf(calendar: WorkingCalendar): readonly number[] {
  const known = holidayNumbers.get(calendar);
  if (known !== undefined) return known;
  const numbers = [...new Set(calendar.holidays.map(({ date }) => dayNumberOf(date)))]
    .filter((number) => !isWeekend(number))
    .sort((one, other) => one - other);
  holidayNumbers.set(calendar, numbers);
  return numbers;
}

/** How many holidays there are up to and including a day; looked for from the end, where the days asked about are. */
function holidaysUpTo(holidays: readonly number[], dayNumber: number): number {
  return holidays.findLastIndex((holiday) => holiday <= dayNumber) + 1;
}

/** Whether the calendar knows the holidays of a day, or only whether it is at a weekend. */
export function isCovered(calendar: WorkingCalendar, day: IsoDate): boolean {
  return calendar.firstDay <= day && day <= calendar.lastDay;
}

/**
 * From when on a calendar does not know bank holidays, as a sentence without a full stop; `null` where every day given
 * lies before.
 */
export function unknownHolidaysNote(calendar: WorkingCalendar, days: readonly IsoDate[]): string | null {
  return days.every((day) => day <= calendar.lastDay)
    ? null
    : `Bank holidays after ${dateInWords(calendar.lastDay)} are not known here, so working days after it are counted without them`;
}

/** Whether a day is neither at a weekend nor a holiday of the calendar. */
export function isWorkingDay(calendar: WorkingCalendar, day: IsoDate): boolean {
  const number = dayNumberOf(day);
  if (isWeekend(number)) return false;
  const holidays = holidaysOf(calendar);
  return holidaysUpTo(holidays, number) === holidaysUpTo(holidays, number - 1);
}

/**
 * How many working days there are up to and including a day, from an arbitrary beginning: only the difference of two
 * such numbers says something. The work it takes does not grow with the distance of the days.
 */
export function workingDaysUpTo(calendar: WorkingCalendar, day: IsoDate): number {
  const number = dayNumberOf(day);
  return weekdaysUpTo(number) - holidaysUpTo(holidaysOf(calendar), number);
}

/** The working day up to which there are so many: `workingDaysUpTo` the other way round. */
export function workingDayNumbered(calendar: WorkingCalendar, count: number): IsoDate {
  const holidays = holidaysOf(calendar);
  // The smallest number of holidays passed that fits; each round can only find more of them, never fewer.
  let passed = 0;
  for (;;) {
    const day = weekdayNumbered(count + passed);
    const found = holidaysUpTo(holidays, day);
    if (found === passed) return isoDateOf(day);
    passed = found;
  }
}

/**
 * The working day so many working days after a day; before it for a negative number. From a day that is not worked it
 * is counted as from the last working day before it: one working day after a Saturday is Monday, one before it the
 * Thursday.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: IsoDate, days: number): IsoDate {
  return workingDayNumbered(calendar, workingDaysUpTo(calendar, day) + days);
}

/** The day itself when it is worked, otherwise the next that is. */
export function workingDayFrom(calendar: WorkingCalendar, day: IsoDate): IsoDate {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

/** The day itself when it is worked, otherwise the last before it that is. */
export function workingDayUpTo(calendar: WorkingCalendar, day: IsoDate): IsoDate {
  return addWorkingDays(calendar, day, 0);
}
