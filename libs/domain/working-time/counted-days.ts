import type { IsoDate } from '../case/case-content.js';
import { dayNumberOf, isoDateOf, londonDate, londonMinutes, type MinuteOfDay } from './london-time.js';
import type { DayKind } from './turnaround.js';
import {
  isWorkingDay,
  workingDayNumbered,
  workingDaysUpTo,
  type WorkingCalendar,
} from './working-calendar.js';

/** The days a target counts, numbered one after another from an arbitrary beginning. */
export interface CountedDays {
  readonly isCounted: (day: IsoDate) => boolean;
  /** Number of the day, or of the last counted day before it. */
  readonly numberOf: (day: IsoDate) => number;
  readonly dayNumbered: (number: number) => IsoDate;
}

const EVERY_DAY: CountedDays = { isCounted: () => true, numberOf: dayNumberOf, dayNumbered: isoDateOf };

/** How days of a kind are counted on a calendar. */
export function countedDays(kind: DayKind, calendar: WorkingCalendar): CountedDays {
  if (kind === 'calendar-days') return EVERY_DAY;
  return {
    isCounted: (day) => isWorkingDay(calendar, day),
    numberOf: (day) => workingDaysUpTo(calendar, day),
    dayNumbered: (number) => workingDayNumbered(calendar, number),
  };
}

/**
 * Number of the day on which what arrives at an instant counts as received: that date in London when it is counted
 * and the cut-off has not come, otherwise the next counted day.
 */
export function receiptNumber(days: CountedDays, cutOff: MinuteOfDay, instant: Date): number {
  const date = londonDate(instant);
  const inTime = londonMinutes(instant) < cutOff && days.isCounted(date);
  return inTime ? days.numberOf(date) : days.numberOf(date) + 1;
}
