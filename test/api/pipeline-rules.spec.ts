import type { PlanReport } from '#domain';
import { migrationsOnDisk } from '#persistence';
import { startWorld, type World } from './world/api-world.js';
import type { Json, Reply } from './world/http-client.js';

// What a file of planned spend is refused for is what a page and a request are refused for. Today is 4 May 2026.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const HEADER = 'key,organisation,title,spend-starts-on,spend-ends-on';

async function send(
  rows: readonly string[],
  { query = '', header = HEADER, person = world.people.submitter } = {},
): Promise<Reply> {
  return world.http.send(person, 'POST', `/pipeline/imports${query}`, {
    raw: [header, ...rows, ''].join('\r\n'),
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
}

async function reportOf(rows: readonly string[], some: Parameters<typeof send>[1] = {}): Promise<PlanReport> {
  return (await send(rows, { query: '?dryRun=true', ...some })).body as unknown as PlanReport;
}

function make(body: Json): Promise<Reply> {
  const organisationId = world.organisations.department.id;
  return world.http.send(world.people.submitter, 'POST', '/cases', {
    body: { organisationId, title: 'By hand', state: 'planned', ...body },
  });
}

function problemsOf({ problems }: PlanReport): readonly (readonly [number, string | null, string | null])[] {
  return problems.map(({ line, key, column }) => [line, key, column]);
}

describe('spending that would end before it starts', () => {
  it('is refused in a file as it is on a page, with what is in the file and with what is there', async () => {
    expect(problemsOf(await reportOf(['D-1,home-office,Backwards,2027-04-01,2026-01-01']))).toEqual([
      [2, 'D-1', 'spend-ends-on'],
    ]);
    expect(await make({ spendStartsOn: '2027-04-01', spendEndsOn: '2026-01-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/spendEndsOn' }] },
    });
    const made = (await make({ pipelineKey: 'D-2', spendEndsOn: '2027-03-31' })).body as {
      reference: string;
    };
    const header = 'key,organisation,title,spend-starts-on';
    const report = await reportOf(['D-2,home-office,By hand,2027-04-01'], { header });
    expect(report).toMatchObject({ outcome: 'refused', totals: { bad: 1 } });
    expect(problemsOf(report)).toEqual([[2, 'D-2', 'spend-starts-on']]);
    const patch = await world.http.send(world.people.submitter, 'PATCH', `/cases/${made.reference}/details`, {
      ifMatch: 1,
      body: { spendStartsOn: '2027-04-01' },
    });
    expect(patch.status).toBe(422);
  });
});

describe('an organisation in a file', () => {
  it('is recognised however its name is written, and what comes twice is named also of one that is misspelt', async () => {
    const report = await reportOf([
      'W-1,home-office,One,,',
      'W-1,HOME  Office,One again,,',
      'W-2,home office,Two,,',
      'W-2,Home Ofice,,,',
      'W-3,Ministry of Silly Walks,Three,,',
      'W-3,ministry of silly  walks,Three again,,',
    ]);
    expect(report.problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'key', 'Line 2 has this key already'],
      [5, 'organisation', expect.stringContaining('Did you mean “Home Office”?')],
      [5, 'title', 'Fill this in'],
      [5, 'key', 'Line 4 has this key already'],
      [6, 'organisation', expect.stringContaining('look it up in the list')],
      [7, 'organisation', expect.stringContaining('look it up in the list')],
      [7, 'key', 'Line 6 has this key already'],
    ]);
  });
});

describe('an organisation that has not begun', () => {
  it('has nothing planned, by a file or by hand', async () => {
    const id = '0c0c0c0c-0000-4000-8000-00000000c42d';
    await world.database.query({
      text: `insert into organisation (id, key, name, acronym, valid_from) values ($1, 'to-come', 'To come', null, '2030-01-01')`,
      values: [id],
    });
    const person = await world.addPerson('Submits for what is to come', [['submitter', id]]);
    const report = await reportOf(['N-1,to-come,Early,,'], { person });
    expect(report.problems).toMatchObject([
      { column: 'organisation', reason: expect.stringMatching(/begins on/) },
    ]);
    expect(
      (
        await world.http.send(person, 'POST', '/cases', {
          body: { organisationId: id, title: 'Early', state: 'planned' },
        })
      ).status,
    ).toBe(409);
  });
});

describe('keys', () => {
  it('that come twice are told in the same round, whatever else is wrong with either row', async () => {
    const report = await reportOf([
      'K-1,home-office,,,',
      'K-1,home-office,Good,,',
      'K-2,home-office,Too many,,,,more',
      'K-2,home-office,Good,,',
      'k-2,home-office,,,',
      'K-3,home-office,Good,,',
      'k-3,home-office,Good,,',
    ]);
    expect(report.totals).toMatchObject({ rows: 7, added: 1, bad: 6 });
    expect(report.problems.map(({ line, column, reason }) => [line, column, reason.slice(0, 30)])).toEqual([
      [2, 'title', 'Fill this in'],
      [3, 'key', 'Line 2 has this key already'],
      [4, null, 'This row has 7 cells and the h'],
      [5, 'key', 'Line 4 has this key already'],
      [6, 'title', 'Fill this in'],
      [6, 'key', 'Line 4 has this key already'],
      [8, 'key', 'Line 7 has this key already'],
    ]);
  });

  it('that differ by capitals alone are the same key, in a file and by hand', async () => {
    expect((await send(['Cap-1,home-office,First,,'])).body).toMatchObject({ outcome: 'imported' });
    expect((await send(['CAP-1,home-office,Second,,'])).body).toMatchObject({
      outcome: 'imported',
      totals: { added: 0, changed: 1 },
    });
    expect(await make({ pipelineKey: 'cAP-1' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/pipelineKey' }] },
    });
  });

  it('are given, changed and taken away while it is planned, in its history too', async () => {
    const { http, people, database } = world;
    const { reference } = (await make({ title: 'Keyed later' })).body as { reference: string };
    await make({ pipelineKey: 'TAKEN' });
    const change = (pipelineKey: string | null, ifMatch: number) =>
      http.send(people.submitter, 'PATCH', `/cases/${reference}/details`, { ifMatch, body: { pipelineKey } });
    expect((await change('Later-1', 1)).status).toBe(200);
    for (const refused of ['taken', 'DT-3333-3333'])
      expect(await change(refused, 2)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/pipelineKey' }] },
      });
    expect(await http.read(people.reviewer, `/cases/${reference}`)).toMatchObject({ pipelineKey: 'Later-1' });
    expect((await change('Later-2', 2)).status).toBe(200);
    const [found] = await database.query<{ id: string; key: string | null }>({
      text: 'select id, pipeline_key as key from spend_case where reference = $1',
      values: [reference],
    });
    const [last] = await database.query<{ payload: Json }>({
      text: 'select payload from case_event where case_id = $1 order by sequence desc limit 1',
      values: [found?.id],
    });
    expect([found?.key, last?.payload['pipelineKey']]).toEqual(['Later-2', 'Later-2']);
    expect((await change(null, 3)).status).toBe(200);
    expect(await http.read(people.reviewer, `/cases/${reference}`)).toMatchObject({ pipelineKey: null });
    await http.expect(200, people.submitter, 'POST', `/cases/${reference}/begin-request`, { ifMatch: 4 });
    expect((await change('Too-late', 4)).status).toBe(422);
  });

  it('that were two before are still two, each under its own, and no third comes beside them', async () => {
    // As a database of before has them: the index leaves out those that were there.
    await send(['Old-1,home-office,One,,', 'Other-1,home-office,Two,,']);
    const run = (text: string) => world.owner.query({ text, values: [] });
    await run('drop index hot_pipeline_key');
    await run(`update spend_case set pipeline_key = 'OLD-1' where pipeline_key = 'Other-1'`);
    const { migrationDirectories } = await migrationsOnDisk();
    const migration = migrationDirectories.find(({ path }) => path.endsWith('_keys_whatever_their_capitals'));
    if (migration?.migrationFile.content.tag !== 'ok') throw new Error('There is no such migration');
    await run(migration.migrationFile.content.value);
    const both = await reportOf(['Old-1,home-office,One,,', 'OLD-1,home-office,Two,,']);
    expect(both).toMatchObject({ outcome: 'nothing-new', totals: { unchanged: 2 } });
    expect(await reportOf(['old-1,home-office,Which,,'])).toMatchObject({
      outcome: 'refused',
      problems: [{ column: 'key', reason: expect.stringMatching(/^Several entries have this key/) }],
    });
    expect((await make({ pipelineKey: 'old-1' })).status).toBe(422);
  });
});
