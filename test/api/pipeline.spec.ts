import { createHash } from 'node:crypto';
import {
  expectedPence,
  projectionDifferences,
  projectionOf,
  replay,
  type CaseEvent,
  type PlanReport,
} from '#domain';
import { readProjection } from '#persistence';
import { startWorld, type Person, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// Planned spend: cases of which no request was begun, taken in from files and looked at ahead. Today is 4 May 2026.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const ENTRIES = 200;
const HEADER =
  'key,organisation,title,category,spend-starts-on,current-suppliers,amount-2026-27,amount-2027-28';

/** A row of a file: every third entry has no date, the others start in one of the coming quarters. */
function row(
  number: number,
  changed: Partial<Record<'organisation' | 'title' | 'starts' | 'amount', string>> = {},
): string {
  const month = String((number % 9) + 4).padStart(2, '0');
  const starts = number % 3 === 0 ? '' : `2026-${month}-01`;
  return [
    `P-${String(number)}`,
    changed.organisation ?? 'home-office',
    changed.title ?? `Planned replacement ${String(number)}`,
    'digital-service',
    changed.starts ?? starts,
    'Example Systems Ltd',
    changed.amount ?? '1000000',
    number % 2 === 0 ? '250000.50' : '',
  ].join(',');
}

const GOOD = Array.from({ length: ENTRIES }, (_, index) => row(index + 1));
/** Ten rows are broken, each in its own way. */
const BROKEN: Readonly<Record<number, readonly [line: string, column: string | null, reason: RegExp]>> = {
  5: [row(5, { title: '' }), 'title', /Fill this in/],
  17: [row(17, { starts: '31/06/2026' }), 'spend-starts-on', /YYYY-MM-DD/],
  30: [row(30, { amount: '£1.2m' }), 'amount-2026-27', /Write the amount out/],
  44: [row(44, { organisation: 'Ministry of Silly Walks' }), 'organisation', /No organisation has/],
  58: [row(58, { organisation: 'ministry-of-justice' }), 'organisation', /You are not a submitter/],
  71: [row(71, { amount: '-5' }), 'amount-2026-27', /less than nought/],
  99: [row(1, { organisation: 'Home Office' }), 'key', /Line 2 has this key already/],
  120: [row(120, { title: 'x'.repeat(201) }), 'title', /Shorten this/],
  163: [`${row(163)},more`, null, /This row has 9 cells/],
  200: [row(200).replace('P-200', 'DT-3333-3333'), 'key', /reads as a reference/],
};

function fileOf(rows: readonly string[]): string {
  return [HEADER, ...rows, ''].join('\r\n');
}

async function send(
  file: string,
  query = '',
  person: Person | null = world.people.submitter,
): Promise<Reply> {
  const headers = { 'content-type': 'text/csv; charset=utf-8' };
  return world.http.send(person, 'POST', `/pipeline/imports${query}`, { raw: file, headers });
}

async function reportOf(file: string, query = ''): Promise<PlanReport> {
  const reply = await send(file, query);
  // What a dry run says of a file that is refused is more than its refusal says.
  if (reply.status === 422 && query === '') return reportOf(file, '?dryRun=true');
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as unknown as PlanReport;
}

function planned(): Promise<number> {
  return world.database.count('spend_case', 'pipeline_key is not null');
}

interface Listed {
  readonly items: readonly (Json & { readonly reference: string; readonly key: string | null })[];
  readonly next: string | null;
}

async function listed(query = '', person: Person = world.people.submitter): Promise<Listed['items']> {
  const items: Listed['items'][number][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Listed = await world.http.read(
      person,
      `/pipeline?limit=60${query}${after === '' ? '' : `&after=${after}`}`,
    );
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

describe('a pipeline of 200 entries with ten broken rows', () => {
  const file = fileOf(GOOD.map((good, index) => BROKEN[index + 1]?.[0] ?? good));

  it.each(['?dryRun=true', ''])(
    'names the ten by line, column and reason, and imports nothing: %s',
    async (query) => {
      const report = await reportOf(file, query);
      expect(report).toMatchObject({
        outcome: 'refused',
        totals: { rows: ENTRIES, added: 190, changed: 0, unchanged: 0, left: 0, bad: 10 },
      });
      expect(report.problems.map(({ line, column }) => [line, column])).toEqual(
        Object.entries(BROKEN).map(([number, [, column]]) => [Number(number) + 1, column]),
      );
      for (const [index, [, , reason]] of Object.values(BROKEN).entries())
        expect(report.problems[index]?.reason).toMatch(reason);
      expect(await planned()).toBe(0);
    },
  );

  it('is refused with 422 and every problem by its line and column', async () => {
    const { status, body } = await send(file);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      detail: 'Nothing was imported. Put right what is listed, and send the file again.',
      errors: Object.entries(BROKEN).map(([number, [, column, reason]]) => ({
        pointer: `/${String(Number(number) + 1)}${column === null ? '' : `/${column}`}`,
        detail: expect.stringMatching(reason),
      })),
    });
  });

  it('is imported whole once it is put right, each entry with its own event, in a few seconds', async () => {
    expect(await reportOf(fileOf(GOOD), '?dryRun=true')).toMatchObject({ outcome: 'would-import' });
    expect(await planned()).toBe(0);
    const began = performance.now();
    const report = await reportOf(fileOf(GOOD));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(report).toMatchObject({ outcome: 'imported', totals: { added: ENTRIES, bad: 0 }, problems: [] });
    expect(new Set(report.added.map(({ reference }) => reference)).size).toBe(ENTRIES);
    expect(await planned()).toBe(ENTRIES);
    const events = `type = 'case-created' and to_state = 'planned' and payload ? 'pipelineKey' and hash is not null`;
    expect(await world.database.count('case_event', events)).toBe(ENTRIES);
    expect(await world.database.count('log_pending')).toBe(ENTRIES);
    expect(await world.database.count('email')).toBe(0);
  });

  it('changes nothing when it is sent again, by whoever and at once', async () => {
    const before = await world.database.count('case_event');
    const reports = await Promise.all([reportOf(fileOf(GOOD)), reportOf(fileOf(GOOD))]);
    for (const report of reports)
      expect(report).toMatchObject({ outcome: 'nothing-new', totals: { unchanged: ENTRIES, added: 0 } });
    expect(await world.database.count('case_event')).toBe(before);
  });

  it('comes out again as a file that changes nothing', async () => {
    const { text, headers } = await world.http.send(world.people.submitter, 'GET', '/pipeline/export');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.trim().split('\r\n')).toHaveLength(ENTRIES + 1);
    // As every export it leaves a receipt, for who took it and for auditors.
    const id = headers.get('export-id') ?? '';
    expect(headers.get('content-disposition')).toContain(id);
    for (const person of [world.people.submitter, world.people.auditor])
      expect(await world.http.read(person, `/exports/${id}`)).toMatchObject({
        question: 'pipeline',
        rows: ENTRIES,
        sha256: createHash('sha256').update(`\uFEFF${text}`).digest('hex'),
        personId: world.people.submitter.id,
      });
    expect((await world.http.send(world.people.stranger, 'GET', `/exports/${id}`)).status).toBe(404);
    expect(await reportOf(text)).toMatchObject({ outcome: 'nothing-new', totals: { unchanged: ENTRIES } });
  });

  it('takes what a file says otherwise as a change with its own event, and keeps the books straight', async () => {
    const report = await reportOf(
      fileOf([row(1, { title: '=Changed' }), row(2), row(3, { starts: '2026-06-01', amount: '5' })]),
    );
    expect(report).toMatchObject({ outcome: 'imported', totals: { changed: 2, unchanged: 1 } });
    expect(report.changed.map(({ columns }) => columns)).toEqual([
      ['title'],
      ['spend-starts-on', 'amount-2026-27'],
    ]);
    const reference = report.changed[0]?.reference ?? '';
    const [found] = await world.database.query<{ id: string }>({
      text: 'select id from spend_case where reference = $1',
      values: [reference],
    });
    const events = await world.database.query<{ event: CaseEvent }>({
      text: `select jsonb_build_object('caseId', case_id, 'sequence', sequence, 'type', type, 'audience', audience,
        'actorId', actor_id, 'actorRole', actor_role, 'actorOrganisationId', actor_organisation_id,
        'occurredAt', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'fromState', from_state,
        'toState', to_state, 'version', version, 'reason', reason, 'payload', payload) as event
      from case_event where case_id = $1 order by sequence`,
      values: [found?.id],
    });
    expect(events.map(({ event }) => [event.type, event.toState])).toEqual([
      ['case-created', 'planned'],
      ['details-changed', 'planned'],
    ]);
    const rows = await readProjection(world.database, found?.id ?? '');
    expect(projectionDifferences(projectionOf(replay(events.map(({ event }) => event))), rows)).toEqual([]);
    const exported = await world.http.send(world.people.submitter, 'GET', '/pipeline/export');
    expect(exported.text).toContain("'=Changed");
    expect(await reportOf(exported.text)).toMatchObject({ outcome: 'nothing-new' });
  });
});

describe('a file of planned spend', () => {
  it.each([
    ['', 1, /The file is empty/],
    ['key,title,colour\r\n', 1, /not a column/],
    [`${HEADER}\r\n"`, 2, /never closed/],
  ])('%j is refused', async (file, line, reason) => {
    const report = await reportOf(file === '' ? '\r\n' : file);
    expect(report.outcome).toBe('refused');
    expect(report.problems[0]).toMatchObject({ line, reason: expect.stringMatching(reason) });
  });

  it('is for who writes for an organisation, and for nobody else', async () => {
    const { people } = world;
    for (const person of [people.reviewer, people.auditor, people.administrator, people.nobody])
      expect(await send(fileOf([row(1)]), '', person)).toMatchObject({ status: 403 });
    const theirs = await send(fileOf([row(1)]), '', people.stranger);
    expect(theirs).toMatchObject({ status: 422, body: { errors: [{ pointer: '/2/organisation' }] } });
  });

  it('leaves alone what is planned no longer', async () => {
    const [one, other] = (await reportOf(fileOf([row(901), row(902)]))).added;
    const act = (reference: string | null | undefined, path: string, body?: Json) =>
      world.http.expect(200, world.people.submitter, 'POST', `/cases/${String(reference)}/${path}`, {
        body,
        ifMatch: 1,
      });
    await act(one?.reference, 'begin-request');
    await act(other?.reference, 'withdraw', { reason: 'It was dropped.' });
    const report = await reportOf(fileOf([row(901, { title: 'New' }), row(902, { title: 'New' })]));
    expect(report).toMatchObject({ outcome: 'nothing-new', totals: { left: 2, changed: 0 } });
    expect(report.left.map(({ key, state }) => [key, state])).toEqual([
      ['P-901', 'draft'],
      ['P-902', 'withdrawn'],
    ]);
  });
});

describe('an entry by itself', () => {
  const make = (body: Json, person: Person = world.people.submitter) =>
    world.http.send(person, 'POST', '/cases', {
      body: {
        organisationId: world.organisations.department.id,
        title: 'By hand',
        state: 'planned',
        ...body,
      },
    });

  it('needs only a title, and takes a key once within its organisation', async () => {
    expect(await make({ pipelineKey: 'BY-HAND' })).toMatchObject({ status: 201, body: { state: 'planned' } });
    expect(await make({ pipelineKey: ' BY-HAND ' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/pipelineKey' }] },
    });
    expect((await make({ pipelineKey: 'DT-3333-3333' })).status).toBe(422);
    expect((await make({ pipelineKey: 'NOT-PLANNED', state: 'draft' })).status).toBe(422);
    expect((await make({}, world.people.reviewer)).status).toBe(403);
  });

  it('is known by its reference in a file where it has no key', async () => {
    const { reference } = (await make({ title: 'Keyless' })).body as { reference: string };
    const report = await reportOf(`key,organisation,title\n${reference},home-office,Keyless and renamed\n`);
    expect(report).toMatchObject({ outcome: 'imported', changed: [{ reference, columns: ['title'] }] });
    const twice = await reportOf(
      `key,organisation,title\nBY-HAND,home-office,A\n${reference},home-office,B\n${reference.toLowerCase()},home-office,C\n`,
    );
    expect(twice.problems).toMatchObject([{ line: 4, column: 'key' }]);
  });

  it('can be changed, talked about and begun, and told of to the others of its department', async () => {
    const { people, http } = world;
    const made = (await make({ title: 'To be begun' })).body as { reference: string };
    const path = `/cases/${made.reference}`;
    await http.expect(200, people.submitter, 'PATCH', `${path}/details`, {
      ifMatch: 1,
      body: { requestedPence: 500, spendStartsOn: '2026-06-01' },
    });
    await http.expect(201, people.reviewer, 'POST', `${path}/comments`, {
      body: { audience: 'shared', body: 'Talk to us early.' },
    });
    for (const [person, action] of [
      [people.reviewer, 'begin-request'],
      [people.lead, 'sign-off'],
      [people.reviewer, 'acknowledge'],
    ] as const)
      expect([403, 409]).toContain(
        (await http.send(person, 'POST', `${path}/${action}`, { ifMatch: 3 })).status,
      );
    const begun = await http.expect(200, people.submitter, 'POST', `${path}/begin-request`, { ifMatch: 3 });
    expect(begun.body).toMatchObject({ state: 'draft', revision: 4 });
    expect(await world.database.count('email', `template = 'request-begun'`)).toBeGreaterThan(0);
    expect((await listed()).some(({ reference }) => reference === made.reference)).toBe(false);
  });
});

describe('the pipeline as it is read', () => {
  it('is listed in the order it is to start, by keyset, without a gap', async () => {
    const items = await listed();
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(items.length);
    expect(items.length).toBe(await world.database.count('spend_case', `state = 'planned'`));
    const starts = items.map(
      ({ details }) => (details as { spendStartsOn: string | null }).spendStartsOn ?? '9999',
    );
    expect(starts).toEqual([...starts].sort());
    for (const item of items)
      expect(item['expectedPence']).toBe(
        expectedPence(item['details'] as Parameters<typeof expectedPence>[0]),
      );
  });

  it('is what figures sum, period by period, and what engages now', async () => {
    const figures = await world.http.read<{
      periods: { period: string; entries: number; engageNow: number; expectedPence: number }[];
      entries: number;
      engageNow: number;
      engageUntil: string;
      horizon: string;
    }>(world.people.submitter, '/pipeline/figures');
    expect(figures).toMatchObject({ engageUntil: '2026-08-04', horizon: '2027-11-04' });
    const items = await listed();
    for (const { period, entries, engageNow, expectedPence: sum } of figures.periods) {
      const inIt = await listed(`&period=${period}`);
      expect({ period, entries, engageNow, sum }).toEqual({
        period,
        entries: inIt.length,
        engageNow: inIt.filter((item) => item['engageNow'] === true).length,
        sum: inIt.reduce((total, item) => total + Number(item['expectedPence'] ?? 0), 0),
      });
      expect(inIt.every((item) => item['period'] === period)).toBe(true);
    }
    expect(figures.entries).toBe(items.length);
    const now = await listed('&show=engage-now');
    expect(now.length).toBe(figures.engageNow);
    expect(now.length).toBeGreaterThan(0);
  });

  it('is all of it for GDS Assurance and auditors, and for a department its own and no more', async () => {
    const { people, organisations } = world;
    const all = (await listed()).length;
    for (const person of [people.reviewer, people.decider, people.auditor])
      expect((await listed('', person)).length).toBe(all);
    for (const person of [people.stranger, people.administrator, people.nobody])
      expect(await listed('', person)).toEqual([]);
    expect((await listed(`&organisation=${organisations.department.id}`, people.reviewer)).length).toBe(all);
    expect(await listed(`&organisation=${organisations.otherDepartment.id}`, people.reviewer)).toEqual([]);
    const file = await world.http.send(people.stranger, 'GET', '/pipeline/export');
    expect(file.text.trim().split('\r\n')).toHaveLength(1);
  });

  it('takes in the organisations that belong to one', async () => {
    const { people, organisations, database } = world;
    const child = '0c0c0c0c-0000-4000-8000-00000000c41d';
    await database.query({
      text: `insert into organisation (id, key, name, acronym, parent_id, valid_from) values ($1, 'a-child', 'A child', null, $2, '2020-01-01')`,
      values: [child, organisations.department.id],
    });
    const both = await world.addPerson('Submits for both', [
      ['submitter', organisations.department.id],
      ['submitter', child],
    ]);
    expect((await send('key,organisation,title\nC-1,a-child,Of the child\n', '', both)).body).toMatchObject({
      outcome: 'imported',
    });
    const under = `&organisation=${organisations.department.id}`;
    const ofBoth = await listed(under, both);
    expect(ofBoth.map(({ key }) => key)).toContain('C-1');
    expect((await listed(under, people.submitter)).length).toBe(ofBoth.length - 1);
    expect((await listed(`&organisation=${child}`, people.reviewer)).map(({ key }) => key)).toEqual(['C-1']);
  });

  it('names every contract that ends, with what may continue it beside it', async () => {
    const { people } = world;
    const header = 'key,organisation,title,spend-starts-on,contract-ends-on,current-suppliers\n';
    const file = [
      'E-1,home-office,Ends alone,,2026-12-31,Lonely Ltd',
      'E-2,home-office,Capita one,,2027-05-31,Capita',
      'E-3,home-office,Capita two,,2027-08-31,Capita',
      'E-4,home-office,Kainos ends,,2027-01-31,Kainos',
      'E-5,home-office,Kainos begins,2027-02-01,,KAINOS',
      'E-6,home-office,Sopra ends,,2027-02-28,sopra',
      'E-7,home-office,Sopra later,,2029-01-31,Sopra',
      'E-8,home-office,Ends too late,,2027-11-05,Late Ltd',
      'E-9,home-office,Has ended,,2026-05-03,Gone Ltd',
    ].join('\n');
    expect(await reportOf(`${header}${file}\n`)).toMatchObject({ outcome: 'imported' });
    const { contractsEnding } = await world.http.read<{
      contractsEnding: { title: string; continuedBy: unknown[]; mayBeContinuedBy: { title: string }[] }[];
    }>(people.reviewer, '/pipeline/figures');
    expect(
      contractsEnding.map(({ title, mayBeContinuedBy }) => [
        title,
        mayBeContinuedBy.map((other) => other.title),
      ]),
    ).toEqual([
      ['Ends alone', []],
      ['Kainos ends', ['Kainos begins']],
      ['Sopra ends', []],
      ['Capita one', []],
      ['Capita two', []],
    ]);
  });

  it('says where more contracts end than are listed, and only there', async () => {
    const figures = () =>
      world.http.read<{ contractsEnding: readonly Json[]; moreContracts: boolean }>(
        world.people.reviewer,
        '/pipeline/figures',
      );
    const more = (from: number, count: number) =>
      reportOf(
        `key,organisation,title,contract-ends-on\n${Array.from({ length: count }, (_, index) => `M-${String(from + index)},home-office,Ends too,2027-06-30`).join('\n')}\n`,
      );
    const before = (await figures()).contractsEnding.length;
    expect(await more(0, 200 - before)).toMatchObject({ outcome: 'imported' });
    const all = await figures();
    expect([all.contractsEnding.length, all.moreContracts]).toEqual([200, false]);
    await more(200, 1);
    const cut = await figures();
    expect([cut.contractsEnding.length, cut.moreContracts]).toEqual([200, true]);
  });

  it('answers as it is described', async () => {
    const description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
    const own = world.http.exchanges.filter(
      ({ path }) => path.startsWith('/api/v1/pipeline') && !path.includes('/export'),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(own.flatMap((exchange) => description.faultsOf(exchange))).toEqual([]);
  });
});

describe('planned spend is no request', () => {
  it('in lists, counts and dashboards, unless it is asked for by name', async () => {
    const { people, http } = world;
    const driven = await new CaseDriver(world).driveTo('draft', {});
    const all = await http.read<{ items: { state: string }[] }>(people.reviewer, '/cases?limit=100');
    expect(all.items.map(({ state }) => state)).toContain('draft');
    expect(all.items.map(({ state }) => state)).not.toContain('planned');
    const { count } = await http.read<{ count: number }>(people.reviewer, '/cases/count');
    expect(count).toBe(all.items.length);
    const named = await http.read<{ items: { state: string }[] }>(
      people.reviewer,
      '/cases?state=planned&limit=5',
    );
    expect(named.items.map(({ state }) => state)).toEqual(Array(5).fill('planned'));
    const times = await http.read<{ items: { reference: string; state: string }[] }>(
      people.auditor,
      '/decision-history/times?limit=100',
    );
    expect(times.items.map(({ state }) => state)).not.toContain('planned');
    expect(times.items.map(({ reference }) => reference)).toContain(driven.reference);
    const given = await http.read<{ items: { reason: string }[] }>(
      people.auditor,
      '/decision-history/outcomes-in-period?kinds=withdrawn&from=2026-01-01&to=2026-12-31',
    );
    expect(given.items.map(({ reason }) => reason)).not.toContain('It was dropped.');
  });
});
