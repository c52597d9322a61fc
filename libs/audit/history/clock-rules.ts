import { Injectable } from '@nestjs/common';
import { readRegime, readWorkingCalendar, type Turnaround, type WorkingCalendar } from '#domain';
import { calendarToRead, regimesToRead, type Queryable } from '#persistence';

/** The targets of each regime, by version. */
export type Turnarounds = ReadonlyMap<string, Turnaround | 'not-known'>;

/**
 * What clocks of cases are worked out by: the targets of every regime, and the bank holidays. What was read is kept by
 * the hash, or the id, of what it was read from, and not brought again.
 */
@Injectable()
export class ClockRules {
  private readonly known = new Map<string, Turnaround | 'not-known'>();
  private readonly calendars = new Map<string, WorkingCalendar>();

  /** The targets of each regime. @throws Error when a regime cannot be read */
  async turnarounds(queryable: Queryable): Promise<Turnarounds> {
    const stored = await regimesToRead(queryable, [...this.known.keys()]);
    return new Map(
      stored.map(({ version, content, contentHash }) => {
        const known = this.known.get(contentHash);
        if (known !== undefined) return [version, known];
        const read = readRegime(content);
        if (!read.ok) throw new Error(`The regime ${version} cannot be read: ${read.faults.join('; ')}`);
        this.known.set(contentHash, read.regime.turnaround);
        return [version, read.regime.turnaround];
      }),
    );
  }

  /** The bank holidays as they were known at an instant. @throws Error when none were ever loaded */
  async calendarAt(queryable: Queryable, at: Date): Promise<WorkingCalendar> {
    const stored = await calendarToRead(queryable, at, [...this.calendars.keys()]);
    if (stored === null) throw new Error('No calendar of working days has been loaded');
    const known = this.calendars.get(stored.id);
    if (known !== undefined) return known;
    const read = readWorkingCalendar(stored.content);
    if (!read.ok) throw new Error(`The calendar of working days cannot be read: ${read.faults.join('; ')}`);
    this.calendars.set(stored.id, read.calendar);
    return read.calendar;
  }
}
