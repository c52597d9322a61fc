import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptRegime, loadRegime } from '#casework';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// A draft that ends without a submission is kept under the rules it ended by, whatever is adopted later.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

function invented(changed: Json = {}): Json {
  const text = readFileSync(join(import.meta.dirname, 'world', 'invented-regime.json'), 'utf8');
  return { ...(JSON.parse(text) as Json), ...changed };
}

/** From today on, in place of what was adopted for today before. */
let adopted = 0;
async function adopt(version: string): Promise<void> {
  adopted += 1;
  await adoptRegime(world.database, version, '2026-05-04', new Date(world.clock.now().getTime() + adopted));
}

async function whatIsSaid(driven: DrivenCase): Promise<unknown> {
  const { http, people } = world;
  const { items } = await http.read<{ items: { payload: Json }[] }>(
    people.auditor,
    `/cases/${driven.reference}/events?limit=100`,
  );
  return {
    event: items.at(-1)?.payload,
    triage: await http.read(people.auditor, `/cases/${driven.reference}/triage`),
  };
}

it.each(['closed-below-threshold', 'withdrawn'] as const)('is pinned when it is %s', async (state) => {
  const { database, clock } = world;
  const driven = await driver.driveTo(state);
  const pinned = { regimeVersion: 'v6', pinnedOn: '2026-05-04' };
  const before = await whatIsSaid(driven);
  expect(before).toMatchObject({
    event: { triage: pinned },
    triage: { pinned: true, regimeVersion: 'v6', on: '2026-05-04' },
  });
  const version = `after-${state}`;
  await loadRegime(database, invented({ version }), clock.now());
  await adopt(version);
  expect(await whatIsSaid(driven)).toEqual(before);
  await adopt('v6');
});

it('makes its regime one in use, which is never altered', async () => {
  const { database, clock, http, people } = world;
  await loadRegime(database, invented({ version: 'used' }), clock.now());
  await adopt('used');
  await driver.driveTo('withdrawn');
  const { regimes } = await http.read<{ regimes: { regime: Json; inUse: boolean }[] }>(
    people.auditor,
    '/reference-data/regimes',
  );
  expect(regimes.find(({ regime }) => regime['version'] === 'used')?.inUse).toBe(true);
  await expect(
    loadRegime(database, invented({ version: 'used', name: 'Other' }), clock.now()),
  ).rejects.toThrow('Cases are pinned to used');
  await expect(
    world.owner.query({ text: `delete from regime where version = 'used'`, values: [] }),
  ).rejects.toThrow('never changed or removed');
});
