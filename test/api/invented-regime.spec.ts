import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptRegime, loadRegime, ReferenceDataError } from '#casework';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// A regime nobody has heard of, from a file: no code knows it, and a case goes all the way under it.

const FILE = join(import.meta.dirname, 'world', 'invented-regime.json');

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
  // Signing in is not what this is about, and weeks go by.
  await world.database.query({ text: `update access_token set expires_at = '2030-01-01'`, values: [] });
});
afterAll(() => world.close());

function invented(): Json {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Json;
}

it('is loaded, adopted from a day on, and takes a case to its decision by its own rules', async () => {
  const { http, people, database, clock, organisations } = world;
  // Submitted before: pinned to the regime of its day, whatever comes.
  const before = await driver.driveTo('submitted');
  const draft = await driver.draft();

  expect(await loadRegime(database, invented(), clock.now())).toEqual({ version: 'invented', did: 'added' });
  await adoptRegime(database, 'invented', '2026-05-11', clock.now());
  expect((await http.read(people.submitter, `/cases/${draft.reference}/triage`))['regimeVersion']).toBe('v6');
  clock.set(new Date('2026-05-11T09:00:00.000Z'));
  expect((await http.read(people.submitter, `/cases/${before.reference}/triage`))['regimeVersion']).toBe(
    'v6',
  );

  const triage = await http.read(people.submitter, `/cases/${draft.reference}/triage`);
  expect(triage).toMatchObject({
    regimeVersion: 'invented',
    threshold: { known: true, rule: 'over £1,000 of anything at all' },
    rating: { known: false, missing: [{ pointer: '/details/ratingAnswers/weather' }] },
  });
  const refused = await http.send(people.lead, 'POST', `/cases/${draft.reference}/sign-off`, {
    ifMatch: draft.revision,
  });
  expect(refused.body['detail']).toBe('Answer “What is the weather like?”');
  const body = { ratingAnswers: { weather: 'storm' } };
  await driver.act(draft, 'submitter', 'PATCH', 'details', body, 1);
  draft.revision = Number((await http.read(people.submitter, `/cases/${draft.reference}`))['revision']);
  await driver.step(draft, 'sign-off');
  await driver.step(draft, 'submit');
  expect(await http.read(people.auditor, `/cases/${draft.reference}`)).toMatchObject({
    regimeVersion: 'invented',
    pinnedOn: '2026-05-11',
    rating: 'purple',
    route: 'the-only-way',
    nextDueTarget: 'nod',
    // One calendar day after the day of receipt, to its end in London.
    nextDueAt: '2026-05-12T23:00:00.000Z',
  });
  await driver.step(draft, 'acknowledge');
  await driver.step(draft, 'start-review');
  await driver.recommend(draft);
  await driver.decide(draft, 'approved');
  const decisions = await http.read<Json[]>(people.auditor, `/cases/${draft.reference}/decisions`);
  expect(decisions).toMatchObject([{ regimeVersion: 'invented' }]);
  const clockOf = await http.read<{ standing: { targets: Json[] } }>(
    people.submitter,
    `/cases/${draft.reference}/clock`,
  );
  expect(clockOf.standing.targets.map(({ id, state }) => [id, state])).toEqual([['nod', 'met']]);
  expect(organisations.department.name).toBe('Home Office');
});

it('is never altered once a submission is pinned to it, not even by hand', async () => {
  const { database, owner, clock } = world;
  expect((await loadRegime(database, invented(), clock.now())).did).toBe('unchanged');
  const altered = { ...invented(), name: 'The invented control, improved' };
  await expect(loadRegime(database, altered, clock.now())).rejects.toThrow(
    'Cases are pinned to invented, so it cannot be altered. Give the changed regime a version of its own.',
  );
  for (const text of [
    `update regime set content = '{}' where version = 'invented'`,
    `delete from regime where version = 'invented'`,
  ])
    await expect(owner.query({ text, values: [] })).rejects.toThrow('never changed or removed');
});

it('is refused where it is faulty, with every fault', async () => {
  const faulty = { ...invented(), version: 'faulty', validTo: '1999' };
  await expect(loadRegime(world.database, faulty, world.clock.now())).rejects.toThrow(ReferenceDataError);
  await expect(loadRegime(world.database, {}, world.clock.now())).rejects.toThrow(/version/);
  await expect(adoptRegime(world.database, 'none', '2026-01-01', world.clock.now())).rejects.toThrow(
    'There is no regime none: load it first',
  );
});
