import { Injectable } from '@nestjs/common';
import {
  readComponentCatalogue,
  readRegime,
  readWorkingCalendar,
  withGdsAssurance,
  type ComponentCatalogue,
  type Policy,
  type Regime,
  type WorkingCalendar,
} from '#domain';
import {
  adoptedRegimeToRead,
  calendarToRead,
  catalogueToRead,
  regimesToRead,
  storedCalendar,
  storedCatalogue,
  storedRegime,
  type CaseRecord,
  type Queryable,
  type RegimeToRead,
  type StoredCalendar,
  type StoredCatalogue,
} from '#persistence';

/** Under which rules a case is, and by which calendar its clock runs. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}

/** A regime, and the hash of the content it was read from. */
export interface RegimeKnown {
  readonly regime: Regime;
  readonly contentHash: string;
}

/**
 * Regimes, calendars and catalogues as the rules read them. What was read is kept by the hash, or the id, of what it was read
 * from: a case loaded later, under a regime that was changed meanwhile, brings another hash and so the new one. What is
 * kept is not brought again: a statement tells the database which hashes are known.
 */
@Injectable()
export class PolicyBook {
  private readonly regimes = new Map<string, Regime>();
  private readonly calendars = new Map<string, WorkingCalendar>();
  private readonly catalogues = new Map<string, ComponentCatalogue>();

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
    const components = await this.catalogueOf(queryable, policy.catalogue);
    const { on, earnedAutonomy } = policy;
    const cameBy = withGdsAssurance(
      state,
      currentVersion,
      clockEvents.map(({ type }) => type),
    );
    return { policy: { regime, on, earnedAutonomy, components, withGdsAssurance: cameBy }, calendar };
  }

  /** A regime by its version. @throws Error when there is none, or it cannot be read */
  async readRegime(queryable: Queryable, version: string): Promise<Regime> {
    const stored = await storedRegime(queryable, version);
    if (stored === null) throw new Error(`There is no regime ${version}`);
    return this.keepRegime(stored);
  }

  /** Every regime, in the order of their versions' names. @throws Error when one cannot be read */
  async readRegimes(queryable: Queryable): Promise<readonly RegimeKnown[]> {
    const stored = await regimesToRead(queryable, [...this.regimes.keys()]);
    return stored.map((one) => ({ regime: this.keepRegime(one), contentHash: one.contentHash }));
  }

  /**
   * The regime new requests come under on a day.
   * @param day in London, `YYYY-MM-DD`
   * @throws Error when none was adopted yet, or it cannot be read
   */
  async adoptedOn(queryable: Queryable, day: string): Promise<Regime> {
    const stored = await adoptedRegimeToRead(queryable, day, [...this.regimes.keys()]);
    if (stored === null) throw new Error('No regime has been adopted for new requests');
    return this.keepRegime(stored);
  }

  /** The calendar that counted at an instant. @throws Error when none was ever loaded */
  async calendarAt(queryable: Queryable, at: Date): Promise<WorkingCalendar> {
    return this.keepCalendar(await calendarToRead(queryable, at, [...this.calendars.keys()]));
  }

  /**
   * The catalogue of common components that counts on a day; `null` where none does.
   * @param day in London, `YYYY-MM-DD`
   * @throws Error when it cannot be read
   */
  async catalogueOn(queryable: Queryable, day: string, at: Date): Promise<ComponentCatalogue | null> {
    const stored = await catalogueToRead(queryable, day, at, [...this.catalogues.keys()]);
    return stored === null ? null : this.keepCatalogue(stored);
  }

  private async catalogueOf(
    queryable: Queryable,
    counts: CaseRecord['policy']['catalogue'],
  ): Promise<ComponentCatalogue | null> {
    if (counts === null) return null;
    const known = this.catalogues.get(counts.hash);
    if (known !== undefined) return known;
    const stored = await storedCatalogue(queryable, counts.version);
    if (stored === null) throw new Error(`There is no catalogue ${counts.version} of common components`);
    return this.keepCatalogue(stored);
  }

  private keepCatalogue({ version, content, contentHash }: StoredCatalogue): ComponentCatalogue {
    const known = this.catalogues.get(contentHash);
    if (known !== undefined) return known;
    const read = readComponentCatalogue(content);
    if (!read.ok)
      throw new Error(
        `The catalogue ${version} of common components cannot be read: ${read.faults.join('; ')}`,
      );
    this.catalogues.set(contentHash, read.catalogue);
    return read.catalogue;
  }

  private keepRegime({ version, content, contentHash }: RegimeToRead): Regime {
    const known = this.regimes.get(contentHash);
    if (known !== undefined) return known;
    const read = readRegime(content);
    if (!read.ok) throw new Error(`The regime ${version} cannot be read: ${read.faults.join('; ')}`);
    this.regimes.set(contentHash, read.regime);
    return read.regime;
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
