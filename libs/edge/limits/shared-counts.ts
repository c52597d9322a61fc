import { RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { dispensableRedis } from '#notifications';
import { requestCounts, type Database } from '#persistence';
import { redisTls, type Config } from '#platform';

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
  config: Config,
  database: Database,
  failed: (error: unknown) => void,
): SharedCounts {
  if (config.redisUrl === null)
    return { counter: (count) => requestCounts(database, count), close: () => undefined };
  const redis = dispensableRedis(config.redisUrl, redisTls(config), failed);
  return {
    counter: (count) => new RateLimiterRedis({ ...count, storeClient: redis }),
    close: () => {
      redis.disconnect();
    },
  };
}
