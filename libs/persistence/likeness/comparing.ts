import type { CalledBy, CaseState, Compared, MeasuredLikeness } from '#domain';
import type { Queryable } from '../database/statement.js';
import { isGoneOnFrom, suppliersOfBoth } from './same-suppliers.js';

/** A case that has to be compared again, as it reads now. */
export interface CaseToCompare {
  readonly caseId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly description: string | null;
  /** What its organisation, and those it belongs to, are called. */
  readonly calledBy: readonly CalledBy[];
  /** Latest change this is of; changes after it are still to be looked at. */
  readonly revision: number;
}

/** Waits until nobody else compares cases; to the end of the transaction. */
export async function waitForOtherComparing(transaction: Queryable): Promise<void> {
  await transaction.query({ text: `select pg_advisory_xact_lock(hashtext('likeness'))`, values: [] });
}

/** Some of the cases that were changed since they were compared. */
export function casesToCompare(queryable: Queryable, limit: number): Promise<readonly CaseToCompare[]> {
  return queryable.query<CaseToCompare>({
    name: 'cases_to_compare',
    text: `select c.id as "caseId", c.organisation_id as "organisationId", c.title, c.description, p.revision,
        (with recursive up as (
            select o.id, o.parent_id, o.name, o.acronym from organisation o where o.id = c.organisation_id
            union select o.id, o.parent_id, o.name, o.acronym from organisation o join up on o.id = up.parent_id)
          select jsonb_agg(jsonb_build_object('name', up.name, 'acronym', up.acronym)) from up) as "calledBy"
      from (select l.case_id, max(l.revision) as revision from likeness_pending l group by l.case_id
        order by l.case_id limit $1) p
      join spend_case c on c.id = p.case_id`,
    values: [limit],
  });
}

/** By which words a case is compared. */
export interface EntryToSave {
  readonly caseId: string;
  readonly organisationId: string;
  /** Words of the title, and of all that is compared, with blanks between them. */
  readonly titleWords: string;
  readonly text: string;
}

/** Writes down by which words cases are compared. */
export async function saveEntries(queryable: Queryable, entries: readonly EntryToSave[]): Promise<void> {
  await queryable.query({
    name: 'save_likeness_entries',
    text: `insert into likeness_entry (case_id, organisation_id, title_words, text, words)
      select e."caseId", e."organisationId", e."titleWords", e.text, to_tsvector('english', e.text)
      from jsonb_to_recordset($1::jsonb) as e("caseId" uuid, "organisationId" uuid, "titleWords" text, text text)
      on conflict (case_id) do update set title_words = excluded.title_words, text = excluded.text, words = excluded.words
        where (likeness_entry.title_words, likeness_entry.text) is distinct from (excluded.title_words, excluded.text)`,
    values: [JSON.stringify(entries)],
  });
}

/** With what others are looked for. */
export interface LikenessSearch {
  /** Uncommon words of the case by which others are looked for. */
  readonly words: number;
  /** A word in more cases is not looked for. */
  readonly mostCasesOfAWord: number;
  /** Cases compared, found by title and by words each. */
  readonly compared: number;
  /** Words nobody else has that must be shared before the likeness of words counts in full. */
  readonly enough: number;
  /** States in which there is nothing to compare any more. */
  readonly past: readonly CaseState[];
}

/** Another case, with what the two have in common. */
export interface ComparedCase {
  readonly caseId: string;
  readonly one: Compared;
  readonly other: Compared;
  readonly measured: MeasuredLikeness;
}

const COMPARED = (alias: string): string => `jsonb_build_object('category', ${alias}.category,
  'spendStartsOn', ${alias}.spend_starts_on, 'spendEndsOn', ${alias}.spend_ends_on)`;

/** How much a word in so many cases counts: the fewer, the more. */
const WEIGHT = (cases: string): string => `ln((t.cases + 1)::float8 / ${cases})`;

/**
 * Cases of other families of organisations that may be like one, measured; in one statement, by indexes alone. Those
 * somebody has judged already are left out, and of a chain of approvals all but the latest. The case itself must have its entry.
 */
export function compareCase(
  queryable: Queryable,
  caseId: string,
  { words, mostCasesOfAWord, compared, enough, past }: LikenessSearch,
): Promise<readonly ComparedCase[]> {
  return queryable.query<ComparedCase>({
    name: 'compare_case',
    text: `with recursive c as materialized (
        select e.*, s.category, s.spend_starts_on, s.spend_ends_on, s.supplier_keys,
          s.current_suppliers, s.proposed_suppliers from likeness_entry e
          join spend_case s on s.id = e.case_id where e.case_id = $1),
      up as (select o.id, o.parent_id from organisation o, c where o.id = c.organisation_id
        union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id),
      family as (select up.id from up where up.parent_id is null
        union select o.id from organisation o join family on o.parent_id = family.id),
      t as materialized (select cases from likeness_word where word = ''),
      own as materialized (select l.lexeme, k.cases, ${WEIGHT('k.cases')} as weight
        from c cross join lateral unnest(tsvector_to_array(c.words)) as l(lexeme)
        join likeness_word k on k.word = l.lexeme cross join t),
      spelt as materialized (select distinct on (l.lexeme) l.lexeme, w.word
        from c cross join lateral unnest(string_to_array(c.text, ' ')) as w(word)
        cross join lateral unnest(tsvector_to_array(to_tsvector('english', w.word))) as l(lexeme)
        order by l.lexeme, length(w.word), w.word),
      rare as (select o.lexeme from own o where o.cases between 2 and $2::int order by o.cases, o.lexeme limit $3::int),
      found as materialized (select f.id from c cross join lateral cases_worded_alike(c.title_words,
          (select coalesce(string_agg(quote_literal(r.lexeme), ' | '), '') from rare r),
          (select array_agg(f.id) from family f), $4::text[], $5::int) as f(id)
        where not exists (select from case_event v where v.case_id = c.case_id
          and v.type in ('put-in-touch', 'likeness-dismissed') and v.payload ->> 'relatedCaseId' = f.id::text)
          and not ${isGoneOnFrom('f.id', '$4::text[]')} and not ${isGoneOnFrom('c.case_id', '$4::text[]')})
      select x.case_id as "caseId", ${COMPARED('c')} as one, ${COMPARED('s')} as other,
        jsonb_build_object('title', round(similarity(x.title_words, c.title_words)::numeric, 3),
          'words', round(coalesce(b.weight / nullif(sqrt(mine.weight * theirs.weight), 0)
            * least(1, b.weight / (ln(t.cases + 1) ^ 2 * $6::int)), 0)::numeric, 3),
          'sharedWords', coalesce(b.words, '[]'::jsonb),
          'suppliers', to_jsonb(${suppliersOfBoth('c', 's')})
        ) as measured
      from found f join likeness_entry x on x.case_id = f.id join spend_case s on s.id = x.case_id cross join c cross join t
      cross join lateral (select sum(o.weight * o.weight) as weight from own o) mine
      cross join lateral (select sum(${WEIGHT('k.cases')} ^ 2) as weight
        from unnest(tsvector_to_array(x.words)) as l(lexeme) join likeness_word k on k.word = l.lexeme cross join t) theirs
      cross join lateral (select sum(o.weight * o.weight) as weight,
          jsonb_agg(sp.word order by o.weight desc, o.lexeme) filter (where o.cases <= greatest(t.cases / 20, 5)) as words
        from own o join spelt sp on sp.lexeme = o.lexeme cross join t where o.lexeme = any(tsvector_to_array(x.words))) b
      order by x.case_id`,
    values: [caseId, mostCasesOfAWord, words, past, compared, enough],
  });
}

/** A pair to be suggested. */
export interface PairToSave {
  readonly caseId: string;
  readonly otherCaseId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Puts new suggestions in place of those there were of some cases, and notes that these have been compared. */
export async function savePairs(
  queryable: Queryable,
  compared: readonly Pick<CaseToCompare, 'caseId' | 'revision'>[],
  pairs: readonly PairToSave[],
): Promise<void> {
  await queryable.query({
    name: 'forget_likeness_pairs',
    text: `delete from likeness_pair where case_id = any($1::uuid[]) or other_case_id = any($1::uuid[])`,
    values: [compared.map(({ caseId }) => caseId)],
  });
  await queryable.query({
    name: 'save_likeness_pairs',
    text: `with done as (delete from likeness_pending l using jsonb_to_recordset($1::jsonb) as d("caseId" uuid, revision int)
        where l.case_id = d."caseId" and l.revision <= d.revision)
      insert into likeness_pair (case_id, other_case_id, score, reasons)
      select least(p."caseId", p."otherCaseId"), greatest(p."caseId", p."otherCaseId"), p.score, p.reasons
      from jsonb_to_recordset($2::jsonb) as p("caseId" uuid, "otherCaseId" uuid, score float8, reasons text[])
      on conflict (case_id, other_case_id) do update set score = greatest(likeness_pair.score, excluded.score)`,
    values: [JSON.stringify(compared), JSON.stringify(pairs)],
  });
}
