import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { MOST_EXPORTS_OF_ONE } from '../../libs/audit/exports/running-exports.js';
import { csvHead, csvLines, spreadsheetHead, spreadsheetLines } from '../../libs/audit/exports/csv-rows.js';
import type { HistoryColumn } from '#domain';
import { startWorld, type World } from '../api/world/api-world.js';

const CASES = 200;
const EVENTS = 100;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.database.query({
    text: `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts,
        flags, protective_marking, details_revision, created_by, created_at, updated_at)
      select gen_random_uuid(), 'E-' || n, $1, 'draft', ${String(EVENTS)}, 'v6', 'Case ' || n, '[]', '{}', 'OFFICIAL', 1,
        $2, now(), now() from generate_series(1, ${String(CASES)}) n`,
    values: [world.organisations.department.id, world.people.submitter.id],
  });
  await world.database.query({
    text: `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload, hash, previous_hash)
      select c.id, s, 'details-changed', 'shared', now() - s * interval '1 minute', 'draft',
        jsonb_build_object('text', repeat('x', 1000)), 'h', case when s > 1 then 'h'::bytea end
      from spend_case c cross join generate_series(1, ${String(EVENTS)}) s`,
    values: [],
  });
  await world.database.query({ text: 'analyze', values: [] });
});
afterAll(() => world.close());

/**
 * An export whose bytes nobody takes yet: there is more of it than buffers on the way hold. Each has a connection of
 * its own, so that to stop it is to close that.
 */
async function begin(token: string, url = world.api.url): Promise<IncomingMessage> {
  const sent = request(`${url}/api/v1/decision-history/events/export?format=jsonl`, {
    headers: { authorization: `Bearer ${token}` },
    agent: false,
  });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

/** Transactions of exports that are open in the database, and what each waits for. */
async function openExports(): Promise<readonly string[]> {
  const rows = await world.database.query<{ waiting: string | null }>({
    text: `select wait_event as waiting from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and xact_start is not null and query like '%json_build_object%'`,
    values: [],
  });
  return rows.map(({ waiting }) => waiting ?? '');
}

async function until(fits: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await fits()); tries += 1) {
    if (tries === 200) throw new Error('It did not come to that');
    await wait(25);
  }
}

async function receipts(): Promise<number> {
  const [row] = await world.database.query<{ count: number }>({
    text: 'select count(*)::int as count from export_receipt',
    values: [],
  });
  return row?.count ?? 0;
}

describe('an export that is being taken', () => {
  it('reads no more than is taken, and gives everything as it stood when it began', async () => {
    const answer = await begin(world.people.auditor.token);
    expect(answer.statusCode).toBe(200);
    // The server's cursor waits for the reader: most rows have not left the database.
    await until(async () => (await openExports()).join() === 'ClientRead');
    await world.database.query({
      text: `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload, hash, previous_hash)
        select id, 1000, 'details-changed', 'shared', now() - interval '1 year', 'draft', '{}', 'h', 'h' from spend_case`,
      values: [],
    });
    const lines = (await text(answer)).trimEnd().split('\n');
    expect(lines).toHaveLength(CASES * EVENTS + 2);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: { rows: CASES * EVENTS } });
    await until(async () => (await openExports()).length === 0);
  });

  it('ends in the database when its reader goes away, and gets no receipt', async () => {
    const before = await receipts();
    const answer = await begin(world.people.auditor.token);
    await until(async () => (await openExports()).length === 1);
    answer.destroy();
    await until(async () => (await openExports()).length === 0);
    expect(await receipts()).toBe(before);
  });

  it('is not begun by who asks for the headers alone', async () => {
    const before = await receipts();
    const answer = await fetch(`${world.api.url}/api/v1/decision-history/decisions/export?format=csv`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${world.people.auditor.token}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('export-id')).toBeNull();
    expect(await openExports()).toEqual([]);
    expect(await receipts()).toBe(before);
  });

  it('is one of two at most for one person, who is told so, and may go on when one has ended', async () => {
    const running = [];
    for (let count = 0; count < MOST_EXPORTS_OF_ONE; count += 1)
      running.push(await begin(world.people.auditor.token));
    const refused = await begin(world.people.auditor.token);
    expect(refused.statusCode).toBe(429);
    expect(JSON.parse(await text(refused))).toMatchObject({
      type: '/problems/too-many-requests',
      detail: expect.stringContaining('exports running already'),
    });
    const other = await begin(world.people.reviewer.token);
    expect(other.statusCode).toBe(200);
    for (const answer of [...running, other]) answer.destroy();
    await until(async () => (await openExports()).length === 0);
    await until(async () => {
      const again = await begin(world.people.auditor.token);
      again.destroy();
      return again.statusCode === 200;
    });
    await until(async () => (await openExports()).length === 0);
  });
});

describe('a service that shuts down', () => {
  it('waits for no reader who has stopped taking bytes', async () => {
    const other = await startWorld();
    await other.database.query({
      text: `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts,
          flags, protective_marking, details_revision, created_by, created_at, updated_at, description)
        select gen_random_uuid(), 'E-' || n, $1, 'draft', 1, 'v6', 'Case ' || n, '[]', '{"breach": true}', 'OFFICIAL', 1,
          $2, now(), now(), '' from generate_series(1, 1) n`,
      values: [other.organisations.department.id, other.people.submitter.id],
    });
    await other.database.query({
      text: `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload, hash, previous_hash)
        select c.id, s, 'details-changed', 'shared', now(), 'draft', jsonb_build_object('text', repeat('x', 3000)),
          'h', case when s > 1 then 'h'::bytea end
        from spend_case c cross join generate_series(1, 4000) s`,
      values: [],
    });
    const answer = await begin(other.people.auditor.token, other.api.url);
    expect(answer.statusCode).toBe(200);
    await other.close();
    await expect(text(answer)).rejects.toThrow();
  });
});

describe('a receipt', () => {
  it('is not there for an id nobody was given', async () => {
    const reply = await world.http.send(world.people.auditor, 'GET', `/exports/${randomUUID()}`);
    expect(reply.status).toBe(404);
  });
});

describe('a CSV', () => {
  const columns: readonly HistoryColumn[] = [
    { name: 'text', type: 'text', description: '' },
    { name: 'pence', type: 'pence', description: '' },
    { name: 'pounds', type: 'pounds', description: '' },
    { name: 'yes', type: 'yes-or-no', description: '' },
    { name: 'list', type: 'json', description: '' },
  ];
  const rowOf = (text: string | null): string =>
    JSON.stringify({ text, pence: -5, pounds: 12.5, yes: true, list: ['=1', 2] });

  it('keeps text from being a formula, also for who takes a semicolon or a line feed for the end of a cell', () => {
    expect(csvLines(columns, [rowOf("Widgets;=cmd|' /C calc'!A0"), rowOf('＝1'), rowOf('A; B')])).toBe(
      `"Widgets;'=cmd|' /C calc'!A0",-5,12.50,true,"[""=1"",2]"\r\n` +
        `'＝1,-5,12.50,true,"[""=1"",2]"\r\n` +
        '"A; B",-5,12.50,true,"[""=1"",2]"\r\n',
    );
    for (const text of ['a\nb', 'a\rb', 'a\r\nb'])
      expect(csvLines(columns, [rowOf(text)])).toBe(`"${text}",-5,12.50,true,"[""=1"",2]"\r\n`);
  });

  it('leaves other text, and numbers, as they are', () => {
    expect(csvHead(columns)).toBe('text,pence,pounds,yes,list\r\n');
    expect(csvLines(columns, [rowOf('plain'), rowOf('=1,"2"'), rowOf(null)])).toBe(
      'plain,-5,12.50,true,"[""=1"",2]"\r\n' +
        `"'=1,""2""",-5,12.50,true,"[""=1"",2]"\r\n` +
        ',-5,12.50,true,"[""=1"",2]"\r\n',
    );
  });

  it('for a spreadsheet has words and pounds, and is guarded alike', () => {
    const shown = columns.filter(({ name }) => name !== 'pounds');
    expect(spreadsheetHead(shown)).toBe('\uFEFFText,Pence (£),Yes,List\r\n');
    expect(spreadsheetLines(shown, [rowOf('=1,"2"'), rowOf(null)])).toBe(
      `"'=1,""2""",-0.05,Yes,"'=1, 2"\r\n` + `,-0.05,Yes,"'=1, 2"\r\n`,
    );
  });
});
