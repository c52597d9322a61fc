import type { IsoDate } from '../case/case-content.js';
import { londonDate, londonMinutes } from '../working-time/london-time.js';
import { isWorkingDay, type WorkingCalendar } from '../working-time/working-calendar.js';
import { DIGEST_MINUTES } from './reminder-rules.js';

/**
 * The day whose digest may go out at an instant: the same day in London, when it is worked and the time of the digest
 * has come; `null` before that and on other days. A digest that could not go out on its day is not sent late: what it
 * would have told goes into the next.
 */
export function digestDay(instant: Date, calendar: WorkingCalendar): IsoDate | null {
  const day = londonDate(instant);
  return londonMinutes(instant) >= DIGEST_MINUTES && isWorkingDay(calendar, day) ? day : null;
}
