import type { Queryable } from '../database/statement.js';
import { utc } from '../cases/json-fragments.js';

/** A regime as stored; its content is read by the rules, not here. */
export interface StoredRegime {
  readonly version: string;
  readonly content: unknown;
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash: string;
  /** UTC. */
  readonly loadedAt: string;
  /** Whether a case is pinned to it, so that it can never be altered. */
  readonly inUse: boolean;
}

/** SQL of whether a case is pinned to the regime `r`. */
const IN_USE = `(exists (select from submission_version v where v.regime_version = r.version)
    or exists (select from spend_case c where c.regime_version = r.version
      and c.pinned_on is not null and c.current_version is null))`;

const FIELDS = `r.version, r.content, r.content_hash as "contentHash", ${utc('r.loaded_at')} as "loadedAt",
  ${IN_USE} as "inUse"`;

/** Every regime, in the order of their versions' names. */
export function storedRegimes(queryable: Queryable): Promise<readonly StoredRegime[]> {
  return queryable.query({
    name: 'stored_regimes',
    text: `select ${FIELDS} from regime r order by r.content ->> 'validFrom', r.version`,
    values: [],
  });
}

/** A regime for whoever may have read its content before. */
export interface RegimeToRead {
  readonly version: string;
  readonly contentHash: string;
  /** `null` where its hash is one of those known. */
  readonly content: unknown;
}

/** Columns of a `RegimeToRead`; the first parameter is the hashes known. */
const TO_READ = `r.version, r.content_hash as "contentHash",
  case when r.content_hash = any($1::text[]) then null else r.content end as content`;

/** Every regime, in the order of their versions' names. @param known hashes of contents that need not be brought */
export function regimesToRead(
  queryable: Queryable,
  known: readonly string[],
): Promise<readonly RegimeToRead[]> {
  return queryable.query({
    name: 'regimes_to_read',
    text: `select ${TO_READ} from regime r order by r.content ->> 'validFrom', r.version`,
    values: [known],
  });
}

/**
 * The regime new requests come under on a day in London; `null` where none was adopted yet.
 * @param known hashes of contents that need not be brought
 */
export async function adoptedRegimeToRead(
  queryable: Queryable,
  day: string,
  known: readonly string[],
): Promise<RegimeToRead | null> {
  const [row] = await queryable.query<RegimeToRead>({
    name: 'adopted_regime_to_read',
    text: `select ${TO_READ} from regime r where r.version = ${adoptedOn('$2::date')}`,
    values: [known, day],
  });
  return row ?? null;
}

/** Versions of the regimes that cases are pinned to, so that they are never altered. */
export async function versionsInUse(queryable: Queryable): Promise<ReadonlySet<string>> {
  const rows = await queryable.query<{ version: string }>({
    name: 'regime_versions_in_use',
    text: `select r.version from regime r where ${IN_USE}`,
    values: [],
  });
  return new Set(rows.map(({ version }) => version));
}

/** One regime; `null` where there is none of that version. */
export async function storedRegime(queryable: Queryable, version: string): Promise<StoredRegime | null> {
  const [row] = await queryable.query<StoredRegime>({
    name: 'stored_regime',
    text: `select ${FIELDS} from regime r where r.version = $1`,
    values: [version],
  });
  return row ?? null;
}

/**
 * Adds a regime, or replaces one that no submission is pinned to; the database refuses to replace another.
 * @throws a database error `restrict_violation` (23001) when it is in use
 */
export async function saveRegime(
  queryable: Queryable,
  regime: Pick<StoredRegime, 'version' | 'content' | 'contentHash'> & { readonly loadedAt: Date },
): Promise<void> {
  await queryable.query({
    text: `insert into regime (version, content, content_hash, loaded_at) values ($1, $2::jsonb, $3, $4)
      on conflict (version) do update set content = excluded.content, content_hash = excluded.content_hash,
        loaded_at = excluded.loaded_at`,
    values: [regime.version, JSON.stringify(regime.content), regime.contentHash, regime.loadedAt],
  });
}

/** From which day new requests come under a regime. */
export interface Adoption {
  readonly id: string;
  readonly regimeVersion: string;
  /** First day, London, `YYYY-MM-DD`. */
  readonly adoptedFrom: string;
}

/** SQL of the version new requests come under on a day, given as SQL of a date. */
export function adoptedOn(day: string): string {
  return `(select a.regime_version from regime_adoption a where a.adopted_from <= ${day}
    order by a.adopted_from desc, a.recorded_at desc, a.id limit 1)`;
}

/** The version new requests come under on a day in London; `null` where none was adopted yet. */
export async function regimeAdoptedOn(queryable: Queryable, day: string): Promise<string | null> {
  const [row] = await queryable.query<{ version: string | null }>({
    name: 'regime_adopted_on',
    text: `select ${adoptedOn('$1::date')} as version`,
    values: [day],
  });
  return row?.version ?? null;
}

/** Every adoption, latest day first; of two for one day the one recorded later counts, and comes first. */
export function adoptions(queryable: Queryable): Promise<readonly Adoption[]> {
  return queryable.query({
    name: 'adoptions',
    text: `select id, regime_version as "regimeVersion", adopted_from as "adoptedFrom" from regime_adoption
      order by adopted_from desc, recorded_at desc, id`,
    values: [],
  });
}

/** Records from which day new requests come under a regime. */
export async function recordAdoption(
  queryable: Queryable,
  adoption: Adoption & { readonly recordedAt: Date },
): Promise<void> {
  await queryable.query({
    text: `insert into regime_adoption (id, regime_version, adopted_from, recorded_at) values ($1, $2, $3, $4)`,
    values: [adoption.id, adoption.regimeVersion, adoption.adoptedFrom, adoption.recordedAt],
  });
}

/** Ids of everything any regime asks: questions of the rating, and strategic commitments. */
export async function askedByRegimes(
  queryable: Queryable,
): Promise<{ readonly ratingAnswers: readonly string[]; readonly commitmentAnswers: readonly string[] }> {
  const [row] = await queryable.query<{ ratingAnswers: string[]; commitmentAnswers: string[] }>({
    name: 'asked_by_regimes',
    text: `select coalesce((select jsonb_agg(distinct q -> 'id') from regime r,
          jsonb_path_query(r.content, 'lax $.rating.questionSets[*].questions[*]') q), '[]') as "ratingAnswers",
        coalesce((select jsonb_agg(distinct q -> 'id') from regime r,
          jsonb_path_query(r.content, 'lax $.strategicCommitments.commitments[*]') q), '[]') as "commitmentAnswers"`,
    values: [],
  });
  return row ?? { ratingAnswers: [], commitmentAnswers: [] };
}

/** Marks cases of a regime as rows whose schedule must be worked out anew. */
export async function staleSchedules(queryable: Queryable): Promise<void> {
  await queryable.query({
    text: `update spend_case set schedule_stale = true
      where state in ('submitted', 'acknowledged', 'in-review', 'returned', 'recommended',
        'approved-with-conditions')`,
    values: [],
  });
}
