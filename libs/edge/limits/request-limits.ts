import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Database } from '#persistence';
import { AppLogger, Clock, Config, tooManyRequests } from '#platform';
import { sharedCounts, type SharedCounts } from './shared-counts.js';

/**
 * What is limited: requests of a person; their exports and searches of text; requests of nobody, by address; codes from
 * emails tried, by address; and tokens and cookies that are nobody's, by address.
 */
export const REQUEST_LIMITS = ['person', 'costly', 'address', 'link', 'unrecognised'] as const;
export type RequestLimit = (typeof REQUEST_LIMITS)[number];

/** Limits are so many a minute. */
const WINDOW_SECONDS = 60;
/** A process tells the others each time it has counted this part of a limit. */
const TOLD_PARTS = 20;
/** A store that cannot be reached is complained of this often, in milliseconds. */
const COMPLAINT_EVERY_MS = 60_000;

interface Limit {
  /** What this process counted by itself. */
  readonly own: RateLimiterMemory;
  /** What all processes counted together. */
  readonly shared: RateLimiterAbstract;
  /** Requests after which this process tells the others. */
  readonly toldEvery: number;
}

/**
 * Counts requests and refuses those beyond a limit. No request waits for a store: each process counts in its memory, and
 * after every twentieth part of a limit tells Redis or PostgreSQL, which answers whether all processes together are
 * beyond it. So a limit can be overstepped by a twentieth a process, and by what is under way. While the store cannot be
 * reached each process goes on by its own count, and the log says so.
 */
@Injectable()
export class RequestLimits implements OnModuleDestroy {
  private readonly limits: Readonly<Record<RequestLimit, Limit>>;
  private readonly counts: SharedCounts;
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(
    config: Config,
    database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    this.counts = sharedCounts(config, database, (error) => {
      this.complain(error);
    });
    const limit = (name: RequestLimit, points: number): Limit => ({
      own: new RateLimiterMemory({ points, duration: WINDOW_SECONDS }),
      shared: this.counts.counter({ keyPrefix: `limit-${name}`, points, duration: WINDOW_SECONDS }),
      toldEvery: Math.max(1, Math.floor(points / TOLD_PARTS)),
    });
    this.limits = {
      person: limit('person', config.rateLimitPerson),
      costly: limit('costly', config.rateLimitCostly),
      address: limit('address', config.rateLimitAddress),
      link: limit('link', config.rateLimitLinks),
      unrecognised: limit('unrecognised', config.rateLimitAddress),
    };
  }

  /**
   * Counts one request. Never waits for anything outside this process.
   *
   * @param key who or where: the id of a person, or a network address
   * @throws ProblemError 429 when there were too many
   */
  async take(name: RequestLimit, key: string): Promise<void> {
    const { own, toldEvery } = this.limits[name];
    try {
      const counted = await own.consume(key);
      if (counted.consumedPoints % toldEvery === 0) void this.tell(name, key);
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooManyRequests(secondsUntil(refusal)) : refusal;
    }
  }

  /** Refuses what is beyond a limit already, without counting. @throws ProblemError 429 */
  async refuseBeyond(name: RequestLimit, key: string): Promise<void> {
    const { own } = this.limits[name];
    const counted = await own.get(key);
    if (counted !== null && counted.consumedPoints > own.points) throw tooManyRequests(secondsUntil(counted));
  }

  /** Adds what was counted here to what all counted, and takes over their refusal. Never throws. */
  private async tell(name: RequestLimit, key: string): Promise<void> {
    const { own, shared, toldEvery } = this.limits[name];
    try {
      await shared.consume(key, toldEvery);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) await own.block(key, secondsUntil(refusal));
      else this.complain(refusal);
    }
  }

  private complain(error: unknown): void {
    const now = this.clock.now().getTime();
    if (now - this.complainedAt < COMPLAINT_EVERY_MS) return;
    this.complainedAt = now;
    this.logger.warn(
      { error },
      'What processes share of rate limits cannot be reached, so each goes on by its own count',
    );
  }

  onModuleDestroy(): void {
    this.counts.close();
  }
}

function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
