import type { IsoDate } from '../case/case-content.js';
import { addDays, atLondonTime, londonDate, londonMinutes, minutesOf } from './london-time.js';
import { isWorkingDay, workingDayFrom, type WorkingCalendar } from './working-calendar.js';

/** When a working day begins in London: warnings and reminders go out from then on. This service's own choice. */
export const START_OF_BUSINESS = '09:00';
const START_MINUTES = minutesOf(START_OF_BUSINESS);

/** The instant business starts on a day, whether or not it is worked. */
export function startOfBusiness(day: IsoDate): Date {
  return atLondonTime(day, START_MINUTES);
}

/** The first start of business on a working day that is at or after an instant. */
export function nextStartOfBusiness(calendar: WorkingCalendar, instant: Date): Date {
  const day = londonDate(instant);
  const sameDay = startOfBusiness(day);
  const from = sameDay.getTime() < instant.getTime() ? addDays(day, 1) : day;
  return startOfBusiness(workingDayFrom(calendar, from));
}

/** Whether reminders may go out at an instant: on a working day, from the start of business until midnight. */
export function isSendingTime(calendar: WorkingCalendar, instant: Date): boolean {
  return londonMinutes(instant) >= START_MINUTES && isWorkingDay(calendar, londonDate(instant));
}
