import { Injectable } from '@nestjs/common';
import {
  checkThreshold,
  endedNote,
  londonDate,
  type Regime,
  type ThresholdCheck,
  type ThresholdFacts,
  type WorkingCalendar,
} from '#domain';
import { adoptions, Database, regimeAdoptedOn, storedRegimes, type Adoption } from '#persistence';
import { badRequest, Clock } from '#platform';
import { PolicyBook } from './policy-book.js';

/** The regimes this service knows, and which of them new requests come under. */
export interface RegimesKnown {
  /** Version new requests come under today. */
  readonly newCasesGet: string;
  readonly adoptions: readonly Adoption[];
  readonly regimes: readonly {
    readonly regime: Regime;
    readonly contentHash: string;
    /** Cases are pinned to it. */
    readonly inUse: boolean;
  }[];
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
  async regimes(): Promise<RegimesKnown> {
    const stored = await storedRegimes(this.database.asService());
    const regimes: RegimesKnown['regimes'][number][] = [];
    for (const { version, contentHash, inUse } of stored)
      regimes.push({
        regime: await this.policies.readRegime(this.database.asService(), version),
        contentHash,
        inUse,
      });
    return {
      newCasesGet: await this.adoptedToday(),
      adoptions: await adoptions(this.database.asService()),
      regimes,
    };
  }

  /** The regime new requests come under today. */
  async regimeInForce(): Promise<Regime> {
    return this.policies.readRegime(this.database.asService(), await this.adoptedToday());
  }

  /** The bank holidays as they are known now. */
  calendar(): Promise<WorkingCalendar> {
    return this.policies.calendarAt(this.database.asService(), this.clock.now());
  }

  /**
   * On which side of its threshold some spending would be, before there is a case.
   * @param version the regime; the one new requests come under unless given
   * @throws ProblemError 400 when there is no such regime
   */
  async checkThreshold(
    version: string | null,
    facts: ThresholdFacts,
  ): Promise<{
    readonly regimeVersion: string;
    /** That the regime is over by its own dates; `null` where it is not. */
    readonly regimeNote: string | null;
    readonly check: ThresholdCheck;
  }> {
    const regimeVersion = version ?? (await this.adoptedToday());
    const stored = await storedRegimes(this.database.asService());
    if (!stored.some((regime) => regime.version === regimeVersion)) {
      const detail = `There is no regime of this version; there are ${stored.map((one) => one.version).join(', ')}`;
      throw badRequest(`${detail}.`, [{ pointer: '/regime', detail }]);
    }
    const regime = await this.policies.readRegime(this.database.asService(), regimeVersion);
    const regimeNote = endedNote(regime, londonDate(this.clock.now()));
    return { regimeVersion, regimeNote, check: checkThreshold(regime, facts) };
  }

  private async adoptedToday(): Promise<string> {
    const version = await regimeAdoptedOn(this.database.asService(), londonDate(this.clock.now()));
    if (version === null) throw new Error('No regime has been adopted for new requests');
    return version;
  }
}
