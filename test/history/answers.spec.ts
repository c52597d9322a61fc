import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import {
  HISTORY_QUESTIONS,
  historyQuestion,
  readHistoryCriteria,
  STATE_NAMES,
  type CaseState,
  type HistoryQuestion,
  type QuestionName,
} from '#domain';
import { Chance } from './chance.js';
import { NOW, startHistoryWorld, type HistoryWorld, type Reader } from './history-world.js';
import { readNaively, type NaiveHistory } from './naive-cases.js';
import { seesAll, type Asking, type Row } from './naive-facts.js';
import { naiveAnswer } from './naive-filters.js';
import { randomFilters } from './random-filters.js';

// The right answers are worked out another way: from the events alone, in memory, by looking at everything.

const COMBINATIONS = 22;
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let world: HistoryWorld;
let history: NaiveHistory;
beforeAll(async () => {
  world = await startHistoryWorld();
  history = await readNaively(world.database);
});
afterAll(() => world.close());

interface Page {
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly sight: Readonly<Record<string, unknown>>;
}

function addressOf(
  question: string,
  filters: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): string {
  return `/decision-history/${question}?${new URLSearchParams({ ...filters, ...more }).toString()}`;
}

/** Every page of an answer, one after another. */
async function answerOf(
  reader: Reader,
  question: QuestionName,
  filters: Readonly<Record<string, string>>,
  limit = 100,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const more: Record<string, string> = { limit: String(limit), ...(after === null ? {} : { after }) };
    const page: Page = await world.http.read<Page>(reader, addressOf(question, filters, more));
    rows.push(...page.items);
    if (page.next === null) return rows;
    after = page.next;
  }
}

/** What the answer should be. */
function expected(
  reader: Reader,
  question: HistoryQuestion,
  filters: Readonly<Record<string, string>>,
): readonly Row[] {
  const reading = readHistoryCriteria(question, filters);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const asking: Asking = { history, reader, criteria: reading.criteria, now: NOW, today: '2026-11-26' };
  return naiveAnswer(question.name, asking);
}

function requiredOf(question: HistoryQuestion): Readonly<Record<string, string>> {
  return question.required.includes('quarter') ? { quarter: '2026-Q3' } : {};
}

/** Rows of an answer without the one that says there are none. */
function withoutNil(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ reference }) => reference !== 'Nil return');
}

const NAMES = HISTORY_QUESTIONS.map(({ name }) => name);

describe('a question asked without filters', () => {
  it.each(NAMES)('%s gives an auditor every row, complete and in order', async (name) => {
    const question = historyQuestion(name);
    const rows = await answerOf(world.readers.auditor, name, requiredOf(question));
    const wanted = expected(world.readers.auditor, question, requiredOf(question));
    expect(wanted.length).toBeGreaterThan(1);
    expect(rows).toEqual(wanted);
    expect(Object.keys(rows[0]!)).toEqual(question.columns.map((column) => column.name));
  });

  it.each(NAMES)('%s is the same in pages of three', async (name) => {
    const filters = {
      ...requiredOf(historyQuestion(name)),
      ...(name === 'events' ? { kinds: 'returned' } : {}),
    };
    const rows = await answerOf(world.readers.auditor, name, filters, 3);
    expect(rows).toEqual(expected(world.readers.auditor, historyQuestion(name), filters));
  });

  it.each(NAMES)(
    '%s gives a department, and a reviewer who submits for one, what they may see',
    async (name) => {
      const question = historyQuestion(name);
      const { department, both, administrator } = world.readers;
      for (const reader of [department, both]) {
        const rows = await answerOf(reader, name, requiredOf(question));
        expect(withoutNil(rows)).toEqual(expected(reader, question, requiredOf(question)));
      }
      expect(withoutNil(await answerOf(administrator, name, requiredOf(question)))).toEqual([]);
    },
  );
});

describe('filters together', () => {
  it.each(NAMES)('%s is exact for combinations chosen by chance', async (name) => {
    const question = historyQuestion(name);
    const chance = new Chance(NAMES.indexOf(name) + 7);
    const { auditor, department, both } = world.readers;
    let found = 0;
    const combinations = name === 'events' ? COMBINATIONS / 2 : COMBINATIONS;
    for (let round = 0; round < combinations; round += 1) {
      const most = Math.min(round % 3 < 2 ? 2 : 5, question.filters.length);
      const filters = randomFilters(question, history, chance, chance.from(1, most));
      const reader = chance.one([auditor, auditor, department, both]);
      const rows = withoutNil(await answerOf(reader, name, filters));
      const wanted = expected(reader, question, filters);
      expect({ filters, rows }).toEqual({ filters, rows: wanted });
      if (wanted.length > 0) found += 1;
    }
    // Most of them have to find something, or nothing is shown by it.
    expect(found).toBeGreaterThan(combinations / 4);
  });

  it('each filter of cases is exact by itself, and narrows', async () => {
    const chance = new Chance(99);
    for (const name of ['decisions', 'times', 'points-not-met'] as const) {
      const question = historyQuestion(name);
      for (const filter of question.filters) {
        const only = { ...question, required: [filter], filters: [filter, 'organisation' as const] };
        const filters = randomFilters(only, history, chance, 1);
        const rows = await answerOf(world.readers.auditor, name, filters);
        const wanted = expected(world.readers.auditor, question, filters);
        expect({ filters, rows }).toEqual({ filters, rows: wanted });
      }
    }
  });

  it('an organisation with those below it is more than the organisation', async () => {
    const own = { organisation: world.parentId };
    const below = { ...own, children: 'true' };
    const question = historyQuestion('times');
    const rows = await answerOf(world.readers.auditor, 'times', below);
    expect(rows).toEqual(expected(world.readers.auditor, question, below));
    expect(rows.length).toBeGreaterThan((await answerOf(world.readers.auditor, 'times', own)).length);
  });
});

describe('what is kept from a department', () => {
  it('is said in the answer', async () => {
    const read = async (reader: Reader): Promise<unknown> =>
      (await world.http.read<Page>(reader, '/decision-history/procurement?limit=1')).sight;
    const own = [expect.any(String)];
    expect(await read(world.readers.auditor)).toEqual({
      cases: 'every',
      ownOrganisationIds: [],
      internal: 'shown',
      withheldColumns: [],
    });
    const withheldColumns = ['possibleSplit', 'possibleSplitWith'];
    expect(await read(world.readers.department)).toEqual({
      cases: 'own-organisations',
      ownOrganisationIds: own,
      internal: 'withheld',
      withheldColumns,
    });
    expect(await read(world.readers.both)).toEqual({
      cases: 'every',
      ownOrganisationIds: own,
      internal: 'withheld-for-own-organisations',
      withheldColumns,
    });
    expect(await read(world.readers.administrator)).toMatchObject({ cases: 'none', internal: 'withheld' });
  });

  it('is nothing internal, in any question', async () => {
    const { department } = world.readers;
    const asking: Asking = { history, reader: department, criteria: {}, now: NOW, today: '2026-11-26' };
    const own = history.cases.filter((c) =>
      department.roles.some((held) => held.organisationId === c.organisationId),
    );
    expect(own.every((c) => !seesAll(asking, c))).toBe(true);
    const hidden = own.flatMap((c) => c.events).filter(({ audience }) => audience === 'internal');
    expect(hidden.length).toBeGreaterThan(10);
    const rows = await answerOf(department, 'events', {});
    expect(rows.filter(({ audience }) => audience !== 'shared')).toEqual([]);
  });
});

describe('an export', () => {
  async function take(
    reader: Reader,
    question: string,
    query: string,
  ): Promise<{ headers: Headers; bytes: Buffer }> {
    const response = await fetch(`${world.url}/api/v1/decision-history/${question}/export?${query}`, {
      headers: { authorization: `Bearer ${reader.token}` },
    });
    expect(response.status).toBe(200);
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }
  const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

  it.each(NAMES)('of %s holds every row as JSON Lines, with its filter, time and count', async (name) => {
    const question = historyQuestion(name);
    const filters = requiredOf(question);
    const query = new URLSearchParams({ ...filters, format: 'jsonl' }).toString();
    const { headers, bytes } = await take(world.readers.auditor, name, query);
    const lines = bytes.toString().trimEnd().split('\n');
    const [first, ...rest] = lines.map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
    const last = rest.pop()!;
    expect(first!['manifest']).toMatchObject({ question: name, criteria: filters, at: NOW.toISOString() });
    expect(rest).toEqual(expected(world.readers.auditor, question, filters));
    const before = bytes.subarray(0, bytes.lastIndexOf('{"end":'));
    expect(last['end']).toEqual({ rows: rest.length, sha256: sha256(before) });
    const receipt = await world.http.read(world.readers.auditor, `/exports/${headers.get('export-id')}`);
    expect(receipt).toEqual({
      id: headers.get('export-id'),
      personId: world.readers.auditor.personId,
      question: name,
      criteria: filters,
      format: 'jsonl',
      at: NOW.toISOString(),
      rows: rest.length,
      sha256: sha256(before),
      checkpointSize: null,
      root: null,
      note: null,
    });
  });

  it('as CSV is plain, and its receipt is of its bytes', async () => {
    const { headers, bytes } = await take(world.readers.auditor, 'decisions', 'outcome=not-approved');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('link')).toBe(`</api/v1/exports/${headers.get('export-id')}>; rel="describedby"`);
    const rows = parse<Record<string, string>>(bytes, { columns: true });
    const wanted = expected(world.readers.auditor, historyQuestion('decisions'), { outcome: 'not-approved' });
    expect(rows.map(({ decisionId, requestedPence }) => [decisionId, requestedPence])).toEqual(
      wanted.map((row) => [row['decisionId'], String(row['requestedPence'])]),
    );
    const receipt = await world.http.read(world.readers.otherAuditor, `/exports/${headers.get('export-id')}`);
    expect(receipt).toMatchObject({ rows: wanted.length, sha256: sha256(bytes), format: 'csv' });
  });

  it('as CSV for spreadsheets has the same rows in words, pounds and London days, and a receipt of its bytes', async () => {
    const { headers, bytes } = await take(world.readers.auditor, 'decisions', 'format=spreadsheet');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toMatch(/decisions-[\da-f-]+\.csv"$/);
    const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
    const wanted = expected(world.readers.auditor, historyQuestion('decisions'), {});
    expect(rows.map((row) => [row['Reference'], row['Outcome'], row['Requested (£)']])).toEqual(
      wanted.map((row) => [
        row['reference'],
        STATE_NAMES[row['outcome'] as CaseState],
        (Number(row['requestedPence']) / 100).toFixed(2),
      ]),
    );
    const notApproved = rows.filter((row) => row['Outcome'] === STATE_NAMES['not-approved']);
    // No amount at all, rather than nought pounds: the same in every form of the file.
    expect(new Set(notApproved.map((row) => row['Approved (£)']))).toEqual(new Set(['']));
    const plain = parse<Record<string, string>>(
      (await take(world.readers.auditor, 'decisions', 'format=csv')).bytes,
      {
        columns: true,
      },
    );
    const ofPrograms = plain.filter(({ outcome }) => outcome === 'not-approved');
    expect(new Set(ofPrograms.map((row) => row['approvedPence']))).toEqual(new Set(['']));
    const lines = (await take(world.readers.auditor, 'decisions', 'format=jsonl')).bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const ofLines = lines.filter((row) => row['outcome'] === 'not-approved');
    expect(new Set(ofLines.map((row) => row['approvedPence']))).toEqual(new Set([null]));
    for (const row of rows) expect(row['Decided at']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const receipt = await world.http.read(world.readers.auditor, `/exports/${headers.get('export-id')}`);
    expect(receipt).toMatchObject({ rows: wanted.length, sha256: sha256(bytes), format: 'spreadsheet' });
  });

  it('never has a cell a spreadsheet would run, and leaves numbers numbers', async () => {
    const { bytes } = await take(world.readers.auditor, 'decisions', 'format=csv');
    const rows = parse<Record<string, string>>(bytes, { columns: true });
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith("'=") || cell.startsWith("'+")).length).toBeGreaterThan(0);
    expect(rows.every(({ requestedPence = '' }) => /^\d+$/.test(requestedPence))).toBe(true);
  });

  it('of a quarter without an exception is a nil return', async () => {
    const { bytes } = await take(world.readers.auditor, 'spending-control-exceptions', 'quarter=2019-Q2');
    const rows = parse<Record<string, string>>(bytes, { columns: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ quarter: '2019-Q2', reference: 'Nil return', amountApproved: '0.00' });
    const page = await world.http.read<Page>(
      world.readers.auditor,
      '/decision-history/spending-control-exceptions?quarter=2019-Q2',
    );
    expect(page).toMatchObject({ items: [{ reference: 'Nil return' }], next: null });
  });

  it.each([
    ['another department', 'department', 'quarter=2019-Q2&organisation=PARENT'],
    ['the whole government, as a department', 'department', 'quarter=2019-Q2'],
    ['the whole government, seeing no case', 'administrator', 'quarter=2019-Q2'],
    ['a quarter that is not over', 'auditor', 'quarter=2199-Q4'],
    ['an organisation that is not there', 'auditor', `quarter=2019-Q2&organisation=${NOWHERE}`],
  ] as const)('says no nil return of %s', async (_, name, filters) => {
    const reader = world.readers[name];
    const query = filters.replace('PARENT', world.parentId);
    const page = await world.http.read<Page>(
      reader,
      `/decision-history/spending-control-exceptions?${query}`,
    );
    expect(page.items).toEqual([]);
    const { bytes } = await take(reader, 'spending-control-exceptions', query);
    expect(bytes.toString()).not.toContain('Nil return');
  });

  it('says a nil return of the reader’s own department', async () => {
    const { department } = world.readers;
    const query = `quarter=2019-Q2&organisation=${department.roles[0]!.organisationId}`;
    const page = await world.http.read<Page>(
      department,
      `/decision-history/spending-control-exceptions?${query}`,
    );
    expect(page.items).toMatchObject([{ reference: 'Nil return', quarter: '2019-Q2' }]);
  });

  it('keeps its receipt from everybody but its maker and auditors', async () => {
    const { headers } = await take(world.readers.department, 'conditions', 'format=csv');
    const path = `/exports/${headers.get('export-id')}`;
    expect((await world.http.send(world.readers.both, 'GET', path)).status).toBe(404);
    expect((await world.http.send(world.readers.department, 'GET', path)).status).toBe(200);
    expect((await world.http.send(world.readers.auditor, 'GET', path)).status).toBe(200);
  });
});

describe('a question that cannot be answered', () => {
  async function refused(path: string): Promise<{ status: number; pointers: readonly string[] }> {
    const reply = await world.http.send<{ errors?: { pointer: string }[] }>(
      world.readers.auditor,
      'GET',
      `/decision-history/${path}`,
    );
    return { status: reply.status, pointers: (reply.body.errors ?? []).map(({ pointer }) => pointer) };
  }

  it.each([
    ['gossip', 404, []],
    ['gossip/export', 404, []],
    ['decisions?quarter=2026-Q3', 400, ['/quarter']],
    ['decisions?from=2026-02-30&flags=loud', 400, ['/from', '/flags']],
    ['decisions?from=2026-03-01&to=2026-02-01', 400, ['/from']],
    ['decisions?gossip=1', 400, ['/gossip']],
    ['decisions?from=2026-02-01&from=2026-02-02', 400, ['/from']],
    ['decisions?children=true', 400, ['/children']],
    ['decisions?after=bm90IG91cnM', 400, ['/after']],
    ['decisions/export?format=xml', 400, ['/format']],
    ['spending-control-exceptions', 400, ['/quarter']],
    ['registers?kinds=retrospective,gossip', 400, ['/kinds']],
  ])('%s', async (path, status, pointers) => {
    expect(await refused(path)).toEqual({ status, pointers });
  });

  it('takes no cursor of another question', async () => {
    const { next } = await world.http.read<Page>(world.readers.auditor, '/decision-history/events?limit=1');
    expect(await refused(`decisions?after=${next ?? ''}`)).toEqual({ status: 400, pointers: ['/after'] });
  });
});
