import { Injectable } from '@nestjs/common';
import {
  checkThreshold,
  endedNote,
  londonDate,
  type ComponentCatalogue,
  type Regime,
  type ThresholdCheck,
  type ThresholdFacts,
  type WorkingCalendar,
} from '#domain';
import { adoptions, Database, versionsInUse, type Actor, type Adoption } from '#persistence';
import { badRequest, Clock, together } from '#platform';
import { PolicyBook, type RegimeKnown } from './policy-book.js';

/** The regimes this service knows, and which of them new requests come under. */
export interface RegimesKnown {
  /** Version new requests come under today. */
  readonly newCasesGet: string;
  readonly adoptions: readonly Adoption[];
  readonly regimes: readonly RegimeKnown[];
}

/** The same, and which of the regimes cases are pinned to. */
export interface RegimesInUse extends RegimesKnown {
  readonly regimes: readonly (RegimeKnown & { readonly inUse: boolean })[];
}

/** Reads the reference data every case rests on. */
@Injectable()
export class PolicyReadingService {
  constructor(
    private readonly policies: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every regime and adoption. */
  async regimes(acting: Actor): Promise<RegimesKnown> {
    const queryable = this.database.as(acting);
    const [regimes, adopted, all] = await together([
      this.policies.readRegimes(queryable),
      this.policies.adoptedOn(queryable, this.today()),
      adoptions(queryable),
    ]);
    return { newCasesGet: adopted.version, adoptions: all, regimes };
  }

  /** Every regime and adoption, and which regimes can never be altered, because cases are pinned to them. */
  async regimesInUse(acting: Actor): Promise<RegimesInUse> {
    const [known, inUse] = await together([
      this.regimes(acting),
      // True or not of a regime whoever asks: it must not depend on which cases that person may see.
      versionsInUse(this.database.asService()),
    ]);
    const regimes = known.regimes.map((one) => ({ ...one, inUse: inUse.has(one.regime.version) }));
    return { ...known, regimes };
  }

  /** The regime new requests come under today. */
  async regimeInForce(acting: Actor): Promise<Regime> {
    return this.policies.adoptedOn(this.database.as(acting), this.today());
  }

  /** The bank holidays as they are known now. */
  calendar(acting: Actor): Promise<WorkingCalendar> {
    return this.policies.calendarAt(this.database.as(acting), this.clock.now());
  }

  /** The common components requests are asked about today; `null` where there is no catalogue yet. */
  catalogue(acting: Actor): Promise<ComponentCatalogue | null> {
    return this.policies.catalogueOn(this.database.as(acting), this.today(), this.clock.now());
  }

  /**
   * On which side of its threshold some spending would be, before there is a case.
   * @param version the regime; the one new requests come under unless given
   * @throws ProblemError 400 when there is no such regime
   */
  async checkThreshold(
    acting: Actor,
    version: string | null,
    facts: ThresholdFacts,
  ): Promise<{
    readonly regimeVersion: string;
    /** That the regime is over by its own dates; `null` where it is not. */
    readonly regimeNote: string | null;
    readonly check: ThresholdCheck;
  }> {
    const queryable = this.database.as(acting);
    const [known, regimeVersion] = await together([
      this.policies.readRegimes(queryable),
      version ?? this.policies.adoptedOn(queryable, this.today()).then((regime) => regime.version),
    ]);
    const regime = known.find((one) => one.regime.version === regimeVersion)?.regime;
    if (regime === undefined) {
      const versions = known.map((one) => one.regime.version);
      const detail = `There is no regime of this version; there are ${versions.join(', ')}`;
      throw badRequest(`${detail}.`, [{ pointer: '/regime', detail }]);
    }
    const regimeNote = endedNote(regime, this.today());
    return { regimeVersion, regimeNote, check: checkThreshold(regime, facts) };
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
