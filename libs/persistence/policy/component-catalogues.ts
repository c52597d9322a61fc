import type { Queryable } from '../database/statement.js';

/** A version of the catalogue of common components; its content is read by the rules, not here. */
export interface StoredCatalogue {
  readonly version: string;
  /** `null` where its hash is one of those known. */
  readonly content: unknown;
  /** SHA-256 of the canonical content, hex. */
  readonly contentHash: string;
}

/** SQL of the version that counts on a day, of those loaded by an instant, both given as SQL. */
function inForce(columns: string, day: string, instant: string): string {
  return `(select ${columns} from component_catalogue y where y.valid_from <= ${day} and y.loaded_at <= ${instant}
    order by y.valid_from desc, y.loaded_at desc, y.version desc limit 1)`;
}

/**
 * SQL of the catalogue that counts for a case, as `PolicyRecord` has it. One loaded after a case was submitted is never
 * asked of it, whatever day it counts from.
 * @param day SQL of the day whose rules count for the case
 * @param instant SQL of when it was submitted, or of now
 */
export function catalogueFor(day: string, instant: string): string {
  return inForce(`jsonb_build_object('version', y.version, 'hash', y.content_hash)`, day, instant);
}

/** SQL of whether a list of what a component is asked for holds: nothing in it asks for nothing. */
function holds(list: string, one: string): string {
  return `(k.item -> 'askedWhen' -> '${list}' = '[]'::jsonb or ${one})`;
}

/**
 * SQL of whether a submitted case `c` is asked about a component, by the catalogue that counts for it; the rule is
 * `askedComponents`.
 * @param component SQL of its id
 */
export function isAskedOf(component: string): string {
  return `exists (select from component_catalogue v cross join lateral jsonb_array_elements(v.content -> 'components') as k(item)
    where v.version = ${inForce('y.version', 'c.pinned_on', 'c.submitted_at')} and k.item ->> 'id' = ${component}
      and ${holds(
        'flags',
        `exists (select from jsonb_array_elements_text(k.item -> 'askedWhen' -> 'flags') as f(flag)
        where (c.flags ->> f.flag)::boolean)`,
      )}
      and ${holds('categories', `k.item -> 'askedWhen' -> 'categories' ? c.category`)}
      and ${holds('phases', `k.item -> 'askedWhen' -> 'phases' ? c.phase`)})`;
}

const FIELDS = 'y.version, y.content, y.content_hash as "contentHash"';

/** One version; `null` where there is none. */
export async function storedCatalogue(
  queryable: Queryable,
  version: string,
): Promise<StoredCatalogue | null> {
  const [row] = await queryable.query<StoredCatalogue>({
    name: 'stored_catalogue',
    text: `select ${FIELDS} from component_catalogue y where y.version = $1`,
    values: [version],
  });
  return row ?? null;
}

/**
 * The version that counts on a day, for whoever may have read it before; `null` where none does.
 * @param day in London, `YYYY-MM-DD`
 * @param known hashes of contents that need not be brought
 */
export async function catalogueToRead(
  queryable: Queryable,
  day: string,
  at: Date,
  known: readonly string[],
): Promise<StoredCatalogue | null> {
  const [row] = await queryable.query<StoredCatalogue>({
    name: 'catalogue_to_read',
    text: `select y.version, case when y.content_hash = any($3::text[]) then null else y.content end as content,
        y.content_hash as "contentHash"
      from component_catalogue y where y.version = ${inForce('y.version', '$1::date', '$2::timestamptz')}`,
    values: [day, at, known],
  });
  return row ?? null;
}

/** Adds a version. Gives false, changing nothing, where there is one of that name. */
export async function addCatalogue(
  queryable: Queryable,
  catalogue: StoredCatalogue & { readonly validFrom: string; readonly loadedAt: Date },
): Promise<boolean> {
  const { version, content, contentHash, validFrom, loadedAt } = catalogue;
  const rows = await queryable.query({
    text: `insert into component_catalogue (version, content, content_hash, valid_from, loaded_at)
      values ($1, $2::jsonb, $3, $4, $5) on conflict (version) do nothing returning version`,
    values: [version, JSON.stringify(content), contentHash, validFrom, loadedAt],
  });
  return rows.length === 1;
}
