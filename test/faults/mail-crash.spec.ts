import { MAIL_CONCURRENCY } from '#notifications';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import { countOf, emailRow, insertCase, insertEmail } from './mail-rows.js';
import { startMailServer, type MailServer } from './mail-server.js';
import {
  QUEUE_STORE,
  startWorkerProcess,
  until,
  workerEnvironment,
  type WorkerProcess,
} from './mail-worker.js';

const QUEUED = 60;
const REDIS_DATABASE = 11;
const WRITTEN = new Date('2026-11-24T09:00:00.000Z');

describe(`a worker process, its queue in ${QUEUE_STORE}`, () => {
  let fresh: FreshDatabase;
  let server: MailServer;
  let caseId: string;
  const running: WorkerProcess[] = [];

  beforeEach(async () => {
    fresh = await freshDatabase();
    server = await startMailServer();
    caseId = await insertCase(fresh.database, WRITTEN);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((worker) => worker.kill()));
    await server.close();
    await fresh.close();
  });

  async function start(): Promise<WorkerProcess> {
    const worker = await startWorkerProcess(workerEnvironment(fresh.url, server.url, REDIS_DATABASE));
    running.push(worker);
    return worker;
  }

  it('killed in the middle of a batch and started again, sends every email, and none twice but those in hand', async () => {
    const ids = await Promise.all(
      Array.from({ length: QUEUED }, () => insertEmail(fresh.database, caseId, WRITTEN)),
    );
    server.slow(50);

    const first = await start();
    await until(() => server.received.length >= QUEUED / 4);
    await first.kill();
    const inHand = await countOf(fresh.database, 'sending');
    expect(server.received.length).toBeLessThan(QUEUED);
    expect(inHand).toBeGreaterThan(0);
    expect(inHand).toBeLessThanOrEqual(MAIL_CONCURRENCY);
    // What the dead worker held is safe from others until its lease is over; here that time passes at once.
    await fresh.database.query({
      text: `update email set lease_until = $1 where status = 'sending'`,
      values: [WRITTEN],
    });

    await start();
    await until(async () => (await countOf(fresh.database, 'sent')) === QUEUED, 45_000);

    const counts = server.countById();
    expect([...counts.keys()].sort()).toEqual(ids.map((id) => `<${id}@assurance.example>`).sort());
    const twice = [...counts.values()].filter((count) => count > 1);
    expect(twice.length).toBeLessThanOrEqual(inHand);
    expect(twice.every((count) => count === 2)).toBe(true);
  }, 90_000);

  it('leaves alone what another worker holds', async () => {
    const id = await insertEmail(fresh.database, caseId, WRITTEN);
    const free = await insertEmail(fresh.database, caseId, WRITTEN);
    await fresh.database.query({
      text: `update email set status = 'sending', attempts = 1, first_attempt_at = $2, lease_until = '2999-01-01' where id = $1`,
      values: [id, WRITTEN],
    });

    await start();
    await until(async () => (await emailRow(fresh.database, free)).status === 'sent');

    expect([...server.countById().keys()]).toEqual([`<${free}@assurance.example>`]);
    expect(await emailRow(fresh.database, id)).toMatchObject({ status: 'sending', attempts: 1 });
  }, 60_000);

  it('told to stop, finishes the emails in hand, takes no more, and says nothing of them in its log', async () => {
    const ids = await Promise.all(
      Array.from({ length: QUEUED }, () =>
        insertEmail(fresh.database, caseId, WRITTEN, { parameters: { title: 'A title for its readers' } }),
      ),
    );
    server.slow(200);

    const worker = await start();
    await until(() => server.received.length >= MAIL_CONCURRENCY);
    expect(await worker.terminate()).toBe(0);

    expect(await countOf(fresh.database, 'sending')).toBe(0);
    const sent = await countOf(fresh.database, 'sent');
    expect(sent).toBeGreaterThanOrEqual(MAIL_CONCURRENCY);
    expect(sent).toBeLessThan(QUEUED);
    expect(server.received).toHaveLength(sent);
    expect(worker.output()).toContain('Email attempted');
    expect(ids.some((id) => worker.output().includes(id))).toBe(true);
    expect(worker.output()).not.toContain('home-office.example');
    expect(worker.output()).not.toContain('Demonstration submitter');
    expect(worker.output()).not.toContain('A title for its readers');
  }, 60_000);
});
