import { Queue } from 'bullmq';
import { formatSigningKey, generateSigningKey } from '#domain';
import { MAIL_QUEUE, SCHEDULE_QUEUE } from '#notifications';
import type { Config } from '#platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { queueBackend } from '../../libs/notifications/queue/queue-backend.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'worker', 'main.js');

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** Everything it has written, to either stream. */
  output(): string;
  /** Ends it on the spot, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to finish and gives its exit code. */
  terminate(): Promise<number | null>;
}

/**
 * The settings a worker needs to send through a mail server.
 * @param redisDatabase number of a Redis database no other file of tests uses, as PostgreSQL has one for each test
 */
export function workerEnvironment(
  databaseUrl: string,
  smtpUrl: string,
  redisDatabase: number,
): Record<string, string> {
  const redis = redisUrl();
  return {
    APP_MODE: 'local',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'https://spend.example',
    MAIL_TRANSPORT: 'smtp',
    MAIL_FROM: 'spend-control@assurance.example',
    SMTP_URL: smtpUrl,
    ASSURANCE_INBOX: 'inbox@assurance.example',
    LOG_LEVEL: 'info',
    LOG_SIGNING_KEY: formatSigningKey(generateSigningKey('tests.example')),
    ...(redis === null ? {} : { REDIS_URL: new URL(`/${String(redisDatabase)}`, redis).href }),
  };
}

/** Where these tests keep the queue when it is not in PostgreSQL. */
export function redisUrl(): string | null {
  const url = process.env['REDIS_URL'];
  return url === undefined || url === '' ? null : url;
}

/** Everything both queues know is gone: jobs, schedules and all. */
export async function loseQueues(config: Config): Promise<void> {
  for (const name of [MAIL_QUEUE, SCHEDULE_QUEUE]) {
    const queue = new Queue(name, queueBackend(config));
    for (const { key } of await queue.getJobSchedulers()) await queue.removeJobScheduler(key);
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

/** What the tests call the place the queue is kept in. */
export const QUEUE_STORE = redisUrl() === null ? 'PostgreSQL' : 'Redis';

/**
 * Starts a worker program and waits until it says that it has started.
 * @param program the built one, as it is shipped, unless given
 */
export async function startWorkerProcess(
  environment: Record<string, string>,
  program = MAIN,
): Promise<WorkerProcess> {
  if (!existsSync(MAIN))
    throw new Error('Build the service first: the tests run the worker as it is shipped');
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString('utf8');
  await until(() => {
    if (child.exitCode !== null) throw new Error(`The worker ended at once:\n${output()}`);
    return output().includes('Worker started');
  });
  return {
    output,
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    terminate: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** Waits until something is so, looking often; fails after `limit` milliseconds. */
export async function until(isSo: () => boolean | Promise<boolean>, limit = 20_000): Promise<void> {
  const step = 25;
  for (let waited = 0; !(await isSo()); waited += step) {
    if (waited > limit) throw new Error('It did not come about in time');
    await pause(step);
  }
}
