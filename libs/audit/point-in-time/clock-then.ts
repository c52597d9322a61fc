import { Injectable } from '@nestjs/common';
import {
  readRegime,
  readWorkingCalendar,
  standingOf,
  type ClockStanding,
  type Regime,
  type Replayed,
  type WorkingCalendar,
} from '#domain';
import { calendarIdAt, Database, storedCalendar, storedRegime } from '#persistence';

/** When cases were due next, by the regime they are pinned to and the bank holidays as they were known then. */
@Injectable()
export class ClockThen {
  private readonly regimes = new Map<string, Regime>();
  private readonly calendars = new Map<string, WorkingCalendar>();

  constructor(private readonly database: Database) {}

  /**
   * The first open target of a case at an instant; `null` while its clock stands still.
   * @throws Error when the regime or the calendar is missing or cannot be read
   */
  async nextDue(
    { pinnedOn, regimeVersion, clockEvents }: Replayed,
    at: Date,
  ): Promise<ClockStanding['nextDue']> {
    // A clock starts with a submission, which pins the regime.
    if (pinnedOn === null) return null;
    const [regime, calendar] = await Promise.all([this.regime(regimeVersion), this.calendarAt(at)]);
    if (regime.turnaround === 'not-known') return null;
    return standingOf(regime.turnaround, calendar, clockEvents, at).nextDue;
  }

  /** A regime that a case is pinned to is never altered, so it is read once. */
  private async regime(version: string): Promise<Regime> {
    const known = this.regimes.get(version);
    if (known !== undefined) return known;
    const stored = await storedRegime(this.database.asService(), version);
    if (stored === null) throw new Error(`There is no regime ${version}`);
    const read = readRegime(stored.content);
    if (!read.ok) throw new Error(`The regime ${version} cannot be read: ${read.faults.join('; ')}`);
    if (stored.inUse) this.regimes.set(version, read.regime);
    return read.regime;
  }

  private async calendarAt(at: Date): Promise<WorkingCalendar> {
    const id = await calendarIdAt(this.database.asService(), at);
    const known = id === null ? undefined : this.calendars.get(id);
    if (known !== undefined) return known;
    const stored = id === null ? null : await storedCalendar(this.database.asService(), id);
    if (stored === null) throw new Error('No calendar of working days has been loaded');
    const read = readWorkingCalendar(stored.content);
    if (!read.ok) throw new Error(`The calendar of working days cannot be read: ${read.faults.join('; ')}`);
    this.calendars.set(stored.id, read.calendar);
    return read.calendar;
  }
}
