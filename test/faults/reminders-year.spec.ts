import { TestDatabase } from '../setup/test-database.js';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MAJOR_PROGRAMMES } from '#domain';
import { loadConfig } from '#platform';
import { makeDemonstrationPeople } from '../../apps/local/demonstration/accounts.js';
import { CaseDriver } from '../../apps/local/demonstration/case-driver.js';
import { play, STORY_ENDS } from '../../apps/local/demonstration/stories.js';
import { freshDatabase } from '../setup/fresh-database.js';

// A year of reminders: two workers at once, one of them killed now and then, against one that works undisturbed.

const WORKER = join(import.meta.dirname, 'reminder-worker.mjs');
const START = new Date('2026-06-01T09:00:00.000Z');
const DAY = 86_400_000;
const CASES = 36;
/** One step in so many is one in which a worker is killed. */
const KILLED_EVERY = 15;

interface Word {
  readonly raised?: number;
  readonly fault?: string;
}

/** A worker process that can be told the time. */
class Worker {
  private child: ChildProcess | null = null;
  private ended: Promise<null> = Promise.resolve(null);

  constructor(private readonly url: string) {}

  async start(): Promise<void> {
    const child = fork(WORKER, {
      env: { ...process.env, DATABASE_URL: this.url, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    this.ended = new Promise((done) => {
      child.once('exit', () => {
        done(null);
      });
    });
    await once(child, 'message');
  }

  /** Looks for what is due at an instant; `null` when it was killed in doing so. */
  async look(now: Date): Promise<number | null> {
    const { child } = this;
    if (child === null) throw new Error('The worker is not running');
    const answered = new Promise<Word>((done) => {
      child.removeAllListeners('message');
      child.once('message', (word) => {
        done(word as Word);
      });
    });
    child.send({ now: now.toISOString() });
    const word = await Promise.race([answered, this.ended]);
    if (word?.fault !== undefined) throw new Error(word.fault);
    return word?.raised ?? null;
  }

  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    this.child = null;
    await this.ended;
  }
}

interface Reminder {
  readonly caseId: string;
  readonly type: string;
  readonly occasion: string;
  readonly emails: number;
  readonly weekday: number;
}

async function remindersIn(database: TestDatabase): Promise<readonly Reminder[]> {
  return database.query<Reminder>({
    text: `select e.case_id as "caseId", e.type, e.payload ->> 'occasion' as occasion,
        (select count(*) from email m where m.case_id = e.case_id and m.sequence = e.sequence) as emails,
        extract(isodow from e.occurred_at at time zone 'Europe/London')::int as weekday
      from case_event e where e.actor_id is null order by 1, 2, 3`,
    values: [],
  });
}

/** Cases in every state people are reminded of, and a copy of the database they are in. */
async function twoDatabases(): Promise<readonly [TestDatabase, TestDatabase, string, string]> {
  const fresh = await freshDatabase();
  const config = loadConfig({
    DATABASE_URL: fresh.url,
    PUBLIC_URL: 'http://localhost:3000',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
  const people = await makeDemonstrationPeople(fresh.database, config);
  for (let index = 0; index < CASES; index += 1) {
    const programme = MAJOR_PROGRAMMES.find(
      ({ wholeLifePence }, place) => place >= index && wholeLifePence !== null,
    );
    const end = STORY_ENDS[index % STORY_ENDS.length];
    if (programme === undefined || end === undefined) throw new Error('There are too few programmes');
    const driver = new CaseDriver(fresh.database, config, new Date(START.getTime() + index * DAY));
    await play({ programme, index: 24 * (index + 1), end }, driver, people);
  }
  await fresh.database.close();
  await fresh.owner.close();
  const server = process.env['TEST_DATABASE_SERVER'] ?? '';
  const name = new URL(fresh.url).pathname.slice(1);
  const maintenance = new TestDatabase({ url: `${server}postgres`, poolSize: 1 }, 'owner');
  await maintenance.query({ text: `create database ${name}_copy template ${name}`, values: [] });
  await maintenance.close();
  const copy = `${server}${name}_copy`;
  return [
    new TestDatabase({ url: fresh.url, poolSize: 2 }),
    new TestDatabase({ url: copy, poolSize: 2 }),
    fresh.url,
    copy,
  ];
}

it('sends each reminder once through a year, with two workers of which one is killed now and then', async () => {
  const [disturbed, undisturbed, disturbedUrl, undisturbedUrl] = await twoDatabases();
  const workers = [new Worker(disturbedUrl), new Worker(disturbedUrl)];
  const alone = new Worker(undisturbedUrl);
  await Promise.all([...workers, alone].map((worker) => worker.start()));
  let killed = 0;
  for (let step = 0; step < 365; step += 1) {
    // At ten in the morning in summer, at nine in winter: never before office hours.
    const now = new Date(START.getTime() + CASES * DAY + step * DAY);
    const looks = workers.map((worker) => worker.look(now));
    if (step % KILLED_EVERY === 0) {
      const victim = workers[(step / KILLED_EVERY) % 2];
      await pause(step % 7);
      await victim?.kill();
      await Promise.all(looks);
      await victim?.start();
      killed += 1;
    } else await Promise.all(looks);
    await alone.look(now);
  }
  // Whatever the last one killed left is found by the next who looks.
  const end = new Date(START.getTime() + (CASES + 400) * DAY);
  for (const worker of [...workers, alone]) await worker.look(end);
  await Promise.all([...workers, alone].map((worker) => worker.kill()));

  const found = await remindersIn(disturbed);
  expect(found.map(({ caseId, type, occasion }) => [caseId, type, occasion])).toEqual(
    (await remindersIn(undisturbed)).map(({ caseId, type, occasion }) => [caseId, type, occasion]),
  );
  expect(new Set(found.map(({ caseId, occasion }) => `${caseId} ${occasion}`)).size).toBe(found.length);
  expect(found.filter(({ emails }) => emails === 0)).toEqual([]);
  expect(found.filter(({ weekday }) => weekday > 5)).toEqual([]);
  expect([...new Set(found.map(({ type }) => type))]).toEqual(
    expect.arrayContaining([
      'condition-due-soon',
      'condition-due',
      'condition-overdue',
      'return-unanswered',
      'spend-report-due',
      'target-near',
      'target-missed',
    ]),
  );
  expect(found.length).toBeGreaterThan(30);
  expect(killed).toBeGreaterThan(20);
  await disturbed.close();
  await undisturbed.close();
}, 240_000);
