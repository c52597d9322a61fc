import { Injectable } from '@nestjs/common';
import {
  readRegime,
  readWorkingCalendar,
  withGdsAssurance,
  type Policy,
  type Regime,
  type WorkingCalendar,
} from '#domain';
import {
  calendarInForceAt,
  storedCalendar,
  storedRegime,
  type CaseRecord,
  type Queryable,
  type StoredCalendar,
} from '#persistence';

/** Under which rules a case is, and by which calendar its clock runs. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}

/**
 * Regimes and calendars as the rules read them. What was read is kept by the hash, or the id, of what it was read
 * from: a case loaded later, under a regime that was changed meanwhile, brings another hash and so the new one.
 */
@Injectable()
export class PolicyBook {
  private readonly regimes = new Map<string, Regime>();
  private readonly calendars = new Map<string, WorkingCalendar>();

  /**
   * The policy a case is under.
   * @param queryable where the case was loaded: inside a transaction, that transaction
   * @throws Error when the regime or the calendar cannot be read
   */
  async inForceFor(
    queryable: Queryable,
    {
      policy,
      state,
      currentVersion,
      clockEvents,
    }: Pick<CaseRecord, 'policy' | 'state' | 'currentVersion' | 'clockEvents'>,
  ): Promise<PolicyInForce> {
    const regime =
      this.regimes.get(policy.regimeHash) ?? (await this.readRegime(queryable, policy.regimeVersion));
    const calendar =
      this.calendars.get(policy.calendarId) ??
      this.keepCalendar(await storedCalendar(queryable, policy.calendarId));
    const { on, earnedAutonomy } = policy;
    const cameBy = withGdsAssurance(
      state,
      currentVersion,
      clockEvents.map(({ type }) => type),
    );
    return { policy: { regime, on, earnedAutonomy, withGdsAssurance: cameBy }, calendar };
  }

  /** A regime by its version. @throws Error when there is none, or it cannot be read */
  async readRegime(queryable: Queryable, version: string): Promise<Regime> {
    const stored = await storedRegime(queryable, version);
    if (stored === null) throw new Error(`There is no regime ${version}`);
    const known = this.regimes.get(stored.contentHash);
    if (known !== undefined) return known;
    const read = readRegime(stored.content);
    if (!read.ok) throw new Error(`The regime ${version} cannot be read: ${read.faults.join('; ')}`);
    this.regimes.set(stored.contentHash, read.regime);
    return read.regime;
  }

  /** The calendar that counted at an instant. @throws Error when none was ever loaded */
  async calendarAt(queryable: Queryable, at: Date): Promise<WorkingCalendar> {
    return this.keepCalendar(await calendarInForceAt(queryable, at));
  }

  private keepCalendar(stored: StoredCalendar | null): WorkingCalendar {
    if (stored === null) throw new Error('No calendar of working days has been loaded');
    const known = this.calendars.get(stored.id);
    if (known !== undefined) return known;
    const read = readWorkingCalendar(stored.content);
    if (!read.ok) throw new Error(`The calendar of working days cannot be read: ${read.faults.join('; ')}`);
    this.calendars.set(stored.id, read.calendar);
    return read.calendar;
  }
}
