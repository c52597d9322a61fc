import { Redis } from 'ioredis';

/** Longest a command waits for Redis, in milliseconds. */
const COMMAND_LIMIT_MS = 500;

/**
 * A connection to Redis or Valkey for what can do without it: a command that finds none fails at once rather than
 * waiting, and the connection comes back by itself. Close it with `disconnect`.
 *
 * @param failed told when it cannot be reached, time and again
 */
export function dispensableRedis(url: string, failed: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_LIMIT_MS,
    connectionName: 'spend-control-limits',
  });
  redis.on('error', failed);
  return redis;
}
