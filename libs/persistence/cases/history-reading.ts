import { LARGEST_INTEGER } from '#domain';
import type { Queryable } from '../database/statement.js';
import { SEES_INTERNAL } from './case-reading.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { toldOf } from './event-sight.js';
import { DISPOSED_AT, utc } from './json-fragments.js';

/** Of which case somebody reads the history, and how much of it. */
export interface HistoryReader {
  readonly reference: string;
  readonly sight: Sight;
  /** How many events at most. */
  readonly limit: number;
}

/** Where to go on in a case's history. */
export interface HistoryRequest extends HistoryReader {
  /** Sequence after which to start; 0 for the beginning. */
  readonly after: number;
}

/** Part of a history as JSON text, and at which sequence to go on; `null` at the end. */
export interface HistoryText extends CaseSeen {
  /** Whether the text of the case was disposed of, so that the payloads are facts alone. */
  readonly disposed: boolean;
  readonly json: string;
  readonly next: number | null;
}

/** SQL of the answers an event carries in full. */
function answersOf(event: string): string {
  return `coalesce(${event}.payload -> 'details', ${event}.payload -> 'evidence', ${event}.payload -> 'exception')`;
}

/** SQL of an answer; `null` where it says nothing. */
function saidIn(value: string): string {
  return `nullif(nullif(nullif(nullif(${value}, 'null'), '""'), '[]'), '{}')`;
}

/** SQL of the names of the answers the event `v` changed, by what was said of the same before; `null` for other events. */
const CHANGED = `case when v.type in ('details-changed', 'point-evidence-saved', 'legacy-exception-changed') then (
    select coalesce(jsonb_agg(n.key), '[]') from (select (
        select ${answersOf('b')} from case_event b where b.case_id = v.case_id and b.sequence < v.sequence and (
          v.type = 'details-changed' and b.type in ('case-created', 'details-changed')
          or v.type = 'point-evidence-saved' and b.type = 'point-evidence-saved'
            and b.payload -> 'evidence' -> 'point' = v.payload -> 'evidence' -> 'point'
          or v.type = 'legacy-exception-changed' and b.type in ('legacy-exception-added', 'legacy-exception-changed')
            and b.payload -> 'exception' -> 'id' = v.payload -> 'exception' -> 'id')
        order by b.sequence desc limit 1) as said offset 0) w
      cross join jsonb_each(${answersOf('v')}) n
    where ${saidIn('n.value')} is distinct from ${saidIn('w.said -> n.key')}) end`;

/** SQL of whether the log holds the event `v` under a checkpoint. */
const SEALED = `exists (select from log_leaf l join log_checkpoint p on p.size > l.index
    where l.case_id = v.case_id and l.sequence = v.sequence)`;

/** SQL of what pages say of an event beside what it carries. */
const FOR_PAGES = `, 'changed', ${CHANGED}, 'sealed', ${SEALED}`;

/**
 * SQL of some events of a case, those a reader may see.
 * @param which SQL of the condition on the event `v`, with `$4`
 * @param more SQL of what else is said of each
 */
function historyOf(which: string, order: 'asc' | 'desc', more = ''): string {
  const last = order === 'asc' ? 'max' : 'min';
  return `select coalesce('[' || string_agg(e.json, ',' order by e.n) filter (where e.n <= $5::int) || ']', '[]')
      as json, ${last}(e.sequence) filter (where e.n <= $5::int) as last, count(e.n) > $5::int as more,
      ${DISPOSED_AT} is not null as disposed, ${SEEN}
    from spend_case c left join lateral (
      select v.sequence, row_number() over (order by v.sequence ${order}) as n,
        jsonb_build_object('sequence', v.sequence, 'type', v.type, 'audience', v.audience,
          'actor', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = v.actor_id),
          'actorRole', v.actor_role, 'actorOrganisationId', v.actor_organisation_id,
          'occurredAt', ${utc('v.occurred_at')}, 'fromState', v.from_state, 'toState', v.to_state,
          'version', v.version, 'reason', v.reason, 'payload', v.payload${more})::text as json
      from case_event v where v.case_id = c.id and ${which}
        and ${toldOf('v', { internal: SEES_INTERNAL, organisationIds: '$3::uuid[]' })}
      order by v.sequence ${order} limit $5::int + 1) e on true
    where c.reference = $1 and ${withinSight('$2', '$3')}
    group by c.id`;
}

const AFTER = historyOf('v.sequence > $4::int', 'asc');
const AFTER_FOR_PAGES = historyOf('v.sequence > $4::int', 'asc', FOR_PAGES);
const BEFORE_FOR_PAGES = historyOf('v.sequence < $4::int', 'desc', FOR_PAGES);
const FROM_INSTANT = historyOf(
  `v.sequence >= (select max(s.sequence) from case_event s where s.case_id = c.id and s.occurred_at <= $4::timestamptz)`,
  'asc',
);
const OF_CONDITION = historyOf(
  `v.type in ('condition-evidence-submitted', 'condition-changed') and v.payload ->> 'conditionId' = $4::text`,
  'asc',
);

async function read(
  queryable: Queryable,
  statement: { readonly name: string; readonly text: string },
  { reference, sight, limit }: HistoryReader,
  place: number | string | Date,
): Promise<HistoryText | null> {
  const [row] = await queryable.query<
    CaseSeen & { json: string; last: number | null; more: boolean; disposed: boolean }
  >({
    ...statement,
    about: reference,
    values: [reference, sight.everything, sight.organisationIds, place, limit],
  });
  if (row === undefined) return null;
  const { json, more, last, ...seen } = row;
  return { ...seen, json, next: more ? last : null };
}

/** Events of a case in order, as JSON text of an array; `null` when the person may not see the case. */
export function readHistory(queryable: Queryable, request: HistoryRequest): Promise<HistoryText | null> {
  return read(queryable, { name: 'read_history', text: AFTER }, request, request.after);
}

/** The same for a page: each event with the names of the answers it changed, and whether it is sealed. */
export function readHistoryForPage(
  queryable: Queryable,
  request: HistoryRequest,
): Promise<HistoryText | null> {
  return read(queryable, { name: 'read_history_for_page', text: AFTER_FOR_PAGES }, request, request.after);
}

/**
 * Events of a case for a page, as {@link readHistoryForPage} gives them, latest first, up to and without a sequence;
 * `null` when the person may not see the case.
 * @param before `null` for the latest of all
 */
export function readHistoryBefore(
  queryable: Queryable,
  request: HistoryReader & { readonly before: number | null },
): Promise<HistoryText | null> {
  const place = request.before ?? LARGEST_INTEGER;
  return read(queryable, { name: 'read_history_before', text: BEFORE_FOR_PAGES }, request, place);
}

/**
 * The event that was the latest at an instant and those after it, in order; none for an instant before the case.
 * `null` when the person may not see the case.
 */
export function readHistoryFrom(
  queryable: Queryable,
  request: HistoryReader & { readonly at: Date },
): Promise<HistoryText | null> {
  return read(queryable, { name: 'read_history_from', text: FROM_INSTANT }, request, request.at);
}

/** What happened to one condition of a case, in order; `null` when the person may not see the case. */
export function readHistoryOfCondition(
  queryable: Queryable,
  request: HistoryReader & { readonly conditionId: string },
): Promise<HistoryText | null> {
  return read(
    queryable,
    { name: 'read_history_of_condition', text: OF_CONDITION },
    request,
    request.conditionId,
  );
}
