import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/database.js';

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

/** SQL of the levels an organisation assures itself on a day, as a JSON array; both given as SQL. */
export function autonomyOn(organisationId: string, day: string): string {
  return `(select coalesce(jsonb_agg(distinct l.level), '[]'::jsonb)
    from earned_autonomy g cross join lateral unnest(g.levels) as l(level)
    where g.organisation_id = ${organisationId} and g.valid_from <= ${day}
      and (g.valid_to is null or g.valid_to >= ${day})
      and not exists (select from earned_autonomy s where s.supersedes_id = g.id))`;
}

/** Every grant of an organisation, those corrected since as well, those that stand first, then latest first; as JSON text of an array. */
export async function earnedAutonomiesOf(queryable: Queryable, organisationId: string): Promise<string> {
  const [row] = await queryable.query<{ json: string }>({
    name: 'earned_autonomies_of',
    text: `select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'levels', to_jsonb(g.levels),
        'validFrom', g.valid_from, 'validTo', g.valid_to, 'reason', g.reason, 'documentTitle', g.document_title,
        'documentUrl', g.document_url, 'supersedesId', g.supersedes_id,
        'superseded', exists (select from earned_autonomy s where s.supersedes_id = g.id),
        'recordedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = g.recorded_by),
        'recordedAt', ${utc('g.recorded_at')}) order by exists (select from earned_autonomy s where s.supersedes_id = g.id),
        g.recorded_at desc, g.id), '[]'::jsonb)::text as json
      from earned_autonomy g where g.organisation_id = $1`,
    values: [organisationId],
  });
  return row?.json ?? '[]';
}

/** Whether an organisation has a grant of this id that nothing corrects yet. */
export async function standingGrantExists(
  queryable: Queryable,
  organisationId: string,
  grantId: string,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `select from earned_autonomy g where g.id = $2 and g.organisation_id = $1
      and not exists (select from earned_autonomy s where s.supersedes_id = g.id)`,
    values: [organisationId, grantId],
  });
  return rows.length === 1;
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
