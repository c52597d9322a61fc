import type { IsoDate } from '../case/case-content.js';
import type { Sight } from '../lifecycle/sight.js';
import { calendarQuarter } from './calendar-quarter.js';
import type { HistoryCriteria } from './filters.js';

/**
 * Whether it can be said that there is nothing to report, when no case was found: the quarter must have ended, and the
 * reader must see every case it would be said of. To say it of what somebody may not see would be untrue, or would tell
 * them of it.
 *
 * @param today the day it is asked on, London
 */
export function canSayNil(criteria: HistoryCriteria, sight: Sight, today: IsoDate): boolean {
  const { quarter = '', organisation, children, synthetic } = criteria;
  const asked = calendarQuarter(quarter);
  if (asked === null || asked.to >= today) return false;
  // The row is no demonstration data: of that alone there is no return.
  if (synthetic === true) return false;
  if (sight.everything) return true;
  // Who speaks for an organisation does not speak for those below it.
  return organisation !== undefined && children !== true && sight.organisationIds.includes(organisation);
}
