import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalHash, isIsoDate, readRegime, readWorkingCalendar } from '#domain';
import {
  adoptions,
  calendarInForceAt,
  prismaFolder,
  recordAdoption,
  recordCalendar,
  saveRegime,
  staleSchedules,
  storedRegime,
  type Queryable,
} from '#persistence';

/** Why reference data were not loaded, as sentences. Nothing was changed. */
export class ReferenceDataError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** What loading did. */
export type Loaded = 'added' | 'replaced' | 'unchanged';

/**
 * Loads a regime. A version that cases are pinned to is never altered: loading it again must bring the same
 * content, and a change of policy is a new version.
 * @param json the parsed file
 * @throws ReferenceDataError when the file is no regime, or would alter one in use
 */
export async function loadRegime(
  queryable: Queryable,
  json: unknown,
  now: Date,
): Promise<{ readonly version: string; readonly did: Loaded }> {
  const read = readRegime(json);
  if (!read.ok) throw new ReferenceDataError(read.faults);
  const { version } = read.regime;
  const contentHash = canonicalHash(json);
  const before = await storedRegime(queryable, version);
  if (before?.contentHash === contentHash) return { version, did: 'unchanged' };
  if (before?.inUse === true)
    throw new ReferenceDataError([
      `Cases are pinned to ${version}, so it cannot be altered. Give the changed regime a version of its own.`,
    ]);
  await saveRegime(queryable, { version, content: json, contentHash, loadedAt: now });
  return { version, did: before === null ? 'added' : 'replaced' };
}

/**
 * Says from which day on new requests come under a regime. Requests submitted before stay under the one they are
 * pinned to.
 * @param adoptedFrom first day in London, `YYYY-MM-DD`
 * @throws ReferenceDataError when there is no such regime, or no such day
 */
export async function adoptRegime(
  queryable: Queryable,
  version: string,
  adoptedFrom: string,
  now: Date,
): Promise<void> {
  if (!isIsoDate(adoptedFrom)) throw new ReferenceDataError([`“${adoptedFrom}” is not a date, YYYY-MM-DD`]);
  if ((await storedRegime(queryable, version)) === null)
    throw new ReferenceDataError([`There is no regime ${version}: load it first`]);
  await recordAdoption(queryable, { id: randomUUID(), regimeVersion: version, adoptedFrom, recordedAt: now });
}

/**
 * Loads the bank holidays. They count from now on; what clocks showed before is worked out by the holidays known then.
 * @throws ReferenceDataError when the file is no calendar
 */
export async function loadCalendar(queryable: Queryable, json: unknown, now: Date): Promise<Loaded> {
  const read = readWorkingCalendar(json);
  if (!read.ok) throw new ReferenceDataError(read.faults);
  const contentHash = canonicalHash(json);
  const before = await calendarInForceAt(queryable, now);
  if (before?.contentHash === contentHash) return 'unchanged';
  await recordCalendar(queryable, { id: randomUUID(), content: json, contentHash, loadedAt: now });
  // Due times are worked out again by whoever keeps the schedules.
  await staleSchedules(queryable);
  return before === null ? 'added' : 'replaced';
}

/** When each regime began to count; of those known to the month only, the first day of it. */
const SHIPPED_ADOPTIONS: readonly (readonly [version: string, from: string])[] = [
  ['v4', '2014-04-09'],
  ['v5', '2018-04-01'],
  // It stays the one new requests come under: which regime this service runs is for its owner to say.
  ['v6', '2024-02-23'],
];

/** Where the reference data that come with the service are. */
export function shippedReferenceData(): string {
  return join(prismaFolder(), 'reference-data');
}

/**
 * Loads what comes with the service where it is not there yet. A regime in use, and a calendar or an adoption somebody
 * has put in place since, stay as they are.
 */
export async function loadShippedReferenceData(queryable: Queryable, now: Date): Promise<void> {
  const folder = join(shippedReferenceData(), 'regimes');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
    const json = JSON.parse(await readFile(join(folder, name), 'utf8')) as { readonly version: string };
    const before = await storedRegime(queryable, json.version);
    if (before?.inUse !== true) await loadRegime(queryable, json, now);
  }
  if ((await adoptions(queryable)).length === 0)
    for (const [version, from] of SHIPPED_ADOPTIONS) await adoptRegime(queryable, version, from, now);
  if ((await calendarInForceAt(queryable, now)) === null) {
    const text = await readFile(join(shippedReferenceData(), 'bank-holidays.json'), 'utf8');
    await loadCalendar(queryable, JSON.parse(text) as unknown, now);
  }
}
