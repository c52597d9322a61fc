import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppLogger, type Config } from '#platform';
import { WorkerModule, type WorkerOptions } from './worker.module.js';

/** A worker at work. */
export interface RunningWorker {
  /** Takes no more work, finishes what is in hand, and closes every connection. */
  stop(): Promise<void>;
}

/**
 * Starts a worker in this process.
 *
 * @throws when the database or the queue cannot be reached
 */
export async function runWorker(config: Config, options: WorkerOptions): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forConfig(config, options), {
    // What happens before our own logger exists is kept for it.
    bufferLogs: true,
    abortOnError: false,
  });
  const logger = app.get(AppLogger);
  app.useLogger(logger);
  logger.info(
    { transport: config.mailTransport, queue: config.redisUrl === null ? 'postgresql' : 'redis' },
    'Worker started',
  );
  return {
    stop: async () => {
      await app.close();
      logger.info({}, 'Worker stopped');
    },
  };
}
