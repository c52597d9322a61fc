import type { CaseEvent, Sight } from '#domain';
import type { Queryable } from '../database/statement.js';
import { SEES_INTERNAL } from './case-reading.js';
import { withinSight } from './case-record.js';
import { toldOf } from './event-sight.js';
import { DISPOSED_AT, ORGANISATION, utc } from './json-fragments.js';

/** An event as the history of its case gives it. */
export type StreamedCaseEvent = Omit<CaseEvent, 'caseId' | 'actorId'> & {
  readonly actor: { readonly id: string; readonly name: string } | null;
};

/** One event of the log, of whatever case. */
export interface StreamedEvent {
  /** Its place in the log, from 0. */
  readonly place: number;
  readonly case: {
    readonly reference: string;
    readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
    readonly protectiveMarking: string;
    /** When the text of the case was disposed of, UTC. */
    readonly disposedAt: string | null;
  };
  readonly event: StreamedCaseEvent;
}

/** What of the log somebody may see, from a place on. */
export interface EventStretch {
  /** How many events the log holds, whoever may see them. */
  readonly size: number;
  readonly events: readonly StreamedEvent[];
}

/** SQL of the envelope and payload of the event `v`, as the history of its case gives it. */
const EVENT = `jsonb_build_object('sequence', v.sequence, 'type', v.type, 'audience', v.audience,
  'actor', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = v.actor_id),
  'actorRole', v.actor_role, 'actorOrganisationId', v.actor_organisation_id,
  'occurredAt', ${utc('v.occurred_at')}, 'fromState', v.from_state, 'toState', v.to_state,
  'version', v.version, 'reason', v.reason, 'payload', v.payload)`;

/**
 * Sealed events in the order of the log, as far as somebody may see them. Nothing is ever put in before what is there,
 * and no place is left out; so who goes on where they stopped has missed nothing.
 *
 * @param after how many events of the log to leave out
 * @param limit most events to give
 * @param reach most events of the log to look through, seen or not
 */
export async function readEventStretch(
  queryable: Queryable,
  sight: Sight,
  { after, limit, reach }: { readonly after: number; readonly limit: number; readonly reach: number },
): Promise<EventStretch> {
  const [row] = await queryable.query<EventStretch>({
    name: 'read_event_stretch',
    text: `with head as (select coalesce(max(k.size), 0) as size from log_checkpoint k), found as (
        select l.index, jsonb_build_object('place', l.index,
          'case', jsonb_build_object('reference', c.reference, 'organisation', ${ORGANISATION},
            'protectiveMarking', c.protective_marking, 'disposedAt', ${DISPOSED_AT}),
          'event', ${EVENT}) as streamed
        from log_leaf l join case_event v on v.case_id = l.case_id and v.sequence = l.sequence
          join spend_case c on c.id = l.case_id join organisation o on o.id = c.organisation_id
        where l.index >= $1::bigint and l.index < $1::bigint + $5::bigint and l.index < (select size from head)
          and ${withinSight('$2', '$3')}
          and ${toldOf('v', { internal: SEES_INTERNAL, organisationIds: '$3::uuid[]' })}
        order by l.index limit $4::int)
      select (select size from head) as size,
        (select coalesce(jsonb_agg(f.streamed order by f.index), '[]'::jsonb) from found f) as events`,
    values: [after, sight.everything, sight.organisationIds, limit, reach],
  });
  return row ?? { size: 0, events: [] };
}
