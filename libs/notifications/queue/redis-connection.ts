import type { ConnectionOptions } from 'node:tls';
import { Redis } from 'ioredis';
import { OLDEST_TLS, type TlsFiles } from '#platform';

/** Longest a command waits for Redis, in milliseconds. */
const COMMAND_LIMIT_MS = 500;

/** What a client of Redis or Valkey is told beside an address that asks for TLS; nothing where it does not. */
export function tlsFor(url: string, files: TlsFiles): { readonly tls?: ConnectionOptions } {
  return new URL(url).protocol === 'rediss:' ? { tls: { ...files, minVersion: OLDEST_TLS } } : {};
}

/**
 * A connection to Redis or Valkey for what can do without it: a command that finds none fails at once rather than
 * waiting, and the connection comes back by itself. Close it with `disconnect`.
 *
 * @param tls whom it must be and who this is, where the address asks for TLS
 * @param failed told when it cannot be reached, time and again
 */
export function dispensableRedis(url: string, tls: TlsFiles, failed: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    ...tlsFor(url, tls),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_LIMIT_MS,
    connectionName: 'spend-control-limits',
  });
  redis.on('error', failed);
  return redis;
}
