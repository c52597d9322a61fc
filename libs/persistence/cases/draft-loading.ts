import type { Queryable } from '../database/statement.js';
import { RECORD, RECORD_JOINS, withinSight, type CaseRecord, type Sight } from './case-record.js';

/** Which drafts to load. */
export interface DraftsRequest {
  readonly organisationIds: readonly string[];
  readonly sight: Sight;
  readonly at: Date;
  /** How many of each organisation at most. */
  readonly most: number;
}

/** The newest drafts of some organisations with all that the rules look at, in one round trip. */
export async function loadDrafts(
  queryable: Queryable,
  { organisationIds, sight, at, most }: DraftsRequest,
): Promise<readonly CaseRecord[]> {
  const rows = await queryable.query<{ record: CaseRecord }>({
    name: 'load_drafts',
    // The parameters that a record is made with have the places they have where one case is loaded.
    text: `select ${RECORD} as record
      from unnest($1::uuid[]) as g(id) cross join lateral (
        select c.* from spend_case c where c.organisation_id = g.id and c.state = $4::text and ${withinSight('$2', '$7')}
        order by c.created_at desc, c.id desc limit $3::int) c ${RECORD_JOINS}`,
    values: [organisationIds, sight.everything, most, 'draft', at, false, sight.organisationIds, null],
  });
  return rows.map(({ record }) => record);
}
