import type { OtherCase } from '#domain';
import type { Queryable } from '../database/statement.js';
import { suppliersOfBoth } from '../likeness/same-suppliers.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { SEES_INTERNAL } from './case-reading.js';
import { utc } from './json-fragments.js';
import { allHands } from './department-hands.js';
import { NO_REQUEST } from './no-requests.js';

/** How alike two titles must be to be worth a look, from 0 to 1 by shared trigrams. This service's own choice. */
export const ALIKE_FROM = 0.45;
/** Cases this far apart, in months, are no longer taken for parts of one purchase. This service's own choice. */
export const SPLIT_WITHIN_MONTHS = 12;
/** Most suggestions of each kind. */
const MOST_SUGGESTIONS = 10;

/** What a mark looks at of a case a person may see. */
export async function findCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<(OtherCase & { readonly id: string }) | null> {
  const [row] = await queryable.query<OtherCase & { readonly id: string }>({
    name: 'find_case',
    text: `select c.id, c.reference, c.state, c.organisation_id as "organisationId",
        ${allHands('c')} as "departmentHands" from spend_case c
      where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

const OTHER_FIELDS = `'reference', x.reference, 'title', x.title, 'state', x.state,
  'organisation', jsonb_build_object('id', xo.id, 'key', xo.key, 'name', xo.name),
  'requestedPence', x.requested_pence`;

/**
 * Cases marked as related, from either side, as JSON text of an array; `null` when the person may not see the case,
 * an empty one when they may not see what GDS Assurance keeps to itself, and none
 * with a case of an organisation they speak for.
 */
export async function readRelations(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<(CaseSeen & { readonly json: string }) | null> {
  const [row] = await queryable.query<CaseSeen & { readonly json: string }>({
    name: 'read_relations',
    text: `select coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'reason', l.reason,
          'direction', case when l.case_id = c.id then 'from' else 'to' end, 'revision', l.revision,
          'case', jsonb_build_object(${OTHER_FIELDS}),
          'relatedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = l.related_by),
          'relatedAt', ${utc('l.related_at')}) order by l.related_at, l.id)
        from case_relation l
        join spend_case x on x.id = case when l.case_id = c.id then l.related_case_id else l.case_id end
        join organisation xo on xo.id = x.organisation_id
        where (l.case_id = c.id or l.related_case_id = c.id) and l.removed_at is null and ${SEES_INTERNAL}
          and not x.organisation_id = any($3::uuid[])),
        '[]'::jsonb)::text as json, ${SEEN}
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** A case that may have to do with another. */
export interface RelationSuggestion {
  readonly kind: 'duplicate' | 'split' | 'related';
  readonly case: {
    readonly reference: string;
    readonly title: string;
    readonly state: string;
    readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
    readonly requestedPence: number | null;
    /** UTC. */
    readonly submittedAt: string | null;
  };
  /** From 0 to 1, how alike the titles are. */
  readonly likeness: number;
  /** Suppliers named in both, as this case writes them. */
  readonly suppliers: readonly string[];
}

/**
 * Cases that look as if they had to do with one: of the same organisation with the same supplier within a year, or
 * with a similar title, whoever's. Drafts and cases already marked are left out.
 */
export async function suggestRelations(
  queryable: Queryable,
  caseId: string,
): Promise<readonly RelationSuggestion[]> {
  return queryable.query<RelationSuggestion>({
    name: 'suggest_relations',
    text: `with c as (select * from spend_case where id = $1),
      candidates as (
        (select x.id from spend_case x, c where x.organisation_id = c.organisation_id and x.id <> c.id
          and x.supplier_keys && c.supplier_keys
          and abs(extract(epoch from x.created_at - c.created_at)) <= $3::int * 31 * 86400
          order by abs(extract(epoch from x.created_at - c.created_at)), x.id limit 50)
        union
        -- One more than is wanted: the case is like itself.
        (select f.id from c cross join lateral cases_titled_similarly(c.title, 51) as f(id) where f.id <> c.id)),
      judged as (
        select x.*, similarity(x.title, c.title) as likeness,
          ${suppliersOfBoth('c', 'x')} as shared,
          x.organisation_id = c.organisation_id as same_organisation, c.created_at as created_here
        from candidates d join spend_case x on x.id = d.id cross join c
        where x.state not in (${NO_REQUEST}, 'draft', 'signed-off')
          and not exists (select from case_relation l where l.removed_at is null
            and ((l.case_id = c.id and l.related_case_id = x.id) or (l.case_id = x.id and l.related_case_id = c.id)))),
      named as (
        select j.*, case
            when same_organisation and cardinality(shared) > 0
              and abs(extract(epoch from created_at - created_here)) <= $3::int * 31 * 86400 then 'split'
            when not same_organisation and likeness >= $2 then 'duplicate'
            when likeness >= $2 then 'related' end as kind
        from judged j),
      ranked as (select n.*, row_number() over (partition by kind order by likeness desc, id) as place from named n
        where kind is not null)
      select x.kind, jsonb_build_object(${OTHER_FIELDS}, 'submittedAt', ${utc('x.submitted_at')}) as "case",
        round(x.likeness::numeric, 2)::float8 as likeness, to_jsonb(x.shared) as suppliers
      from ranked x join organisation xo on xo.id = x.organisation_id
      where x.place <= $4
      order by x.kind, x.likeness desc, x.id`,
    values: [caseId, ALIKE_FROM, SPLIT_WITHIN_MONTHS, MOST_SUGGESTIONS],
  });
}
