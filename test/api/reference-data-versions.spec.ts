import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptRegime, loadRegime, loadShippedReferenceData, ReferenceDataService } from '#casework';
import { storedRegime } from '#persistence';
import { PARTS, startWorld, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

// Administrators read the versions there are and add new ones; what is there is never changed.

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await loadShippedReferenceData(world.database, world.clock.now());
  world.clock.advance(60_000);
});
afterEach(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

function shipped(...path: readonly string[]): Json {
  const folder = join(import.meta.dirname, '..', '..', 'prisma', 'reference-data');
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Json;
}

function regime(more: Json = {}): Json {
  return { ...shipped('regimes', 'v6.json'), version: 'v6-corrected', name: 'Version 6, corrected', ...more };
}

interface Version extends Json {
  readonly version: string;
  readonly addedBy: Json | null;
}

async function versions(kind: string): Promise<readonly Version[]> {
  const { kinds } = await world.http.read<{ kinds: { kind: string; versions: Version[] }[] }>(
    world.people.administrator,
    '/reference-data',
  );
  return kinds.find((one) => one.kind === kind)!.versions;
}

async function add(kind: string, body: unknown): Promise<Reply> {
  return world.http.send(world.people.administrator, 'POST', `/reference-data/${kind}`, { body });
}

async function additions(): Promise<readonly Json[]> {
  return world.database.query({
    text: 'select kind, version, added_by as by, added_at as at from reference_data_addition',
    values: [],
  });
}

it('is for administrators alone', async () => {
  for (const part of PARTS.filter((name) => name !== 'administrator')) {
    await world.http.expect(403, world.people[part], 'GET', '/reference-data');
    await world.http.expect(403, world.people[part], 'GET', '/reference-data/regimes/v6');
    await world.http.expect(403, world.people[part], 'POST', '/reference-data/regimes', { body: regime() });
  }
});

it('lists what came with the service, and gives each version as it was given', async () => {
  expect((await versions('regimes')).map(({ version }) => version).sort()).toEqual([
    '2026-assurance',
    'v4',
    'v5',
    'v6',
  ]);
  expect(await world.http.read(world.people.administrator, '/reference-data/regimes/v5')).toMatchObject({
    version: 'v5',
    addedBy: null,
    document: shipped('regimes', 'v5.json'),
  });
  const [calendar, ...others] = await versions('working-days');
  expect(others).toEqual([]);
  const path = `/reference-data/working-days/${String(calendar?.version)}`;
  expect((await world.http.read(world.people.administrator, path))['document']).toEqual(
    shipped('bank-holidays.json'),
  );
  for (const wrong of [
    'regimes/v9',
    'kings/v6',
    'working-days/v6',
    `working-days/${randomUUID()}`,
    'regimes/%00',
  ])
    await world.http.expect(404, world.people.administrator, 'GET', `/reference-data/${wrong}`);
});

it('adds a regime, says who did and when, and adopts nothing', async () => {
  const added = await add('regimes', regime());
  expect(added.status).toBe(201);
  expect(added.body).toEqual({
    kind: 'regimes',
    version: 'v6-corrected',
    contentHash: expect.stringMatching(/^[\da-f]{64}$/),
    addedAt: '2026-05-04T09:01:00.000Z',
  });
  expect(added.headers.get('location')).toBe('/api/v1/reference-data/regimes/v6-corrected');
  const { id, name } = world.people.administrator;
  expect((await versions('regimes'))[0]).toEqual({
    version: 'v6-corrected',
    name: 'Version 6, corrected',
    loadedAt: '2026-05-04T09:01:00.000Z',
    contentHash: added.body['contentHash'],
    addedBy: { id, name },
  });
  const read = await world.http.read(world.people.administrator, '/reference-data/regimes/v6-corrected');
  expect(read['document']).toEqual(regime());
  expect(await additions()).toEqual([
    { kind: 'regimes', version: 'v6-corrected', by: id, at: world.clock.now() },
  ]);
  const known = await world.http.read(world.people.nobody, '/reference-data/regimes');
  expect(known['newCasesGet']).toBe('v6');
  await adoptRegime(world.database, 'v6-corrected', '2026-05-04', world.clock.now());
  const draft = await new CaseDriver(world).draft();
  const triage = await world.http.read(world.people.submitter, `/cases/${draft.reference}/triage`);
  expect(triage['regimeVersion']).toBe('v6-corrected');
});

it('never changes a version that is there, in use or not, with the same content or another', async () => {
  const before = await storedRegime(world.database, 'v5');
  for (const document of [
    shipped('regimes', 'v5.json'),
    { ...shipped('regimes', 'v5.json'), name: 'Mine' },
  ]) {
    const refused = await add('regimes', document);
    expect(refused.status).toBe(409);
    expect(refused.body['errors']).toMatchObject([{ pointer: '/version' }]);
  }
  expect(await storedRegime(world.database, 'v5')).toEqual(before);
  expect(await additions()).toEqual([]);
});

it('of several who add one version at once, one does', async () => {
  const answers = await Promise.all(['One', 'Two', 'Three'].map((name) => add('regimes', regime({ name }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await additions()).toHaveLength(1);
});

it('does not say of a version that was replaced by command that somebody added it', async () => {
  await add('regimes', regime());
  world.clock.advance(1_000);
  await loadRegime(world.database, regime({ name: 'Another' }), world.clock.now());
  expect((await versions('regimes'))[0]).toMatchObject({ name: 'Another', addedBy: null });
});

it('adds bank holidays, which count from then on, once', async () => {
  await new CaseDriver(world).driveTo('submitted');
  const calendar = shipped('bank-holidays.json');
  expect((await add('working-days', calendar)).status).toBe(409);
  const later = { ...calendar, name: 'Bank holidays, corrected' };
  const [one, other] = await Promise.all([add('working-days', later), add('working-days', later)]);
  expect([one.status, other.status].sort()).toEqual([201, 409]);
  world.clock.advance(1_000);
  expect(await world.http.read(world.people.nobody, '/reference-data/working-days')).toMatchObject({
    name: 'Bank holidays, corrected',
  });
  expect(await versions('working-days')).toHaveLength(2);
  const stale = await world.database.query({
    text: 'select id from spend_case where schedule_stale and submitted_at is not null',
    values: [],
  });
  expect(stale).toHaveLength(1);
});

it('says everything that is wrong with a regime, each with its place in the document', async () => {
  const refused = await add('regimes', regime({ name: undefined, thresholds: 7, more: 1 }));
  expect(refused.status).toBe(422);
  const errors = refused.body['errors'] as { pointer: string; detail: string }[];
  expect(errors).toEqual(
    expect.arrayContaining([
      { pointer: '', detail: '“name” is missing' },
      { pointer: '', detail: '“more” is nothing this service knows' },
      { pointer: '/thresholds', detail: expect.any(String) },
    ]),
  );
  const backwards = await add('regimes', regime({ validTo: '2020-01-01' }));
  expect(backwards.body['errors']).toEqual([{ pointer: '/validTo', detail: 'It ends before it begins' }]);
  expect(await additions()).toEqual([]);
});

it('says everything that is wrong with bank holidays', async () => {
  const calendar = {
    ...shipped('bank-holidays.json'),
    url: '',
    holidays: [{ date: '2026-12-26', title: ' ' }],
  };
  const refused = await add('working-days', calendar);
  expect(refused.status).toBe(422);
  expect((refused.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
    '/url',
    '/holidays/0/title',
    '/holidays/0/date',
  ]);
});

it('takes nothing but an object for a document', async () => {
  for (const body of [[], 'text', null, 7]) expect((await add('regimes', body)).status).toBe(400);
});

describe('a page', () => {
  const service = () => world.api.app.get(ReferenceDataService, { strict: false });

  it('can look at a document before it is added', async () => {
    expect(service().faultsOf('regimes', JSON.stringify(regime()))).toEqual([]);
    expect(service().faultsOf('regimes', '{\n "version": }')).toEqual([
      { pointer: '', detail: 'It is not JSON: see line 2, column 13' },
    ]);
    expect(service().faultsOf('regimes', '{')).toEqual([
      { pointer: '', detail: 'It ends too early to be JSON: see line 1, column 2' },
    ]);
    const calendar = JSON.stringify({ ...shipped('bank-holidays.json'), more: 7 }).replace(/7\}$/, '1e999}');
    expect(service().faultsOf('working-days', calendar)).toEqual([
      { pointer: '', detail: 'It has a number that is too large to be kept' },
    ]);
    expect(await additions()).toEqual([]);
  });

  it('adds the text it was given', async () => {
    const acting = { personId: world.people.administrator.id };
    const added = await service().addReferenceData(acting, 'regimes', JSON.stringify(regime(), null, 2));
    expect(added).toMatchObject({ kind: 'regimes', version: 'v6-corrected' });
    await expect(service().addReferenceData(acting, 'regimes', '')).rejects.toMatchObject({
      problem: { status: 422 },
    });
  });
});
