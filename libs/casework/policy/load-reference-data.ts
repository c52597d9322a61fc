import { randomUUID } from 'node:crypto';
import {
  canonicalHash,
  isHashOf,
  endedNote,
  FIRST_YEAR,
  isIsoDate,
  LAST_YEAR,
  readComponentCatalogue,
  readRegime,
  readWorkingCalendar,
} from '#domain';
import {
  addCatalogue,
  adoptions,
  calendarInForceAt,
  recordAdoption,
  recordCalendar,
  saveRegime,
  staleSchedules,
  storedCatalogue,
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
  if (before !== null && isHashOf(before.contentHash, json)) return { version, did: 'unchanged' };
  if (before?.inUse === true)
    throw new ReferenceDataError([
      `Cases are pinned to ${version}, so it cannot be altered. Give the changed regime a version of its own.`,
    ]);
  await saveRegime(queryable, { version, content: json, contentHash, loadedAt: now });
  return { version, did: before === null ? 'added' : 'replaced' };
}

/** What adopting a regime did. */
export interface Adopted {
  readonly did: 'adopted' | 'already-adopted';
  /** What whoever adopts it should know, a sentence without a full stop. */
  readonly warning: string | null;
}

/**
 * Says from which day on new requests come under a regime. Requests submitted before stay under the one they are
 * pinned to. Where that is said for this day already, nothing is recorded again.
 * @param adoptedFrom first day in London, `YYYY-MM-DD`
 * @throws ReferenceDataError when there is no such regime, or no such day
 */
export async function adoptRegime(
  queryable: Queryable,
  version: string,
  adoptedFrom: string,
  now: Date,
): Promise<Adopted> {
  if (!isIsoDate(adoptedFrom))
    throw new ReferenceDataError([
      `“${adoptedFrom}” is not a date there is: write it YYYY-MM-DD, in the years ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}`,
    ]);
  const stored = await storedRegime(queryable, version);
  if (stored === null) throw new ReferenceDataError([`There is no regime ${version}: load it first`]);
  const read = readRegime(stored.content);
  const warning = read.ok ? endedNote(read.regime, adoptedFrom) : null;
  // Of several for one day the one recorded last counts, and comes first.
  const standing = (await adoptions(queryable)).find((adoption) => adoption.adoptedFrom === adoptedFrom);
  if (standing?.regimeVersion === version) return { did: 'already-adopted', warning };
  await recordAdoption(queryable, { id: randomUUID(), regimeVersion: version, adoptedFrom, recordedAt: now });
  return { did: 'adopted', warning };
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
  if (before !== null && isHashOf(before.contentHash, json)) return 'unchanged';
  await keepCalendar(queryable, json, contentHash, now);
  return before === null ? 'added' : 'replaced';
}

/**
 * Keeps bank holidays that were read and found right, as those that count from now on.
 * @returns the id they are kept by
 */
export async function keepCalendar(
  queryable: Queryable,
  json: unknown,
  contentHash: string,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await recordCalendar(queryable, { id, content: json, contentHash, loadedAt: now });
  // Due times are worked out again by whoever keeps the schedules.
  await staleSchedules(queryable);
  return id;
}

/**
 * Loads a version of the catalogue of common components, which counts from the day it names on for requests that have
 * not been submitted by now. No version is ever altered: a change is a new version.
 * @throws ReferenceDataError when the file is no catalogue, or there is another under its version
 */
export async function loadCatalogue(
  queryable: Queryable,
  json: unknown,
  now: Date,
): Promise<{ readonly version: string; readonly did: Loaded }> {
  const read = readComponentCatalogue(json);
  if (!read.ok) throw new ReferenceDataError(read.faults);
  const { version, validFrom } = read.catalogue;
  const contentHash = canonicalHash(json);
  if (await addCatalogue(queryable, { version, content: json, contentHash, validFrom, loadedAt: now }))
    return { version, did: 'added' };
  const before = await storedCatalogue(queryable, version);
  if (before !== null && isHashOf(before.contentHash, json)) return { version, did: 'unchanged' };
  throw new ReferenceDataError([
    `There is another catalogue ${version}, and none is ever altered. Give the changed one a version of its own.`,
  ]);
}
