import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Queue } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { runWorker, type RunningWorker } from '../../apps/worker/run-worker.js';
import { queueBackend } from '../../libs/notifications/queue/queue-backend.js';
import {
  AttachedFiles,
  DigestCalendar,
  Disposals,
  Followers,
  Likenesses,
  LogSealer,
  MailQueue,
  NotificationsModule,
  Reminders,
  SCHEDULE_QUEUE,
  SessionsOver,
} from '#notifications';
import { loadConfig, PlatformModule, type Config } from '#platform';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import { countOf, emailRow, insertCase, insertEmail, insertReader } from './mail-rows.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { loseQueues, QUEUE_STORE, until, workerEnvironment } from './mail-worker.js';

const REDIS_DATABASE = 12;
const WRITTEN = new Date('2026-11-24T09:00:00.000Z');

@Module({})
class ProducerModule {
  static forConfig(config: Config) {
    return {
      module: ProducerModule,
      imports: [PlatformModule.forConfig(config), NotificationsModule.forProducer(config)],
    };
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedReminders extends Reminders {
  asked = 0;
  override async raiseDue(): Promise<number> {
    this.asked += 1;
    throw new Error('Cases could not be read');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedFollowers extends Followers {
  asked = 0;
  override async tellFollowers(): Promise<number> {
    this.asked += 1;
    throw new Error('Searches could not be read');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedDisposals extends Disposals {
  asked = 0;
  override async carryOutDue(): Promise<number> {
    this.asked += 1;
    throw new Error('What is due could not be read');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedSessions extends SessionsOver {
  asked = 0;
  override async clearOld(): Promise<number> {
    this.asked += 1;
    throw new Error('Sessions could not be read');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedFiles extends AttachedFiles {
  asked = 0;
  override async due(): Promise<never> {
    this.asked += 1;
    throw new Error('Files could not be read');
  }

  override async scan(): Promise<string> {
    return 'nothing-to-do';
  }

  override async sweep(): Promise<never> {
    throw new Error('What is kept could not be listed');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedSealer extends LogSealer {
  asked = 0;
  override async sealAndPublish(): Promise<number> {
    this.asked += 1;
    throw new Error('The log could not be read');
  }
}

/** Counts how often it is asked, and fails each time. */
class CountedLikenesses extends Likenesses {
  asked = 0;
  override async compareChanged(): Promise<number> {
    this.asked += 1;
    throw new Error('The cases could not be read');
  }
}

/** The day after everything here was written, whatever day it is. */
class OneDay extends DigestCalendar {
  override digestDay(): string {
    return '2026-11-25';
  }
}

describe(`the mail queue in ${QUEUE_STORE}`, () => {
  let fresh: FreshDatabase;
  let server: MailServer;
  let caseId: string;
  let config: Config;
  const reminders = new CountedReminders();
  const followers = new CountedFollowers();
  const sealer = new CountedSealer();
  const disposals = new CountedDisposals();
  const likenesses = new CountedLikenesses();
  const sessions = new CountedSessions();
  const files = new CountedFiles();
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    fresh = await freshDatabase();
    server = await startMailServer();
    caseId = await insertCase(fresh.database, WRITTEN);
    config = loadConfig({ ...workerEnvironment(fresh.url, server.url, REDIS_DATABASE), LOG_LEVEL: 'silent' });
    await loseQueues(config);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await server.close();
    await fresh.close();
  });

  async function producer(over = config): Promise<MailQueue> {
    const app = await NestFactory.createApplicationContext(ProducerModule.forConfig(over), { logger: false });
    stops.push(() => app.close());
    return app.get(MailQueue);
  }

  async function worker(): Promise<RunningWorker> {
    const running = await runWorker(config, {
      reminders: { provide: Reminders, useValue: reminders },
      followers: { provide: Followers, useValue: followers },
      digestCalendar: { provide: DigestCalendar, useClass: OneDay },
      sealer: { provide: LogSealer, useValue: sealer },
      disposals: { provide: Disposals, useValue: disposals },
      likenesses: { provide: Likenesses, useValue: likenesses },
      sessions: { provide: SessionsOver, useValue: sessions },
      files: { provide: AttachedFiles, useValue: files },
    });
    stops.push(() => running.stop());
    return running;
  }

  it('sends an email as soon as it is nudged', async () => {
    const queue = await producer();
    await worker();
    // Past the sweep every worker begins with, so that only the nudge can have done it.
    await pause(1_000);
    const id = await insertEmail(fresh.database, caseId, WRITTEN);

    await queue.nudge([id]);

    await until(async () => (await emailRow(fresh.database, id)).status === 'sent', 2_500);
    expect(server.received).toHaveLength(1);
  });

  it('sends each email once however often it is nudged, by however many', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => insertEmail(fresh.database, caseId, WRITTEN)),
    );
    const [one, other] = [await producer(), await producer()];
    await worker();
    await worker();

    await Promise.all(Array.from({ length: 10 }, (_, round) => (round % 2 === 0 ? one : other).nudge(ids)));

    await until(async () => (await countOf(fresh.database, 'sent')) === ids.length);
    await pause(500);
    expect([...server.countById().values()]).toEqual(ids.map(() => 1));
  });

  it('sends what was nudged into a queue that was lost before anybody worked on it', async () => {
    const queue = await producer();
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => insertEmail(fresh.database, caseId, WRITTEN)),
    );
    await queue.nudge(ids);
    await loseQueues(config);

    await worker();

    await until(async () => (await countOf(fresh.database, 'sent')) === ids.length);
    expect([...server.countById().values()]).toEqual(ids.map(() => 1));
  });

  it('goes on sweeping when the queue and its schedules are lost under a running worker', async () => {
    await worker();
    const first = await insertEmail(fresh.database, caseId, WRITTEN);
    await until(async () => (await emailRow(fresh.database, first)).status === 'sent');
    await loseQueues(config);

    const second = await insertEmail(fresh.database, caseId, WRITTEN);

    await until(async () => (await emailRow(fresh.database, second)).status === 'sent', 25_000);
    expect(server.received).toHaveLength(2);
  }, 60_000);

  it('goes on when every connection to the database is cut', async () => {
    await worker();
    const earlier = await insertEmail(fresh.database, caseId, WRITTEN);
    await until(async () => (await emailRow(fresh.database, earlier)).status === 'sent');
    await fresh.database.query({
      text: `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      values: [],
    });

    const id = await insertEmail(fresh.database, caseId, WRITTEN);

    await until(async () => (await emailRow(fresh.database, id)).status === 'sent', 25_000);
    expect(server.received).toHaveLength(2);
  }, 60_000);

  it('asks for reminders, for followed searches, for the log, for disposals, for likenesses, for old sessions and for files to check, and a failure there holds no email up', async () => {
    const before = {
      reminders: reminders.asked,
      followers: followers.asked,
      sealer: sealer.asked,
      disposals: disposals.asked,
      likenesses: likenesses.asked,
      sessions: sessions.asked,
      files: files.asked,
    };
    await worker();
    await until(
      () =>
        reminders.asked > before.reminders &&
        followers.asked > before.followers &&
        sealer.asked > before.sealer &&
        disposals.asked > before.disposals &&
        likenesses.asked > before.likenesses &&
        sessions.asked > before.sessions &&
        files.asked > before.files,
    );

    const id = await insertEmail(fresh.database, caseId, WRITTEN);
    await until(async () => (await emailRow(fresh.database, id)).status === 'sent');
  });

  it('makes the digests that are due and sends them', async () => {
    const personId = await insertReader(fresh.database, WRITTEN);
    const id = await insertEmail(fresh.database, caseId, WRITTEN, { personId, held: true });

    await worker();

    await until(async () => (await countOf(fresh.database, 'sent')) === 1);
    expect(await emailRow(fresh.database, id)).toMatchObject({ status: 'in-digest' });
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'Your digest of 25 November 2026: 1 notice about 1 case',
    ]);
  });

  it('takes away the schedules of an earlier version, and lets its last job pass', async () => {
    const queue = new Queue(SCHEDULE_QUEUE, queueBackend(config));
    stops.push(() => queue.close());
    // Its first job is an hour away: one the worker took up at the same moment would still leave another behind it.
    const inAnHour = performance.timeOrigin + performance.now() + 3_600_000;
    await queue.upsertJobScheduler(
      'raise-due-conditions',
      { every: 3_600_000, startDate: inAnHour },
      { name: 'raise-due-conditions' },
    );
    await queue.add('raise-due-conditions', {}, { removeOnFail: false, jobId: 'left-behind' });

    await worker();

    const names = async () => (await queue.getJobSchedulers()).map(({ key }) => key).sort();
    await until(async () => !(await names()).includes('raise-due-conditions'));
    expect(await names()).toEqual([
      'carry-out-disposals',
      'clear-sessions',
      'compare-cases',
      'forget-ended',
      'raise-reminders',
      'seal-log',
      'send-digests',
      'send-webhooks',
      'sweep-files',
      'sweep-mail',
      'sweep-scans',
      'tell-followers',
    ]);
    await until(async () => (await queue.getJobState('left-behind')) === 'completed');
    const waiting = await queue.getJobs(['delayed', 'waiting']);
    expect(waiting.filter(({ name }) => name === 'raise-due-conditions')).toEqual([]);
  });

  it.each([
    { store: 'PostgreSQL', over: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none', REDIS_URL: '' } },
    { store: 'Redis', over: { REDIS_URL: 'redis://127.0.0.1:9' } },
  ])('never fails or holds up whoever nudges when $store cannot be reached', async ({ over }) => {
    const environment = {
      ...workerEnvironment(fresh.url, server.url, REDIS_DATABASE),
      LOG_LEVEL: 'silent',
      ...over,
    };
    const queue = await producer(loadConfig(environment));
    const started = performance.now();

    await expect(queue.nudge(['00000000-0000-4000-8000-000000000000'])).resolves.toBeUndefined();

    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
