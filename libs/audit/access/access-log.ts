import { setTimeout as giveUp } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  Database,
  insertAccessRecords,
  isUnwritable,
  MOST_RECORDS_AT_ONCE,
  type AccessRecord,
} from '#persistence';
import { AppLogger, Clock } from '#platform';
import { TimeOrderedIds } from './time-ordered-ids.js';

/** Who was shown what; when it was is added. */
export type Access = Omit<AccessRecord, 'id' | 'occurredAt'>;

/** Names of what is logged, for whoever watches the log. */
export const ACCESS_LOG_FAILED = 'access-log-write-failed';
export const ACCESS_LOG_RECOVERED = 'access-log-written-again';
export const ACCESS_RECORD_LOST = 'access-record-lost';

/** How long records nobody waits for are gathered, in milliseconds: a hundred together cost a quarter of one by one. */
const GATHERING_MS = 50;
/** Most records that wait in memory. Beyond it readers wait as well, so that nobody reads unrecorded. */
export const MOST_WAITING = 10_000;
/** Longest somebody waits for their record to be written, in milliseconds. */
export const PATIENCE_MS = 5_000;
/** After a failure records wait this long, in milliseconds, and twice as long after each further one, up to the most. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** How long the end of the program waits for what is left to be written, in milliseconds. */
const FAREWELL_MS = 10_000;
const FAREWELL_ATTEMPTS = 2;

/** A record that somebody waits for. */
interface Awaited {
  readonly record: AccessRecord;
  /** `null` when it is written. */
  readonly settle: (error: Error | null) => void;
}

/**
 * Writes down who was shown what: one writer to a process, one statement at a time. What somebody waits for is written
 * at once, with all that comes in while another statement runs; the rest is gathered for a moment first, so the busier
 * it is the less a record costs.
 *
 * Records nobody waits for are tried again until they are written, and are lost only when the process dies. A record
 * somebody waits for is written or refused, and tried before the others.
 */
@Injectable()
export class AccessLog implements OnApplicationShutdown {
  private readonly awaited: Awaited[] = [];
  private readonly waiting: AccessRecord[] = [];
  private writing: Promise<void> | null = null;
  private pause: NodeJS.Timeout | undefined;
  private pauseMs = 0;
  private isFailing = false;
  /** Ends the gathering, while there is one. */
  private hurry: (() => void) | null = null;
  private readonly ids = new TimeOrderedIds();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** False from a failed write until one succeeds. */
  get isHealthy(): boolean {
    return !this.isFailing;
  }

  /**
   * Writes a record soon. Gives nothing to wait for; but when too many wait already, a promise as
   * `writeBeforeAnswering` does.
   */
  write(access: Access): Promise<void> | undefined {
    if (this.waiting.length >= MOST_WAITING) return this.writeBeforeAnswering(access);
    this.waiting.push(this.recordOf(access));
    this.wake();
    if (this.waiting.length >= MOST_RECORDS_AT_ONCE) this.hurry?.();
    return undefined;
  }

  /** Writes a record and waits until it is committed. Rejects when it could not be, or not in time. */
  writeBeforeAnswering(access: Access): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const place = this.awaited.indexOf(awaited);
        // One that is being written may still be: better a record too many than one too few.
        if (place >= 0) this.awaited.splice(place, 1);
        this.fail(new Error('The record of access was not written in time'));
        reject(new Error('The record of access was not written in time'));
      }, PATIENCE_MS);
      const awaited: Awaited = {
        record: this.recordOf(access),
        settle: (error) => {
          clearTimeout(timer);
          if (error === null) resolve();
          else reject(error);
        },
      };
      this.awaited.push(awaited);
      this.wake();
      this.hurry?.();
    });
  }

  /** Writes what is left before the connections are closed. */
  async onApplicationShutdown(): Promise<void> {
    const late = new AbortController();
    await Promise.race([this.writeRest(), giveUp(FAREWELL_MS, undefined, { signal: late.signal })]);
    late.abort();
    clearTimeout(this.pause);
    for (const record of this.waiting.splice(0)) this.reportLost(record, null);
  }

  private async writeRest(): Promise<void> {
    for (let attempt = 1; attempt <= FAREWELL_ATTEMPTS; attempt += 1) {
      if (this.waiting.length + this.awaited.length > 0) this.resume();
      this.hurry?.();
      await this.writing;
    }
  }

  private recordOf(access: Access): AccessRecord {
    const occurredAt = this.clock.now();
    return { id: this.ids.next(occurredAt), occurredAt, ...access };
  }

  private wake(): void {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
      if (this.isMore()) this.wake();
    });
  }

  private isMore(): boolean {
    return this.awaited.length > 0 || (this.waiting.length > 0 && this.pause === undefined);
  }

  private async writeAll(): Promise<void> {
    while (this.isMore()) {
      await this.gather();
      if (this.awaited.length > 0) await this.writeAwaited();
      // Who waits comes first. The rest follows at once: somebody may be waiting again by the next time, and the next.
      if (this.waiting.length > 0 && this.pause === undefined) await this.writeWaiting();
    }
  }

  /** Lets a group come together: for a moment, or, where somebody waits, for what arrives in the same turn. */
  private async gather(): Promise<void> {
    if (this.awaited.length === 0 && this.waiting.length < MOST_RECORDS_AT_ONCE)
      await new Promise<void>((resume) => {
        const timer = setTimeout(resume, GATHERING_MS);
        this.hurry = () => {
          clearTimeout(timer);
          resume();
        };
      }).finally(() => (this.hurry = null));
    await new Promise((resume) => setImmediate(resume));
  }

  private async writeAwaited(): Promise<void> {
    const group = this.awaited.splice(0, MOST_RECORDS_AT_ONCE);
    const failed = await this.insert(group.map(({ record }) => record));
    for (const { record, settle } of group) {
      const cause = failed.get(record);
      settle(cause === undefined ? null : new Error('The record of access was not written', { cause }));
    }
  }

  private async writeWaiting(): Promise<void> {
    const group = this.waiting.slice(0, MOST_RECORDS_AT_ONCE);
    const failed = await this.insert(group);
    const kept = group.filter((record) => failed.has(record) && !isUnwritable(failed.get(record)));
    this.waiting.splice(0, group.length, ...kept);
    for (const [record, error] of failed) if (isUnwritable(error)) this.reportLost(record, error);
    if (kept.length > 0) this.rest();
  }

  /** Writes records and says of each that was not why. One that cannot be written does not keep the others from it. */
  private async insert(records: readonly AccessRecord[]): Promise<ReadonlyMap<AccessRecord, unknown>> {
    try {
      await insertAccessRecords(this.database.asService(), records);
      this.recover();
      return new Map();
    } catch (error) {
      if (isUnwritable(error) && records.length > 1) {
        const middle = Math.ceil(records.length / 2);
        const first = await this.insert(records.slice(0, middle));
        const second = await this.insert(records.slice(middle));
        return new Map([...first, ...second]);
      }
      if (!isUnwritable(error)) this.fail(error);
      return new Map(records.map((record) => [record, error]));
    }
  }

  private fail(error: unknown): void {
    this.isFailing = true;
    this.logger.error(
      { event: ACCESS_LOG_FAILED, waiting: this.waiting.length, error },
      'Records of who looked at what cannot be written. Restricted cases are not shown until they can be',
    );
  }

  private recover(): void {
    this.pauseMs = 0;
    if (!this.isFailing) return;
    this.isFailing = false;
    this.logger.info({ event: ACCESS_LOG_RECOVERED }, 'Records of who looked at what are written again');
  }

  private rest(): void {
    this.pauseMs = Math.min(Math.max(FIRST_PAUSE_MS, 2 * this.pauseMs), LONGEST_PAUSE_MS);
    this.pause = setTimeout(() => {
      this.resume();
    }, this.pauseMs);
  }

  private resume(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.wake();
  }

  private reportLost(record: AccessRecord, error: unknown): void {
    this.logger.error(
      { event: ACCESS_RECORD_LOST, record, error },
      'A record of who looked at what is lost; this line is all there is of it',
    );
  }
}
