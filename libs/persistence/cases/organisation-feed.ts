import type { CaseState, EventType, Sight } from '#domain';
import type { Queryable } from '../database/statement.js';
import { withinSight } from './case-record.js';
import { utc } from './json-fragments.js';

/** A step of a case, as a feed tells of it. */
export interface FeedEvent {
  /** In the log. */
  readonly place: number;
  readonly reference: string;
  readonly sequence: number;
  readonly type: EventType;
  readonly toState: CaseState;
  /** UTC. */
  readonly occurredAt: string;
}

/** What a feed of an organisation is made of. */
export interface OrganisationFeed {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** The latest first. */
  readonly events: readonly FeedEvent[];
}

/** No place in the log is later. */
const LAST_PLACE = '9223372036854775807';

/**
 * Steps of the cases of an organisation that a reader may see, the latest first; `null` where there is no such
 * organisation.
 * @param before place in the log up to and without which; `null` for the latest
 */
export async function readOrganisationFeed(
  queryable: Queryable,
  organisationId: string,
  sight: Sight,
  before: number | null,
  limit: number,
): Promise<OrganisationFeed | null> {
  const [row] = await queryable.query<OrganisationFeed>({
    name: 'read_organisation_feed',
    text: `select o.name, o.valid_from::text as "validFrom", (select coalesce(jsonb_agg(f.event order by f.index desc), '[]'::jsonb) from (
        select l.index, jsonb_build_object('place', l.index, 'reference', c.reference, 'sequence', v.sequence,
          'type', v.type, 'toState', v.to_state, 'occurredAt', ${utc('v.occurred_at')}) as event
        from log_leaf l join case_event v on v.case_id = l.case_id and v.sequence = l.sequence
          join spend_case c on c.id = l.case_id
        where l.step_of = $1 and l.index < $4::bigint and ${withinSight('$2', '$3')}
        order by l.index desc limit $5::int) f) as events
      from organisation o where o.id = $1`,
    values: [organisationId, sight.everything, sight.organisationIds, before ?? LAST_PLACE, limit],
  });
  return row ?? null;
}
