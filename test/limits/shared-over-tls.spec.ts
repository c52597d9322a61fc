import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue, QueueEvents, Worker } from 'bullmq';
import { dispensableRedis } from '#notifications';
import { loadConfig, redisTls, type Config } from '#platform';
import { queueBackend } from '../../libs/notifications/queue/queue-backend.js';
import { sharedCounts } from '../../libs/edge/limits/shared-counts.js';
import { freePort } from '../../apps/local/postgres/embedded-postgres.js';
import { issueCertificates, PROJECT, serviceOf, type Deployment } from '../deploy/certificates.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

// The queue and the shared counts in a store set up by the very file that docker-compose.yml gives Valkey. Where the
// tests have a Redis at all, its program is there as well.

const onRedis = (process.env['REDIS_URL'] ?? '') === '' ? describe.skip : describe;

onRedis('a store that takes nobody without a certificate', () => {
  let deployment: Deployment;
  let stranger: Deployment;
  let fresh: FreshDatabase;
  let running: ChildProcess;
  let port: number;

  beforeAll(async () => {
    [deployment, stranger, fresh, port] = await Promise.all([
      issueCertificates(),
      issueCertificates(),
      freshDatabase(2),
      freePort(),
    ]);
    const file = join(deployment.folder, 'valkey.conf');
    const shipped = readFileSync(join(PROJECT, 'deploy', 'valkey', 'valkey.conf'), 'utf8');
    writeFileSync(
      file,
      deployment.here('valkey', shipped).replace('tls-port 6379', `tls-port ${String(port)}`),
    );
    running = spawn('redis-server', [file, '--bind', '127.0.0.1', '--dir', deployment.folder, '--save', '']);
    let said = '';
    for await (const piece of running.stdout ?? []) {
      said += String(piece);
      if (said.includes('Ready to accept connections')) break;
    }
    expect(said).toContain('Ready to accept connections');
    running.stdout?.resume();
  });
  afterAll(async () => {
    const ended = once(running, 'exit');
    running.kill();
    await ended;
    await fresh.close();
    await Promise.all([deployment.remove(), stranger.remove()]);
  });

  /** As docker-compose.yml has the worker, with what a test changes. */
  function configOf(changed: Record<string, string> = {}): Config {
    const { environment } = serviceOf('worker');
    const redis = Object.entries(environment).filter(([name]) => name.startsWith('REDIS_'));
    return loadConfig({
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
      PUBLIC_URL: 'http://localhost',
      MAIL_TRANSPORT: 'file',
      MAIL_DIRECTORY: '/nowhere',
      MAIL_FROM: 'no-reply@spend.example',
      ASSURANCE_INBOX: 'assurance@gds.example',
      ...Object.fromEntries(redis.map(([name, value]) => [name, deployment.here('worker', value)])),
      REDIS_URL: (environment['REDIS_URL'] ?? '').replace('valkey:6379', `localhost:${String(port)}`),
      ...changed,
    });
  }

  async function ask(config: Config, ...[command, ...words]: [string, ...string[]]): Promise<unknown> {
    const failures: Error[] = [];
    const redis = dispensableRedis(config.redisUrl ?? '', redisTls(config), (error) => failures.push(error));
    try {
      await Promise.race([once(redis, 'ready'), once(redis, 'close')]);
      return await redis.call(command, ...words);
    } catch (error) {
      throw failures[0] ?? error;
    } finally {
      redis.disconnect();
    }
  }

  it('keeps jobs and schedules for a part that has one', async () => {
    const backend = queueBackend(configOf());
    const queue = new Queue('over-tls', backend);
    const events = new QueueEvents('over-tls', backend);
    const worker = new Worker('over-tls', (job) => Promise.resolve(`done ${job.name}`), backend);
    try {
      await queue.upsertJobScheduler('often', { every: 3_600_000 });
      expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(['often']);
      await events.waitUntilReady();
      const job = await queue.add('one', {}, { attempts: 2 });
      expect(await job.waitUntilFinished(events, 10_000)).toBe('done one');
    } finally {
      await worker.close();
      await events.close();
      await queue.obliterate({ force: true });
      await queue.close();
    }
  });

  it('keeps the counts of limits for one, too', async () => {
    const failures: unknown[] = [];
    const counts = sharedCounts(configOf(), fresh.database, (error) => failures.push(error));
    const counter = counts.counter({ keyPrefix: 'limit-person', points: 10, duration: 60 });
    let told;
    for (let attempt = 0; told === undefined; attempt += 1)
      told = await counter.consume('somebody', 3).catch((error: unknown) => {
        // Refused at once while the connection is being made.
        if (attempt > 50) throw error;
        return new Promise<undefined>((resume) => setTimeout(resume, 100, undefined));
      });
    expect(told).toMatchObject({ consumedPoints: 3, remainingPoints: 7 });
    expect(failures).toEqual([]);
    counts.close();
  });

  it('tells apart who may do what: nobody empties it, sets it up anew or sees keys of others', async () => {
    expect(await ask(configOf(), 'PING')).toBe('PONG');
    await expect(ask(configOf(), 'FLUSHALL')).rejects.toThrow(/no permissions to run/);
    await expect(ask(configOf(), 'CONFIG', 'GET', 'dir')).rejects.toThrow(/no permissions to run/);
    await expect(ask(configOf(), 'SET', 'something', 'else')).rejects.toThrow(/no permissions to access/);
    // Neither by a script.
    for (const command of ["'scan', '0'", "'flushdb'", "'keys', '*'", "'publish', 'a', 'b'"])
      await expect(ask(configOf(), 'EVAL', `return redis.call(${command})`, '0')).rejects.toThrow(
        /can't run this command|not allowed from script/,
      );
    for (const command of ['SCAN 0', 'PSUBSCRIBE *', 'SUBSCRIBE a', 'PUBLISH a b', 'MONITOR', 'CLIENT LIST'])
      await expect(ask(configOf(), ...(command.split(' ') as [string]))).rejects.toThrow(
        /no permissions to run|can't run this command/,
      );
  });

  it('refuses who has none, who has one of another authority, and who comes without TLS', async () => {
    const none = { REDIS_TLS_CERTIFICATE: '', REDIS_TLS_KEY: '' };
    await expect(ask(configOf(none), 'PING')).rejects.toThrow(/certificate required|ECONNRESET|closed/);
    const foreign = {
      REDIS_TLS_CERTIFICATE: stranger.file('worker', 'certificate'),
      REDIS_TLS_KEY: stranger.file('worker', 'key'),
    };
    await expect(ask(configOf(foreign), 'PING')).rejects.toThrow(/unknown ca|ECONNRESET|closed/);
    const plain = { REDIS_URL: `redis://localhost:${String(port)}` };
    await expect(ask(configOf(plain), 'PING')).rejects.toThrow(/ECONNRESET|EPIPE|closed|enableOfflineQueue/);
  });

  it('is not spoken to where another authority vouches for it', async () => {
    const other = { REDIS_TLS_AUTHORITY: stranger.file('worker', 'authority') };
    await expect(ask(configOf(other), 'PING')).rejects.toThrow(/certificate/);
  });
});
