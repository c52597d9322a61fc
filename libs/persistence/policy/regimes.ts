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

const FIELDS = `r.version, r.content, r.content_hash as "contentHash", ${utc('r.loaded_at')} as "loadedAt",
  (exists (select from submission_version v where v.regime_version = r.version)
    or exists (select from spend_case c where c.regime_version = r.version
      and c.pinned_on is not null and c.current_version is null)) as "inUse"`;

/** Every regime, in the order of their versions' names. */
export function storedRegimes(queryable: Queryable): Promise<readonly StoredRegime[]> {
  return queryable.query({
    name: 'stored_regimes',
    text: `select ${FIELDS} from regime r order by r.content ->> 'validFrom', r.version`,
    values: [],
  });
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
