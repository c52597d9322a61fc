import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isHashOf } from '#domain';
import {
  adoptions,
  calendarInForceAt,
  prismaFolder,
  storedCatalogue,
  storedRegime,
  type Queryable,
} from '#persistence';
import {
  adoptRegime,
  loadCalendar,
  loadCatalogue,
  loadRegime,
  ReferenceDataError,
} from './load-reference-data.js';

/** When each regime began to count; of those known to the month only, the first day of it. */
const SHIPPED_ADOPTIONS: readonly (readonly [version: string, from: string])[] = [
  ['v4', '2014-04-09'],
  ['v5', '2018-04-01'],
  // It stays the one new requests come under: which regime this service runs is for its owner to say.
  ['v6', '2024-02-23'],
];

const CATALOGUE = 'common-components.json';

/** Where the reference data that come with the service are. */
export function shippedReferenceData(): string {
  return join(prismaFolder(), 'reference-data');
}

/** A file that comes with the service. */
interface ShippedFile {
  /** From the service's own folder, to be given to the command that loads it. */
  readonly name: string;
  readonly json: unknown;
}

async function shippedFile(...path: readonly string[]): Promise<ShippedFile> {
  const name = join('prisma', 'reference-data', ...path);
  const text = await readFile(join(shippedReferenceData(), ...path), 'utf8');
  try {
    return { name, json: JSON.parse(text) as unknown };
  } catch (error) {
    throw new ReferenceDataError([`${name}: It is not JSON: ${error instanceof Error ? error.message : ''}`]);
  }
}

async function shippedRegimes(): Promise<readonly ShippedFile[]> {
  const names = await readdir(join(shippedReferenceData(), 'regimes'));
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => shippedFile('regimes', name)),
  );
}

function versionIn(json: unknown): string {
  const version =
    typeof json === 'object' && json !== null ? (json as { readonly version?: unknown }).version : undefined;
  return typeof version === 'string' ? version : '';
}

/** Says of which file it was that something is wrong. */
async function naming<Result>(name: string, load: () => Promise<Result>): Promise<Result> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ReferenceDataError)) throw error;
    throw new ReferenceDataError(error.faults.map((fault) => `${name}: ${fault}`));
  }
}

/**
 * Where what this database holds is not what comes with the service: each a sentence. The database's counts; somebody
 * may have put it there on purpose.
 */
export async function shippedDifferences(queryable: Queryable, now: Date): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const { name, json } of await shippedRegimes()) {
    const stored = await storedRegime(queryable, versionIn(json));
    if (stored === null || isHashOf(stored.contentHash, json)) continue;
    const remedy = stored.inUse
      ? 'Cases are pinned to it, so it stays'
      : `To take the file’s: npm run reference-data -- load ${name}`;
    differences.push(
      `Regime ${stored.version} here is not the one in ${name}, and counts as it is. ${remedy}`,
    );
  }
  const { name, json } = await shippedFile('bank-holidays.json');
  const calendar = await calendarInForceAt(queryable, now);
  if (calendar !== null && !isHashOf(calendar.contentHash, json))
    differences.push(
      `The bank holidays here are not those in ${name}, and count as they are. To take the file’s: npm run reference-data -- load ${name}`,
    );
  const shipped = await shippedFile(CATALOGUE);
  const catalogue = await storedCatalogue(queryable, versionIn(shipped.json));
  if (catalogue !== null && !isHashOf(catalogue.contentHash, shipped.json))
    differences.push(
      `The common components ${catalogue.version} here are not those in ${shipped.name}, and count as they are: no version is ever altered`,
    );
  return differences;
}

/**
 * Loads what comes with the service where it is not there yet: a regime or a catalogue of a version there is, a
 * calendar and an adoption stay as they are.
 * @returns what is there and differs, see {@link shippedDifferences}
 * @throws ReferenceDataError that names the file when one is faulty
 */
export async function loadShippedReferenceData(queryable: Queryable, now: Date): Promise<readonly string[]> {
  for (const { name, json } of await shippedRegimes())
    if ((await storedRegime(queryable, versionIn(json))) === null)
      await naming(name, () => loadRegime(queryable, json, now));
  if ((await adoptions(queryable)).length === 0)
    for (const [version, from] of SHIPPED_ADOPTIONS) await adoptRegime(queryable, version, from, now);
  if ((await calendarInForceAt(queryable, now)) === null) {
    const { name, json } = await shippedFile('bank-holidays.json');
    await naming(name, () => loadCalendar(queryable, json, now));
  }
  const { name, json } = await shippedFile(CATALOGUE);
  if ((await storedCatalogue(queryable, versionIn(json))) === null)
    await naming(name, () => loadCatalogue(queryable, json, now));
  return shippedDifferences(queryable, now);
}
