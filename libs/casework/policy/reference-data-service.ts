import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalHash,
  dateInWords,
  isUnprintable,
  lineAndColumn,
  londonDate,
  placedFault,
  placeOfJsonFault,
  readComponentCatalogue,
  readRegime,
  readWorkingCalendar,
  REFERENCE_DATA_KIND_NAMES,
  REFERENCE_DATA_KINDS,
  type ActorFacts,
  type DocumentFault,
  type ReferenceDataKind,
} from '#domain';
import {
  addCatalogue,
  addRegime,
  calendarInForceAt,
  Database,
  lockReferenceData,
  recordReferenceDataAddition,
  referenceDataDocument,
  referenceDataVersions,
  storedCatalogue,
  storedRegime,
  type Actor,
  type Queryable,
  type ReferenceDataDocumentRow,
  type ReferenceDataVersionRow,
} from '#persistence';
import { Clock, conflict, notFound, together, unprocessable, type ProblemError } from '#platform';
import { keepCalendar } from './load-reference-data.js';

export type { ReferenceDataDocumentRow, ReferenceDataVersionRow } from '#persistence';

/** A kind of reference data with its versions, the one loaded last first. */
export interface ReferenceDataOfKind {
  readonly kind: ReferenceDataKind;
  /** What people read for it. */
  readonly name: string;
  readonly versions: readonly ReferenceDataVersionRow[];
}

/** A version that was added. */
export interface AddedReferenceData {
  readonly kind: ReferenceDataKind;
  /** Of a regime or a catalogue the version it names, of a calendar the id it was given. */
  readonly version: string;
  readonly contentHash: string;
  readonly addedAt: Date;
}

/** A document that was read and found right. */
interface SoundDocument {
  readonly json: unknown;
  readonly contentHash: string;
  /** The version it names itself; `null` where its kind names none. */
  readonly version: string | null;
  /** First day on which it counts, of a catalogue. */
  readonly validFrom?: string;
}

/**
 * Reference data in versions, for administrators: reading them, and adding one. Nothing there is ever changed, and
 * adding a regime adopts none: from which day new requests come under it is said apart. A catalogue names the day it
 * counts from itself. Who may call it is decided at the route.
 */
@Injectable()
export class ReferenceDataService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every kind with its versions. */
  async list(acting: Actor): Promise<readonly ReferenceDataOfKind[]> {
    return together(
      REFERENCE_DATA_KINDS.map(async (kind) => ({
        kind,
        name: REFERENCE_DATA_KIND_NAMES[kind],
        versions: await referenceDataVersions(this.database.as(acting), kind),
      })),
    );
  }

  /** One version with its document. @throws ProblemError 404 when there is none */
  async read(acting: Actor, kind: ReferenceDataKind, version: string): Promise<ReferenceDataDocumentRow> {
    // What cannot be kept names nothing, and PostgreSQL would not take it.
    const found = isUnprintable(version, false)
      ? null
      : await referenceDataDocument(this.database.as(acting), kind, version);
    if (found === null) throw notFound('There is no such version.');
    return found;
  }

  /**
   * Says everything that is wrong with a document, and adds nothing.
   *
   * @param documentText JSON
   * @returns nothing where it is sound
   */
  faultsOf(kind: ReferenceDataKind, documentText: string): readonly DocumentFault[] {
    const read = soundDocument(kind, documentText);
    return 'faults' in read ? read.faults : [];
  }

  /**
   * Says everything that would keep a document from being added now, and adds nothing. Who adds it afterwards may still
   * be overtaken.
   *
   * @param documentText JSON
   * @returns the document, where nothing is in the way
   */
  async checkReferenceData(
    acting: Actor,
    kind: ReferenceDataKind,
    documentText: string,
  ): Promise<{ readonly document: unknown } | { readonly faults: readonly DocumentFault[] }> {
    const read = soundDocument(kind, documentText);
    if ('faults' in read) return read;
    const taken = await takenBy(this.database.as(acting), kind, read, this.clock.now());
    return taken === null ? { document: read.json } : { faults: [taken] };
  }

  /**
   * Adds one version and records who did, in one transaction. A calendar counts from now on; a regime once it is
   * adopted; a catalogue from the day it names.
   *
   * @param documentText JSON
   * @throws ProblemError 422 with everything that is wrong, each with its place in the document; 409 when a regime or
   *   a catalogue of this version is there, whatever it holds, or these bank holidays are the ones that count already
   */
  async addReferenceData(
    acting: Pick<ActorFacts, 'personId'>,
    kind: ReferenceDataKind,
    documentText: string,
  ): Promise<AddedReferenceData> {
    const read = soundDocument(kind, documentText);
    if ('faults' in read) throw refusalOf(read.faults);
    const addedAt = this.clock.now();
    const { contentHash } = read;
    return this.database.asService().transaction(async (transaction) => {
      await lockReferenceData(transaction);
      const version = await addVersion(transaction, kind, read, addedAt);
      const addition = { id: randomUUID(), kind, version, contentHash, addedBy: acting.personId, addedAt };
      await recordReferenceDataAddition(transaction, addition);
      return { kind, version, contentHash, addedAt };
    });
  }
}

function regimeIsThere(version: string): DocumentFault {
  const detail = `There is a regime ${version} already, and none is ever changed: give this one a version of its own`;
  return { pointer: '/version', detail };
}

function catalogueIsThere(version: string): DocumentFault {
  const detail = `There is a catalogue ${version} already, and none is ever changed: give this one a version of its own`;
  return { pointer: '/version', detail };
}

/** Where one counts from a day that is over, nobody could tell what was asked of a request on that day. */
function catalogueCountsTooEarly(validFrom: string, now: Date): DocumentFault | null {
  const today = londonDate(now);
  return validFrom >= today
    ? null
    : {
        pointer: '/validFrom',
        detail: `Give ${dateInWords(today)} or a later day: a catalogue counts from no day that is over`,
      };
}

const CALENDAR_COUNTS = 'These bank holidays are the ones that count already';

/** That what a document holds is there already; `null` where it is not. */
async function takenBy(
  queryable: Queryable,
  kind: ReferenceDataKind,
  { contentHash, version, validFrom = '' }: SoundDocument,
  now: Date,
): Promise<DocumentFault | null> {
  switch (kind) {
    case 'regimes': {
      const named = version ?? '';
      return (await storedRegime(queryable, named)) === null ? null : regimeIsThere(named);
    }
    case 'working-days': {
      const inForce = await calendarInForceAt(queryable, now);
      return inForce?.contentHash === contentHash ? { pointer: '', detail: CALENDAR_COUNTS } : null;
    }
    case 'common-components': {
      const named = version ?? '';
      if ((await storedCatalogue(queryable, named)) !== null) return catalogueIsThere(named);
      return catalogueCountsTooEarly(validFrom, now);
    }
  }
}

async function addVersion(
  transaction: Queryable,
  kind: ReferenceDataKind,
  document: SoundDocument,
  now: Date,
): Promise<string> {
  const { json, contentHash, version } = document;
  switch (kind) {
    case 'regimes': {
      const named = version ?? '';
      const regime = { version: named, content: json, contentHash, loadedAt: now };
      if (await addRegime(transaction, regime)) return named;
      const fault = regimeIsThere(named);
      throw conflict(`${fault.detail}.`, [fault]);
    }
    case 'working-days': {
      if ((await takenBy(transaction, kind, document, now)) !== null) throw conflict(`${CALENDAR_COUNTS}.`);
      return keepCalendar(transaction, json, contentHash, now);
    }
    case 'common-components': {
      const fault = await takenBy(transaction, kind, document, now);
      if (fault !== null)
        throw fault.pointer === '/version' ? conflict(`${fault.detail}.`, [fault]) : refusalOf([fault]);
      const named = version ?? '';
      const { validFrom = '' } = document;
      await addCatalogue(transaction, {
        version: named,
        content: json,
        contentHash,
        validFrom,
        loadedAt: now,
      });
      return named;
    }
  }
}

function refusalOf(faults: readonly DocumentFault[]): ProblemError {
  const count =
    faults.length === 1 ? 'One thing keeps it' : `${String(faults.length)} things keep the document`;
  return unprocessable(`${count} from being added: see “errors”.`, faults);
}

function soundDocument(
  kind: ReferenceDataKind,
  documentText: string,
): SoundDocument | { readonly faults: readonly DocumentFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(documentText);
  } catch {
    return { faults: [{ pointer: '', detail: notJson(documentText) }] };
  }
  const read = readAs(kind, json);
  if (!read.ok) return { faults: read.faults.map(placedFault) };
  try {
    const { version, validFrom } = read;
    return {
      json,
      contentHash: canonicalHash(json),
      version,
      ...(validFrom === undefined ? {} : { validFrom }),
    };
  } catch {
    // JSON.parse turns 1e999 into Infinity, which is no JSON value.
    return { faults: [{ pointer: '', detail: 'It has a number that is too large to be kept' }] };
  }
}

function readAs(
  kind: ReferenceDataKind,
  json: unknown,
):
  | { readonly ok: true; readonly version: string | null; readonly validFrom?: string }
  | { readonly ok: false; readonly faults: readonly string[] } {
  switch (kind) {
    case 'regimes': {
      const read = readRegime(json);
      return read.ok ? { ok: true, version: read.regime.version } : read;
    }
    case 'working-days': {
      const read = readWorkingCalendar(json);
      return read.ok ? { ok: true, version: null } : read;
    }
    case 'common-components': {
      const read = readComponentCatalogue(json);
      if (!read.ok) return read;
      const { version, validFrom } = read.catalogue;
      return { ok: true, version, validFrom };
    }
  }
}

/** Where the text stops being JSON; what stands there is not repeated. */
function notJson(text: string): string {
  const place = placeOfJsonFault(text) ?? text.length;
  const { line, column } = lineAndColumn(text, place);
  const what = place === text.length ? 'It ends too early to be JSON' : 'It is not JSON';
  return `${what}: see line ${String(line)}, column ${String(column)}`;
}
