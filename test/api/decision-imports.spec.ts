import { Readable } from 'node:stream';
import { DecisionImportService, ReminderService, TellFollowersService } from '#casework';
import {
  contentHash,
  type CaseContent,
  type EventPayloads,
  type ImportCells,
  type ImportColumnName,
  type ImportReport,
} from '#domain';
import { startWorld, type Person, type World } from './world/api-world.js';
import { insertCaseRow } from './world/case-rows.js';
import { fingerprintOf } from './world/database-state.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';
import { GOOD_CELLS, importFile } from './world/import-file.js';

// Decisions made elsewhere become cases like any other, except that nobody is told and nothing is due.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

function send(
  file: string,
  query = '',
  person: Person | null = world.people.administrator,
  headers: Readonly<Record<string, string>> = { 'content-type': 'text/csv; charset=utf-8' },
): Promise<Reply> {
  return world.http.send(person, 'POST', `/decision-imports${query}`, { raw: file, headers });
}

async function reportOf(file: string, query = ''): Promise<ImportReport> {
  const reply = await send(file, query);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as unknown as ImportReport;
}

/** Tables an import must leave alone. */
async function told(): Promise<unknown> {
  const { email, saved_search_match: matches, spend_case: cases } = await fingerprintOf(world.database);
  return { email, matches, cases };
}

const CONDITIONS =
  'Publish the roadmap | 2019-09-30 | A. Owner | a.owner@home-office.example | met\n' +
  'Cost it | 2019-12-31 | B. Owner | b.owner@home-office.example';

/** Line 2 is good, and every other one bad in a way of its own. */
const BAD_ROWS: readonly (readonly [cells: ImportCells, column: string, reason: RegExp])[] = [
  [{ organisation: 'Home Ofice' }, 'organisation', /Did you mean “Home Office”/],
  [{ title: '' }, 'title', /Fill this in/],
  [
    { 'requested-amount': '£1.2m' },
    'requested-amount',
    /^Write the amount out in pounds, like 1200000\.00: “£1\.2m”/,
  ],
  [{ 'approved-amount': '1.250.000,00' }, 'approved-amount', /can be misread/],
  [{ 'approved-amount': '1250000.01' }, 'approved-amount', /more than the £1,250,000 requested/],
  [{ 'submitted-on': '13-Sep-23' }, 'submitted-on', /YYYY-MM-DD/],
  [{ 'decided-on': '2019-01-31' }, 'decided-on', /before the submission/],
  [{ 'decided-on': '2026-05-05' }, 'decided-on', /after today, 4 May 2026/],
  [{ 'submitted-on': '2013-05-01' }, 'submitted-on', /No spend control .* 1 May 2013/],
  [{ outcome: 'Withdrawn' }, 'outcome', /“approved-with-conditions”/],
  [{ outcome: 'approved-with-conditions' }, 'conditions', /Fill this in/],
  [{ 'decided-by': 'Half a pair \u0007' }, 'decided-by', /control characters/],
  [{ 'protective-marking': 'SECRET' }, 'protective-marking', /“OFFICIAL-SENSITIVE”/],
  [{ regime: 'v6' }, 'regime', /v6 was not in force on 4 February 2019/],
  [{ 'document-url': 'javascript:alert(1)' }, 'document-url', /https/],
];

describe('a file with bad rows', () => {
  const rows = BAD_ROWS.map(([cells], index) => ({ reference: `BAD-${String(index)}`, ...cells }));
  const file = importFile([{ reference: 'GOOD-1' }, ...rows, { reference: 'GOOD-1' }]);

  it.each(['', '?dryRun=true'])(
    'is refused whole, with the line and the reason of each: %s',
    async (query) => {
      const before = await fingerprintOf(world.database);
      const report = await reportOf(file, query);
      expect(report).toMatchObject({
        outcome: 'refused',
        totals: { rows: rows.length + 2, new: 1, imported: 0, bad: rows.length + 1 },
        imported: [],
      });
      // A description has two lines, so each row has.
      const expected = BAD_ROWS.map(([, column, reason], index) => ({
        line: 4 + 2 * index,
        column,
        sourceReference: `BAD-${String(index)}`,
        reason: expect.stringMatching(reason),
      }));
      expect(report.problems).toEqual([
        ...expected,
        {
          line: 4 + 2 * rows.length,
          column: 'reference',
          sourceReference: 'GOOD-1',
          reason: 'Line 2 has this reference already',
        },
      ]);
      expect(await fingerprintOf(world.database)).toEqual(before);
    },
  );

  it('is refused with every problem of a row at once', async () => {
    const report = await reportOf(
      importFile([{ reference: '', 'requested-amount': '-1', 'submitted-on': '01/02/2019', outcome: 'yes' }]),
    );
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'reference'],
      [2, 'requested-amount'],
      [2, 'submitted-on'],
      [2, 'outcome'],
    ]);
  });

  it.each([
    ['nothing in it', '', [[1, null]]],
    [
      'unknown, repeated and missing columns',
      'reference,title,Titel,title\n1,2,3,4\n',
      [
        [1, 'titel'],
        [1, 'title'],
      ],
    ],
    ['semicolons', 'reference;title\n', [[1, null]]],
    ['cells missing', `${importFile([])}COSC-1,home-office\n`, [[2, null]]],
    ['a quotation mark too many', `${importFile([])}a"b\n`, [[2, null]]],
  ])('is refused where it is no such file: %s', async (_what, text, places) => {
    const report = await reportOf(text);
    expect(report.outcome).toBe('refused');
    const found = report.problems.filter(({ reason }) => !reason.startsWith('This column is missing'));
    expect(found.map(({ line, column }) => [line, column])).toEqual(places);
  });
});

describe('a good file', () => {
  const file = importFile(
    [
      { reference: 'A-1', title: '=HYPERLINK("https://example.com","x")', 'decided-by': '@cmd' },
      {
        reference: 'A-2',
        organisation: 'Ministry of Justice',
        outcome: 'approved-with-conditions',
        conditions: CONDITIONS,
        flags: 'direct-award; public-facing=no',
        rating: 'control',
        'current-suppliers': 'Example Ltd; Other, Ltd',
        'protective-marking': 'OFFICIAL-SENSITIVE',
        'document-url': 'https://documents.example/a-2',
      },
      {
        reference: 'A-3',
        outcome: 'not-approved',
        'approved-amount': '',
        'submitted-on': '2024-02-22',
        'decided-on': '2024-02-29',
      },
      { reference: 'A-4', 'submitted-on': '2024-02-23', 'decided-on': '2024-03-29', rating: 'High' },
    ],
    undefined,
    '\r\n',
  );
  const withMark = `\ufeff${file}`;
  let imported: ImportReport;

  it('is looked through in a dry run, and nothing is written', async () => {
    const before = await fingerprintOf(world.database);
    const report = await reportOf(withMark, '?dryRun=true&source=old-system');
    expect(report).toMatchObject({ dryRun: true, outcome: 'would-import', imported: [], problems: [] });
    expect(report.totals).toEqual({
      rows: 4,
      new: 4,
      imported: 0,
      unchanged: 0,
      disposed: 0,
      conflicts: 0,
      bad: 0,
    });
    expect(await fingerprintOf(world.database)).toEqual(before);
  });

  it('is imported once by many who send it at once, and nobody is told', async () => {
    const { email } = await fingerprintOf(world.database);
    const reports = await Promise.all(
      Array.from({ length: 6 }, () => reportOf(withMark, '?source=old-system')),
    );
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual([
      'imported',
      ...Array<string>(5).fill('nothing-new'),
    ]);
    imported = reports.find(({ outcome }) => outcome === 'imported')!;
    expect(imported.imported.map(({ line, sourceReference }) => [line, sourceReference])).toEqual([
      [2, 'A-1'],
      [4, 'A-2'],
      [7, 'A-3'],
      [9, 'A-4'],
    ]);
    for (const { outcome, unchanged } of reports)
      if (outcome === 'nothing-new') expect(unchanged).toEqual(imported.imported);
    expect((await fingerprintOf(world.database))['email']).toEqual(email);
  });

  it('changes nothing when it is imported again, its columns in another order', async () => {
    const before = await fingerprintOf(world.database);
    const report = await reportOf(file, '?source=old-system');
    expect(report.totals).toMatchObject({ new: 0, unchanged: 4, conflicts: 0, bad: 0 });
    const [header = '', ...rest] = file.split('\r\n');
    expect(header.startsWith('reference,organisation')).toBe(true);
    const renamed = [header.replace('reference,organisation', 'Reference, Organisation'), ...rest].join(
      '\r\n',
    );
    expect((await reportOf(renamed, '?source=old-system')).totals).toMatchObject({ unchanged: 4 });
    expect(await fingerprintOf(world.database)).toEqual(before);
  });

  it('reports a row that has changed since, overwrites nothing, and imports what is new', async () => {
    const changed = importFile([
      { reference: 'A-1', title: 'Another title', 'decided-by': '@cmd' },
      { reference: 'A-5' },
    ]);
    const dry = await reportOf(changed, '?source=old-system&dryRun=true');
    const report = await reportOf(changed, '?source=old-system');
    const conflicts = [{ ...imported.imported[0]!, line: 2 }];
    expect(dry).toMatchObject({ outcome: 'would-import', conflicts });
    expect(report).toMatchObject({
      outcome: 'imported',
      conflicts,
      totals: { new: 1, imported: 1, conflicts: 1 },
    });
    const found = await world.http.read(world.people.auditor, `/cases/${imported.imported[0]!.reference}`);
    expect((found['details'] as Json)['title']).toBe('=HYPERLINK("https://example.com","x")');
  });

  it('counts the same reference of another source as another case', async () => {
    const report = await reportOf(importFile([{ reference: 'A-1' }]), '?source=third-system');
    expect(report.totals).toMatchObject({ imported: 1, conflicts: 0 });
  });

  it('becomes cases that say where they are from, pinned to the regime of their day', async () => {
    const cases = await Promise.all(
      imported.imported.map(({ reference }) => world.http.read(world.people.auditor, `/cases/${reference}`)),
    );
    expect(
      cases.map(({ state, regimeVersion, pinnedOn, rating }) => [state, regimeVersion, pinnedOn, rating]),
    ).toEqual([
      ['approved', 'v5', '2019-02-04', null],
      ['approved-with-conditions', 'v5', '2019-02-04', 'control'],
      ['not-approved', 'v5', '2024-02-22', null],
      ['approved', 'v6', '2024-02-23', 'high'],
    ]);
    expect(cases[1]).toMatchObject({
      importedFrom: { source: 'old-system', reference: 'A-2' },
      organisation: { key: 'ministry-of-justice' },
      createdBy: null,
      createdAt: world.clock.now().toISOString(),
      submittedAt: '2019-02-04T00:00:00.000Z',
      nextDueAt: null,
      reviewer: null,
      currentVersion: 1,
      revision: 1,
      details: {
        flags: { directAward: true, publicFacing: false, breach: null },
        currentSuppliers: ['Example Ltd', 'Other, Ltd'],
        protectiveMarking: 'OFFICIAL-SENSITIVE',
        requestedPence: 125_000_000,
      },
      decision: {
        decidedBy: null,
        decidedRole: null,
        decidedInSource: 'Head of Controls',
        decidedAt: '2019-03-01T00:00:00.000Z',
        approvedPence: 100_000_000,
        version: 1,
        synthetic: false,
      },
      conditions: [
        { number: 1, text: 'Publish the roadmap', status: 'met', dueOn: '2019-09-30' },
        { number: 2, text: 'Cost it', status: 'open', ownerName: 'B. Owner' },
      ],
    });
  });

  it('has a history of one event, which happened when it was recorded, and from which the case can be built', async () => {
    const { reference } = imported.imported[1]!;
    const { items } = await world.http.read<{ items: Json[] }>(
      world.people.auditor,
      `/cases/${reference}/events`,
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      sequence: 1,
      type: 'imported',
      actor: { id: world.people.administrator.id },
      actorRole: 'administrator',
      occurredAt: world.clock.now().toISOString(),
      fromState: null,
      toState: 'approved-with-conditions',
      version: 1,
      reason: 'Meets the Code of Practice.',
    });
    const payload = items[0]!['payload'] as EventPayloads['imported'];
    expect(payload).toMatchObject({
      reference,
      source: 'old-system',
      sourceReference: 'A-2',
      submittedOn: '2019-02-04',
      decidedOn: '2019-03-01',
      decidedBy: 'Head of Controls',
      document: { title: 'Source document', url: 'https://documents.example/a-2' },
    });
    const found = await world.http.read(world.people.auditor, `/cases/${reference}`);
    expect(payload.details).toEqual(found['details']);
    expect(payload.conditions.map(({ id, status }) => [id, status])).toEqual(
      (found['conditions'] as Json[]).map(({ id, status }) => [id, status]),
    );
    expect(payload.decisionId).toBe((found['decision'] as Json)['id']);
    const version = await world.http.read<{ content: CaseContent; contentHash: string }>(
      world.people.auditor,
      `/cases/${reference}/versions/1`,
    );
    expect(version.content.details).toEqual(payload.details);
    expect([version.contentHash, contentHash(version.content)]).toEqual([
      payload.contentHash,
      payload.contentHash,
    ]);
  });

  it('is found among the decisions of its own year, by those who may see the case alone', async () => {
    const path = '/decisions?from=2019-01-01&to=2019-12-31&limit=100';
    const referencesFor = async (person: Person): Promise<unknown[]> =>
      (await world.http.read<{ items: Json[] }>(person, path)).items.map(({ reference }) => reference);
    const [first, second] = imported.imported;
    expect(await referencesFor(world.people.auditor)).toEqual(
      expect.arrayContaining([first!.reference, second!.reference]),
    );
    expect(await referencesFor(world.people.submitter)).not.toContain(second!.reference);
    expect(await referencesFor(world.people.stranger)).toEqual([second!.reference]);
    const late = await world.http.read<{ items: Json[] }>(world.people.auditor, '/decisions?from=2026-01-01');
    expect(late.items).toEqual([]);
  });

  it('raises no reminder, also when a condition has been worked on since', async () => {
    const { reference } = imported.imported[1]!;
    const found = await world.http.read(world.people.stranger, `/cases/${reference}`);
    const open = (found['conditions'] as Json[])[1]!;
    const path = `/cases/${reference}/conditions/${String(open['id'])}/evidence`;
    const body = { text: 'Costed.', links: [] };
    const before = await told();
    const reminders = world.api.app.get(ReminderService, { strict: false });
    expect(await reminders.raiseDue()).toBe(0);
    expect(await told()).toEqual(before);
    await world.http.expect(201, world.people.stranger, 'POST', path, {
      body,
      ifMatch: Number(open['revision']),
    });
    expect(await reminders.raiseDue()).toBe(0);
  });

  it('is no news to those who follow a search it fits', async () => {
    const { auditor } = world.people;
    const body = { name: 'Approved', criteria: { states: ['approved'] } };
    const saved = await world.http.expect(201, auditor, 'POST', '/saved-searches', { body });
    await world.http.expect(204, auditor, 'PUT', `/saved-searches/${String(saved.body['id'])}/subscription`);
    const followers = world.api.app.get(TellFollowersService, { strict: false });
    await insertCaseRow(world, { state: 'approved' });
    expect((await reportOf(importFile([{ reference: 'NEWS-1' }]))).outcome).toBe('imported');
    expect(await followers.tellFollowers()).toBe(1);
    const emails = await world.database.query<{ count: number }>({
      text: `select (parameters ->> 'count')::int as count from email where template = 'search-matched'`,
      values: [],
    });
    expect(emails).toEqual([{ count: 1 }]);
  });

  it('stands in no queue', async () => {
    const next = await world.http.send(world.people.reviewer, 'POST', '/review-queue/next');
    expect(next.body).toMatchObject({ given: false });
  });

  it('pins its regime for good', async () => {
    const change = { text: `update regime set loaded_at = loaded_at where version = 'v5'`, values: [] };
    await expect(world.database.query(change)).rejects.toThrow('never changed');
  });

  it('can be superseded here by a decider, as any decision', async () => {
    const { reference } = imported.imported[0]!;
    const found = await world.http.read(world.people.decider, `/cases/${reference}`);
    const body = {
      version: 1,
      outcome: 'not-approved',
      reason: 'The source was wrong.',
      supersedes: (found['decision'] as Json)['id'],
    };
    await world.http.expect(200, world.people.decider, 'POST', `/cases/${reference}/supersede`, {
      body,
      ifMatch: 1,
    });
    const decisions = await world.http.read<Json[]>(world.people.auditor, `/cases/${reference}/decisions`);
    expect(decisions.map(({ decidedInSource, superseded }) => [decidedInSource, superseded])).toEqual([
      ['@cmd', true],
      [null, false],
    ]);
  });
});

describe('the address for imports', () => {
  const file = importFile([{ reference: 'B-1' }]);

  it('is for administrators', async () => {
    for (const [part, person] of Object.entries(world.people))
      if (part !== 'administrator') expect((await send(file, '', person)).status).toBe(403);
    expect((await send(file, '', null)).status).toBe(401);
  });

  it('takes text/csv and nothing else, and no other address takes that', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await send('{}', '', world.people.administrator, json)).status).toBe(415);
    const csv = { 'content-type': 'text/csv' };
    const elsewhere = await world.http.send(world.people.submitter, 'POST', '/cases', {
      raw: file,
      headers: csv,
    });
    expect(elsewhere.status).toBe(415);
    const nothing = await world.http.send(world.people.administrator, 'POST', '/decision-imports');
    expect(nothing.status).toBe(400);
  });

  it('refuses a source that is no name, an odd question, and a request without a key', async () => {
    expect((await send(file, '?source=Old%20System')).status).toBe(400);
    expect((await send(file, '?dryRun=perhaps')).status).toBe(400);
    const keyless = { raw: file, headers: { 'content-type': 'text/csv' }, idempotencyKey: null };
    const reply = await world.http.send(world.people.administrator, 'POST', '/decision-imports', keyless);
    expect(reply.status).toBe(400);
  });

  it('refuses more than 10 MiB, whether or not it was said beforehand, and imports none of it', async () => {
    const before = await fingerprintOf(world.database);
    const description = 'x'.repeat(15_000);
    const big = importFile(
      Array.from({ length: 750 }, (_, n) => ({ reference: `BIG-${String(n)}`, description })),
    );
    expect(big.length).toBeGreaterThan(10 * 1_048_576);
    expect((await send(big)).status).toBe(413);
    const { administrator } = world.people;
    const streamed = await fetch(`${world.http.url}/api/v1/decision-imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${administrator.token}`,
        'content-type': 'text/csv',
        'idempotency-key': 'a-key-of-its-own',
      },
      body: new Blob([big]).stream(),
      duplex: 'half',
    });
    expect(streamed.status).toBe(413);
    expect(await fingerprintOf(world.database)).toEqual(before);
  });

  it('answers as it is described', async () => {
    const document = await world.http.read(world.people.administrator, '/openapi.json');
    const description = new Description(document);
    const exchanges = world.http.exchanges.filter(({ path }) =>
      /decision-imports|\/cases|\/decisions/.test(path),
    );
    expect(exchanges.length).toBeGreaterThan(30);
    expect(exchanges.flatMap((exchange) => description.faultsOf(exchange))).toEqual([]);
  });
});

describe('20,000 rows', () => {
  it('are imported quickly, by the time this program itself takes: other work on the machine does not count', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => ({ reference: `MANY-${String(n)}` }));
    const many = importFile(rows, Object.keys(GOOD_CELLS) as ImportColumnName[]);
    const imports = world.api.app.get(DecisionImportService, { strict: false });
    const run = (): Promise<ImportReport> =>
      imports.run(Readable.from([Buffer.from(many)]), { source: 'many', dryRun: false, by: null });
    const before = process.cpuUsage();
    const report = await run();
    const { user, system } = process.cpuUsage(before);
    expect(report.totals).toMatchObject({ rows: 20_000, imported: 20_000 });
    expect((user + system) / 1_000_000).toBeLessThan(15);
    expect((await run()).totals).toMatchObject({ new: 0, unchanged: 20_000 });
  }, 180_000);
});
