import type { CaseContent, CaseState } from '#domain';
import type { Queryable } from '../database/statement.js';
import { RECORD, RECORD_JOINS, withinSight, type CaseRecord, type Sight } from './case-record.js';

/** Which cases to load. */
export interface NewestRequest {
  readonly organisationIds: readonly string[];
  readonly states: readonly CaseState[];
  readonly sight: Sight;
  readonly at: Date;
  /** How many of each organisation at most. */
  readonly most: number;
}

/** A case with all that the rules look at. */
export interface NewestCase {
  readonly record: CaseRecord;
  /** What was returned; `null` of a case that is not. */
  readonly returned: CaseContent | null;
}

/** The newest cases of some organisations in some states with all that the rules look at, in one round trip. */
export async function loadNewest(
  queryable: Queryable,
  { organisationIds, states, sight, at, most }: NewestRequest,
): Promise<readonly NewestCase[]> {
  return queryable.query<NewestCase>({
    name: 'load_newest',
    // The parameters that a record is made with have the places they have where one case is loaded.
    text: `select ${RECORD} as record, (select v.content from submission_version v
        where c.state = 'returned' and v.case_id = c.id and v.number = c.current_version) as returned
      from unnest($1::uuid[]) as g(id) cross join lateral (
        select c.* from spend_case c where c.organisation_id = g.id and c.state = any($4::text[]) and ${withinSight('$2', '$7')}
        order by c.created_at desc, c.id desc limit $3::int) c ${RECORD_JOINS}`,
    values: [organisationIds, sight.everything, most, states, at, false, sight.organisationIds, null],
  });
}
