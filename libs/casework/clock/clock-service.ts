import { Injectable } from '@nestjs/common';
import {
  londonDate,
  turnaroundOf,
  unknownHolidaysNote,
  type ClockStanding,
  type Turnaround,
  type WorkingCalendar,
} from '#domain';
import { Database } from '#persistence';
import { Clock, together } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseLoading } from '../desk/case-loading.js';
import { clockStanding } from '../desk/schedule.js';
import { PolicyBook } from '../policy/policy-book.js';

/** How the clock of a case stood at an instant. */
export interface ClockOfCase {
  /** The instant it is shown for, UTC. */
  readonly at: Date;
  readonly regimeVersion: string;
  /** The targets it is measured against; `not-known` where the regime's are not. */
  readonly turnaround: Turnaround | 'not-known';
  readonly standing: ClockStanding | null;
  /** From when on bank holidays are not known, where the clock goes as far; a sentence without a full stop. */
  readonly calendarNote: string | null;
}

/** Shows the clock of a case, now or as it stood. */
@Injectable()
export class ClockService {
  constructor(
    private readonly loading: CaseLoading,
    private readonly policies: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The calendar by which the clock of a case runs now.
   * @throws ProblemError 404 when the person may not see the case
   */
  async calendar(acting: Acting, reference: string): Promise<WorkingCalendar> {
    return (await this.loading.load(acting, reference)).calendar;
  }

  /**
   * The clock of a case at an instant, from its events up to then and the calendar as it was known then.
   * @param at UTC; now unless given. An instant still to come is shown as if nothing happened until then
   * @throws ProblemError 404 when the person may not see the case
   */
  async read(acting: Acting, reference: string, at: Date | null): Promise<ClockOfCase> {
    const instant = at ?? this.clock.now();
    const [{ record, policy, calendar: known }, knownThen] = await together([
      this.loading.load(acting, reference),
      at === null ? null : this.policies.calendarAt(this.database.as(acting), at),
    ]);
    // A case is loaded with the calendar that counts now.
    const calendar = knownThen ?? known;
    const standing = clockStanding({ policy, calendar }, record.clockEvents, instant);
    const dueTimes = (standing?.targets ?? []).flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
    return {
      at: instant,
      regimeVersion: policy.regime.version,
      turnaround: turnaroundOf(policy.regime.turnaround, record.clockEvents),
      calendarNote: unknownHolidaysNote(calendar, [instant, ...dueTimes].map(londonDate)),
      standing,
    };
  }
}
