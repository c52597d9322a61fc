import type { ReferenceDataKind } from '#domain';
import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/** One version of some reference data, without its content. Instants are UTC. */
export interface ReferenceDataVersionRow {
  /** Of a regime or a catalogue its version, of a calendar its id. */
  readonly version: string;
  /** What the document calls itself. */
  readonly name: string;
  readonly loadedAt: string;
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash: string;
  /** Who added it; `null` where it came with the service or was loaded by command. */
  readonly addedBy: { readonly id: string; readonly name: string } | null;
}

/** The same with its content. */
export interface ReferenceDataDocumentRow extends ReferenceDataVersionRow {
  readonly document: unknown;
}

const TABLES: Readonly<Record<ReferenceDataKind, { readonly table: string; readonly key: string }>> = {
  regimes: { table: 'regime', key: 'version' },
  'working-days': { table: 'working_calendar', key: 'id' },
  'common-components': { table: 'component_catalogue', key: 'version' },
};

/** SQL of the columns of a version in the row `d`; who added another content under the same name did not add this. */
function columns(kind: ReferenceDataKind): string {
  const { key } = TABLES[kind];
  return `d.${key}::text as version, d.content ->> 'name' as name, ${utc('d.loaded_at')} as "loadedAt",
    d.content_hash as "contentHash", (select jsonb_build_object('id', p.id, 'name', p.name)
      from reference_data_addition a join person p on p.id = a.added_by
      where a.kind = '${kind}' and a.version = d.${key}::text and a.content_hash = d.content_hash
      order by a.added_at desc, a.id limit 1) as "addedBy"`;
}

/** Every version of a kind, the one loaded last first. */
export function referenceDataVersions(
  queryable: Queryable,
  kind: ReferenceDataKind,
): Promise<readonly ReferenceDataVersionRow[]> {
  return queryable.query({
    name: `reference_data_versions_${kind}`,
    text: `select ${columns(kind)} from ${TABLES[kind].table} d order by d.loaded_at desc, 1 desc`,
    values: [],
  });
}

/** One version with its content; `null` where there is none. */
export async function referenceDataDocument(
  queryable: Queryable,
  kind: ReferenceDataKind,
  version: string,
): Promise<ReferenceDataDocumentRow | null> {
  const { table, key } = TABLES[kind];
  const [row] = await queryable.query<ReferenceDataDocumentRow>({
    name: `reference_data_document_${kind}`,
    text: `select ${columns(kind)}, d.content as document from ${table} d where d.${key}::text = $1`,
    values: [version],
  });
  return row ?? null;
}

/** Lets one version be added at a time, until the transaction ends. */
export async function lockReferenceData(transaction: Queryable): Promise<void> {
  await transaction.query({
    text: `select pg_advisory_xact_lock(hashtextextended('reference data', 0))`,
    values: [],
  });
}

/** Adds a regime. Gives false, changing nothing, where there is one of that version. */
export async function addRegime(
  queryable: Queryable,
  regime: {
    readonly version: string;
    readonly content: unknown;
    readonly contentHash: string;
    readonly loadedAt: Date;
  },
): Promise<boolean> {
  const rows = await queryable.query({
    text: `insert into regime (version, content, content_hash, loaded_at) values ($1, $2::jsonb, $3, $4)
      on conflict (version) do nothing returning version`,
    values: [regime.version, JSON.stringify(regime.content), regime.contentHash, regime.loadedAt],
  });
  return rows.length === 1;
}

/** Records who added a version, and when. */
export async function recordReferenceDataAddition(
  queryable: Queryable,
  addition: {
    readonly id: string;
    readonly kind: ReferenceDataKind;
    readonly version: string;
    readonly contentHash: string;
    readonly addedBy: string;
    readonly addedAt: Date;
  },
): Promise<void> {
  await queryable.query({
    text: `insert into reference_data_addition (id, kind, version, content_hash, added_by, added_at)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [
      addition.id,
      addition.kind,
      addition.version,
      addition.contentHash,
      addition.addedBy,
      addition.addedAt,
    ],
  });
}
