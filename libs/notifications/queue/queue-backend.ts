import type { BullRootModuleOptions } from '@nestjs/bullmq';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { redisTls, type Config } from '#platform';
import { tlsFor } from './redis-connection.js';

/** Keeps this service's keys apart from others' in the same Redis. */
const REDIS_PREFIX = 'spend-control';
/** How long closing waits for a Redis that is not there, in milliseconds. */
const CLOSING_LIMIT_MS = 250;
/** Connections a queue, and each of its workers, may hold to PostgreSQL; one more listens. */
const POSTGRES_CONNECTIONS = 3;

/**
 * The one place that knows what the queue is kept in: Redis or Valkey where `REDIS_URL` is set, otherwise PostgreSQL,
 * in a schema `bullmq` of its own in the service's database, which `prepareQueueTables` makes.
 *
 * BullMQ holds the choice for the whole process.
 */
export function queueBackend(config: Config): BullRootModuleOptions {
  if (config.redisUrl !== null) {
    setDefaultBackendFactory();
    return {
      connection: {
        url: config.redisUrl,
        ...tlsFor(config.redisUrl, redisTls(config)),
        // Workers wait for Redis to come back for as long as it takes.
        maxRetriesPerRequest: null,
        disconnectTimeout: CLOSING_LIMIT_MS,
      },
      prefix: REDIS_PREFIX,
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // A variable of its own: Nest's types know Redis alone, and the connection goes unread to the backend chosen above.
  const connection = { connectionString: config.databaseUrl, migrate: false, max: POSTGRES_CONNECTIONS };
  return { connection };
}
