import type { AutonomyRecord } from '#domain';
import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/** That an organisation assures some levels itself for a time. */
export interface EarnedAutonomyGrant {
  readonly id: string;
  readonly organisationId: string;
  /** Levels of the regime's scale; none where an earlier grant is taken back. */
  readonly levels: readonly string[];
  /** First and last day, `YYYY-MM-DD`; no last day while it has no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reason: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  /** The grant this one corrects. */
  readonly supersedesId: string | null;
  readonly recordedBy: string;
}

/**
 * SQL of the levels an organisation assures itself on a day, as a JSON array; both given as SQL. Of a grant and its
 * corrections the latest that has begun by then speaks: a correction counts from its own first day on.
 */
export function autonomyOn(organisationId: string, day: string): string {
  return `(with recursive line as (
      select g.id as first_id, 1 as place, g.id, g.levels, g.valid_from, g.valid_to
        from earned_autonomy g where g.organisation_id = ${organisationId} and g.supersedes_id is null
      union all
      select l.first_id, l.place + 1, s.id, s.levels, s.valid_from, s.valid_to
        from line l join earned_autonomy s on s.supersedes_id = l.id)
    select coalesce(jsonb_agg(distinct v.level), '[]'::jsonb)
    from (select distinct on (first_id) levels, valid_to from line where valid_from <= ${day}
        order by first_id, place desc) g
      cross join lateral unnest(g.levels) as v(level)
    where g.valid_to is null or g.valid_to >= ${day})`;
}

/** Every grant of an organisation, those corrected since as well, those that stand first, then latest first; as JSON text of an array. */
export async function earnedAutonomiesOf(queryable: Queryable, organisationId: string): Promise<string> {
  const [row] = await queryable.query<{ json: string }>({
    name: 'earned_autonomies_of',
    text: `select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'levels', to_jsonb(g.levels),
        'validFrom', g.valid_from, 'validTo', g.valid_to, 'reason', g.reason, 'documentTitle', g.document_title,
        'documentUrl', g.document_url, 'supersedesId', g.supersedes_id,
        'superseded', exists (select from earned_autonomy s where s.supersedes_id = g.id),
        'supersededFrom', (select s.valid_from from earned_autonomy s where s.supersedes_id = g.id),
        'recordedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = g.recorded_by),
        'recordedAt', ${utc('g.recorded_at')}) order by exists (select from earned_autonomy s where s.supersedes_id = g.id),
        g.recorded_at desc, g.id), '[]'::jsonb)::text as json
      from earned_autonomy g where g.organisation_id = $1`,
    values: [organisationId],
  });
  return row?.json ?? '[]';
}

/** Every record of an organisation for what a further one would mean. Nobody else adds one until the transaction ends. */
export async function lockedAutonomyRecords(
  queryable: Queryable,
  organisationId: string,
): Promise<readonly (AutonomyRecord & { readonly documentTitle: string })[]> {
  await queryable.query({
    text: `select pg_advisory_xact_lock(hashtextextended('earned autonomy of ' || $1::text, 0))`,
    values: [organisationId],
  });
  return queryable.query({
    text: `select id, levels, valid_from as "validFrom", valid_to as "validTo", supersedes_id as "supersedesId",
        document_title as "documentTitle"
      from earned_autonomy where organisation_id = $1 order by valid_from, id`,
    values: [organisationId],
  });
}

/**
 * Records a grant, or the correction of one.
 * @throws a database error on `earned_autonomy_supersedes_id_key` when another correction was quicker
 */
export async function recordEarnedAutonomy(
  queryable: Queryable,
  grant: EarnedAutonomyGrant & { readonly recordedAt: Date },
): Promise<void> {
  await queryable.query({
    text: `insert into earned_autonomy (id, organisation_id, levels, valid_from, valid_to, reason, document_title,
        document_url, supersedes_id, recorded_by, recorded_at)
      values ($1, $2, $3::text[], $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      grant.id,
      grant.organisationId,
      grant.levels,
      grant.validFrom,
      grant.validTo,
      grant.reason,
      grant.documentTitle,
      grant.documentUrl,
      grant.supersedesId,
      grant.recordedBy,
      grant.recordedAt,
    ],
  });
}
