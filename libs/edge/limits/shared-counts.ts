import { RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { dispensableRedis } from '#notifications';
import { requestCounts, type Database } from '#persistence';

/** How a shared counter is set up. */
export interface SharedCount {
  readonly keyPrefix: string;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** Where processes tell one another how much they counted. */
export interface SharedCounts {
  readonly counter: (count: SharedCount) => RateLimiterAbstract;
  close(): void;
}

/** Counts shared through Redis or Valkey where there is one, otherwise through PostgreSQL. */
export function sharedCounts(
  redisUrl: string | null,
  database: Database,
  failed: (error: unknown) => void,
): SharedCounts {
  if (redisUrl === null)
    return { counter: (count) => requestCounts(database, count), close: () => undefined };
  const redis = dispensableRedis(redisUrl, failed);
  return {
    counter: (count) => new RateLimiterRedis({ ...count, storeClient: redis }),
    close: () => {
      redis.disconnect();
    },
  };
}
