import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { MOST_EXPORTS_OF_ONE } from '../../libs/audit/exports/running-exports.js';
import { csvHead, csvLines, guardedText } from '../../libs/audit/exports/csv-rows.js';
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
    text: `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload)
      select c.id, s, 'details-changed', 'shared', now() - s * interval '1 minute', 'draft',
        jsonb_build_object('text', repeat('x', 1000))
      from spend_case c cross join generate_series(1, ${String(EVENTS)}) s`,
    values: [],
  });
  await world.database.query({ text: 'analyze', values: [] });
});
afterAll(() => world.close());

/** An export whose bytes nobody takes yet: there is more of it than buffers on the way hold. */
async function begin(token: string): Promise<{ response: Response; stop: () => void }> {
  const given = new AbortController();
  const response = await fetch(`${world.api.url}/api/v1/decision-history/events/export?format=jsonl`, {
    headers: { authorization: `Bearer ${token}` },
    signal: given.signal,
  });
  return {
    response,
    stop: () => {
      given.abort();
    },
  };
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
    const { response } = await begin(world.people.auditor.token);
    expect(response.status).toBe(200);
    // The server's cursor waits for the reader: most rows have not left the database.
    await until(async () => (await openExports()).join() === 'ClientRead');
    await world.database.query({
      text: `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload)
        select id, 1000, 'details-changed', 'shared', now() - interval '1 year', 'draft', '{}' from spend_case`,
      values: [],
    });
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(CASES * EVENTS + 2);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: { rows: CASES * EVENTS } });
    await until(async () => (await openExports()).length === 0);
  });

  it('ends in the database when its reader goes away, and gets no receipt', async () => {
    const before = await receipts();
    const { response, stop } = await begin(world.people.auditor.token);
    await until(async () => (await openExports()).length === 1);
    stop();
    await expect(response.text()).rejects.toThrow();
    await until(async () => (await openExports()).length === 0);
    expect(await receipts()).toBe(before);
  });

  it('is one of two at most for one person, who is told so, and may go on when one has ended', async () => {
    const running = [];
    for (let count = 0; count < MOST_EXPORTS_OF_ONE; count += 1)
      running.push(await begin(world.people.auditor.token));
    const refused = await begin(world.people.auditor.token);
    expect(refused.response.status).toBe(429);
    expect(await refused.response.json()).toMatchObject({
      type: '/problems/too-many-requests',
      detail: expect.stringContaining('exports running already'),
    });
    const other = await begin(world.people.reviewer.token);
    expect(other.response.status).toBe(200);
    for (const { stop } of [...running, other]) stop();
    await until(async () => (await openExports()).length === 0);
    let again = await begin(world.people.auditor.token);
    for (let tries = 0; again.response.status === 429 && tries < 100; tries += 1) {
      await wait(25);
      again = await begin(world.people.auditor.token);
    }
    expect(again.response.status).toBe(200);
    again.stop();
    await until(async () => (await openExports()).length === 0);
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

  it.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx', '\rx', '\nx'])('keeps %j from being a formula', (text) => {
    expect(guardedText(text)).toBe(`'${text}`);
  });

  it('leaves other text, and numbers, as they are', () => {
    expect(guardedText('a=1')).toBe('a=1');
    expect(guardedText("'=1")).toBe("'=1");
    expect(csvHead(columns)).toBe('text,pence,pounds,yes,list\r\n');
    expect(csvLines(columns, [rowOf('plain'), rowOf('=1,"2"'), rowOf(null)])).toBe(
      'plain,-5,12.50,true,"[""=1"",2]"\r\n' +
        `"'=1,""2""",-5,12.50,true,"[""=1"",2]"\r\n` +
        ',-5,12.50,true,"[""=1"",2]"\r\n',
    );
  });
});
