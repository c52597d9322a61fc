import { Injectable } from '@nestjs/common';
import { readRegime, readWorkingCalendar, type Turnaround, type WorkingCalendar } from '#domain';
import { calendarInForceAt, Database, storedRegimes } from '#persistence';

/** What clocks of cases are worked out by: the targets of every regime, and the bank holidays. */
@Injectable()
export class ClockRules {
  constructor(private readonly database: Database) {}

  /** The targets of each regime, by version. @throws Error when a regime cannot be read */
  async turnarounds(): Promise<ReadonlyMap<string, Turnaround | 'not-known'>> {
    const stored = await storedRegimes(this.database.asService());
    return new Map(
      stored.map(({ version, content }) => {
        const read = readRegime(content);
        if (!read.ok) throw new Error(`The regime ${version} cannot be read: ${read.faults.join('; ')}`);
        return [version, read.regime.turnaround];
      }),
    );
  }

  /** The bank holidays as they were known at an instant. @throws Error when none were ever loaded */
  async calendarAt(at: Date): Promise<WorkingCalendar> {
    const stored = await calendarInForceAt(this.database.asService(), at);
    if (stored === null) throw new Error('No calendar of working days has been loaded');
    const read = readWorkingCalendar(stored.content);
    if (!read.ok) throw new Error(`The calendar of working days cannot be read: ${read.faults.join('; ')}`);
    return read.calendar;
  }
}
