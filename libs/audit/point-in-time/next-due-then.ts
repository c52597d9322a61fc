import {
  ADVICE_TURNAROUND,
  standingOf,
  type ClockStanding,
  type Replayed,
  type WorkingCalendar,
} from '#domain';
import type { Turnarounds } from '../history/clock-rules.js';

/** What the clock of a case went by at an instant. */
export interface RulesThen {
  readonly turnarounds: Turnarounds;
  /** The bank holidays as they were known then. */
  readonly calendar: WorkingCalendar;
}

/**
 * The first open target of a case at an instant, by the regime it is pinned to; `null` while its clock stands still.
 * @throws Error when the regime is missing
 */
export function nextDueThen(
  { pinnedOn, regimeVersion, clockEvents, advice }: Replayed,
  { turnarounds, calendar }: RulesThen,
  at: Date,
): ClockStanding['nextDue'] {
  if (advice !== null) return standingOf(ADVICE_TURNAROUND, calendar, clockEvents, at).nextDue;
  // Any other clock starts with a submission, which pins the regime.
  if (pinnedOn === null) return null;
  const turnaround = turnarounds.get(regimeVersion);
  if (turnaround === undefined) throw new Error(`There is no regime ${regimeVersion}`);
  return turnaround === 'not-known' ? null : standingOf(turnaround, calendar, clockEvents, at).nextDue;
}
