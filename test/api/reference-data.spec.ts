import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptRegime, loadRegime, loadShippedReferenceData, shippedDifferences } from '#casework';
import { adoptions, storedRegime } from '#persistence';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// What comes with the service is put where nothing is; what somebody put there counts, and is spoken of.

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

function shipped(name: string): Json {
  const path = join(import.meta.dirname, '..', '..', 'prisma', 'reference-data', 'regimes', name);
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

it('a regime somebody loaded stays when the service starts again, and both places say that it is another', async () => {
  const { database, clock } = world;
  expect(await loadShippedReferenceData(database, clock.now())).toEqual([]);
  const changed = { ...shipped('v5.json'), name: 'Version 5, as corrected here' };
  expect(await loadRegime(database, changed, clock.now())).toEqual({ version: 'v5', did: 'replaced' });
  const [said, ...others] = await loadShippedReferenceData(database, clock.now());
  expect(others).toEqual([]);
  expect(said).toMatch(
    /^Regime v5 here is not the one in .*v5\.json, .* npm run reference-data -- load .*v5\.json$/,
  );
  expect((await storedRegime(database, 'v5'))?.content).toMatchObject({
    name: 'Version 5, as corrected here',
  });
  expect(await shippedDifferences(database, clock.now())).toEqual([said]);
});

it('a regime in use that differs from the file is said to stay', async () => {
  const { database, clock } = world;
  await loadRegime(database, { ...shipped('v6.json'), name: 'Ours' }, clock.now());
  await new CaseDriver(world).driveTo('submitted');
  expect(await shippedDifferences(database, clock.now())).toEqual([
    expect.stringMatching(/^Regime v6 here .* Cases are pinned to it, so it stays$/),
  ]);
});

it('adopting says what is wrong with a date, that a regime has ended, and that it was adopted already', async () => {
  const { database, clock, http, people } = world;
  const adopt = (version: string, from: string) => adoptRegime(database, version, from, clock.now());
  await expect(adopt('v5', '1899-01-01')).rejects.toThrow(/in the years 1900 to 2200/);
  await expect(adopt('v5', '2026-02-30')).rejects.toThrow(/is not a date there is/);
  const before = (await adoptions(database)).length;
  expect(await adopt('v5', '2026-05-01')).toEqual({
    did: 'adopted',
    warning: 'By its own dates v5 ended in February 2024',
  });
  expect((await adopt('v5', '2026-05-01')).did).toBe('already-adopted');
  expect((await adopt('2026-assurance', '2026-05-02')).warning).toBeNull();
  expect(await adoptions(database)).toHaveLength(before + 2);
  await adoptRegime(database, 'v6', '2026-05-03', clock.now());
  const draft = await new CaseDriver(world).draft();
  expect(await http.read(people.submitter, `/cases/${draft.reference}/triage`)).toMatchObject({
    regimeVersion: 'v6',
    regimeNote: expect.stringMatching(/^By its own dates v6 ended on 31 March 2026; it counts here because/),
  });
});
