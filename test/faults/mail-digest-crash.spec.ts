import { join } from 'node:path';
import { MAIL_CONCURRENCY } from '#notifications';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import { countOf, insertCase, insertEmail, insertReader, readerAddress } from './mail-rows.js';
import { startMailServer, type MailServer } from './mail-server.js';
import {
  QUEUE_STORE,
  startWorkerProcess,
  until,
  workerEnvironment,
  type WorkerProcess,
} from './mail-worker.js';

const PROGRAM = join(import.meta.dirname, 'digest-worker.mjs');
const REDIS_DATABASE = 13;
const WRITTEN = new Date('2026-11-24T09:00:00.000Z');
const PEOPLE = 300;
const EACH = 2;

describe(`workers that make digests, their queue in ${QUEUE_STORE}`, () => {
  let fresh: FreshDatabase;
  let server: MailServer;
  const running: WorkerProcess[] = [];

  beforeEach(async () => {
    fresh = await freshDatabase();
    server = await startMailServer();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((worker) => worker.kill()));
    await server.close();
    await fresh.close();
  });

  async function start(): Promise<WorkerProcess> {
    const environment = workerEnvironment(fresh.url, server.url, REDIS_DATABASE);
    const worker = await startWorkerProcess({ ...environment, DIGEST_DAY: '2026-11-25' }, PROGRAM);
    running.push(worker);
    return worker;
  }

  async function digests(): Promise<number> {
    const [row] = await fresh.database.query<{ count: number }>({
      text: `select count(*)::int as count from email where template = 'daily-digest'`,
      values: [],
    });
    return row!.count;
  }

  it('killed in the middle, and another in the middle of sending, tell everybody everything once', async () => {
    const caseId = await insertCase(fresh.database, WRITTEN);
    let sequence = 0;
    for (let number = 0; number < PEOPLE; number += 1) {
      const personId = await insertReader(fresh.database, WRITTEN);
      for (let item = 0; item < EACH; item += 1)
        await insertEmail(fresh.database, caseId, WRITTEN, {
          personId,
          held: true,
          sequence: (sequence += 1),
          recipientAddress: readerAddress(personId),
          parameters: {
            reference: `COSC-${String(sequence)}`,
            title: `Mark ${String(sequence).padStart(5, '0')}.`,
          },
        });
    }
    // Each digest takes a moment, so that the worker dies while it makes them.
    await fresh.owner.query({
      text: `create function slowly() returns trigger language plpgsql as
               $$ begin perform pg_sleep(0.02); return new; end $$`,
      values: [],
    });
    await fresh.owner.query({
      text: `create trigger slowly before insert on email for each row
               when (new.template = 'daily-digest') execute function slowly()`,
      values: [],
    });
    server.slow(20);

    const first = await start();
    await until(async () => (await digests()) >= PEOPLE / 5);
    await first.kill();
    // What PostgreSQL had in hand for the worker when it died is finished, or given up, a moment later.
    let madeByFirst = -1;
    await until(async () => {
      const made = await digests();
      const isSettled = made === madeByFirst && (await countOf(fresh.database, 'in-digest')) === made * EACH;
      madeByFirst = made;
      return isSettled;
    });
    expect(madeByFirst).toBeLessThan(PEOPLE);
    expect(await countOf(fresh.database, 'in-digest')).toBe(madeByFirst * EACH);
    let inHand = await countOf(fresh.database, 'sending');

    const [second] = await Promise.all([start(), start()]);
    await until(async () => (await countOf(fresh.database, 'sent')) >= PEOPLE / 2, 60_000);
    const before = await countOf(fresh.database, 'sending');
    await second.kill();
    inHand += Math.min(before, MAIL_CONCURRENCY);
    // What a dead worker held is safe from others until its lease is over; here that time passes at once.
    await until(async () => {
      await fresh.database.query({
        text: `update email set lease_until = $1 where status = 'sending' and first_attempt_at < now() - interval '5 seconds'`,
        values: [WRITTEN],
      });
      return (await countOf(fresh.database, 'sent')) === PEOPLE;
    }, 90_000);

    expect(await countOf(fresh.database, 'held')).toBe(0);
    expect(await countOf(fresh.database, 'in-digest')).toBe(PEOPLE * EACH);
    const counts = [...server.countById().values()];
    expect(counts).toHaveLength(PEOPLE);
    // The gap SMTP leaves: taken by the mail server, and the worker dead before it was written down.
    expect(counts.filter((times) => times > 1).length).toBeLessThanOrEqual(inHand);
    const letters = new Map(server.received.map(({ messageId, text }) => [messageId, text ?? '']));
    const marks = [...letters.values()].flatMap((text) => text.match(/Mark \d{5}\./g) ?? []);
    expect(marks).toHaveLength(PEOPLE * EACH);
    expect(new Set(marks).size).toBe(PEOPLE * EACH);
  }, 240_000);
});
