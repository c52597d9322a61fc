import type { IsoDate } from '../case/case-content.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * What a day is on which nobody is expected to work, as people read it: “a Saturday”, “a bank holiday”; `null` of every
 * other. The published targets count calendar days to their end and say nothing of what day that is, so a last day stays
 * where it falls and is said to be one of these: this service moves no deadline of its own accord.
 */
export function dayOffInWords({ holidays }: Pick<WorkingCalendar, 'holidays'>, day: IsoDate): string | null {
  if (holidays.some(({ date }) => date === day)) return 'a bank holiday';
  switch (new Date(`${day}T00:00:00.000Z`).getUTCDay()) {
    case 0:
      return 'a Sunday';
    case 6:
      return 'a Saturday';
    default:
      return null;
  }
}
