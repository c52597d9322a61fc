import { randomUUID } from 'node:crypto';
import { AppLogger, ManualClock } from '#platform';
import { freshDatabase, type FreshDatabase } from '../../../test/setup/fresh-database.js';
import {
  ACCESS_LOG_FAILED,
  ACCESS_RECORD_LOST,
  AccessLog,
  MOST_WAITING,
  PATIENCE_MS,
  type Access,
} from './access-log.js';

let fresh: FreshDatabase;
let log: AccessLog;
let lines: Record<string, unknown>[];

beforeEach(async () => {
  fresh = await freshDatabase(3);
  lines = [];
  const destination = {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  };
  const clock = new ManualClock(new Date('2026-11-24T10:00:00.000Z'));
  log = new AccessLog(fresh.database, clock, new AppLogger({ level: 'info', destination }));
});
afterEach(() => fresh.close());

function access(part: string, personId: string = randomUUID()): Access {
  return {
    personId,
    what: 'view',
    part,
    caseId: null,
    reference: null,
    criteria: null,
    resultCount: null,
    outcome: 'given',
    requestId: null,
    machineId: null,
  };
}

async function partsWritten(): Promise<readonly string[]> {
  const rows = await fresh.database.query<{ part: string }>({
    text: 'select part from access_record order by id',
    values: [],
  });
  return rows.map(({ part }) => part);
}

async function run(text: string): Promise<void> {
  await fresh.owner.query({ text, values: [] });
}

function events(): readonly unknown[] {
  return lines.map(({ event }) => event);
}

describe('the writer of records of access', () => {
  it('writes what arrives together with one statement, in order', async () => {
    await run(`create sequence statements;
      create function count_statement() returns trigger language plpgsql security definer as $$
        begin perform nextval('statements'); return null; end $$;
      create trigger counted after insert on access_record for each statement execute function count_statement()`);
    const parts = Array.from({ length: 300 }, (_, index) => `part ${index}`);
    for (const part of parts) expect(log.write(access(part))).toBeUndefined();
    await log.writeBeforeAnswering(access('last'));
    await log.onApplicationShutdown();
    expect((await partsWritten()).filter((part) => part !== 'last')).toEqual(parts);
    const [statements] = await fresh.owner.query<{ count: number }>({
      text: 'select last_value::int as count from statements',
      values: [],
    });
    expect(statements?.count).toBe(2);
  });

  it('is not kept from writing what nobody waits for by others who wait, again and again', async () => {
    expect(log.write(access('waits for nothing'))).toBeUndefined();
    for (let times = 1; times <= 3; times += 1) await log.writeBeforeAnswering(access(`asked ${times}`));
    expect(await partsWritten()).toContain('waits for nothing');
  });

  it('is not kept from writing by one record that cannot be, and says what it said', async () => {
    for (let index = 0; index < 20; index += 1)
      void log.write(access(`part ${index}`, index === 13 ? 'nobody' : randomUUID()));
    await log.onApplicationShutdown();
    expect(await partsWritten()).toHaveLength(19);
    expect(log.isHealthy).toBe(true);
    expect(events()).toEqual([ACCESS_RECORD_LOST]);
    expect(lines[0]).toMatchObject({ record: { part: 'part 13', personId: 'nobody' } });
  });

  it('refuses only the awaited record that cannot be written', async () => {
    const results = await Promise.allSettled([
      log.writeBeforeAnswering(access('one')),
      log.writeBeforeAnswering(access('two', 'nobody')),
      log.writeBeforeAnswering(access('three')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await partsWritten()).toEqual(['one', 'three']);
  });

  it('lets readers wait as well once too many records wait, so that nothing is read unrecorded', async () => {
    await run('alter table access_record rename to away');
    for (let index = 0; index < MOST_WAITING; index += 1) expect(log.write(access('early'))).toBeUndefined();
    await expect(log.write(access('late'))).rejects.toThrow('was not written');
    await run('alter table away rename to access_record');
    await log.onApplicationShutdown();
    expect(await partsWritten()).toHaveLength(MOST_WAITING);
  });

  it('does not let anybody wait for ever, and writes no record of what was then not shown', async () => {
    await fresh.owner.transaction(async (transaction) => {
      await transaction.query({ text: 'lock table access_record in exclusive mode', values: [] });
      void log.write(access('ordinary'));
      await new Promise((resume) => setTimeout(resume, 100));
      const started = performance.now();
      await expect(log.writeBeforeAnswering(access('restricted'))).rejects.toThrow('in time');
      expect(performance.now() - started).toBeLessThan(PATIENCE_MS + 2_000);
    });
    await log.onApplicationShutdown();
    expect(await partsWritten()).toEqual(['ordinary']);
  });

  it('says what is lost when the program ends while nothing can be written', async () => {
    await run('alter table access_record rename to away');
    void log.write(access('one'));
    void log.write(access('two'));
    await log.onApplicationShutdown();
    expect(events().filter((event) => event === ACCESS_RECORD_LOST)).toHaveLength(2);
    expect(events()).toContain(ACCESS_LOG_FAILED);
  });
});
