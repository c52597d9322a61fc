import {
  DISPOSAL_EVENTS,
  ENDING_EVENTS,
  ENDINGS,
  RETENTION_YEARS,
  type DisposalRecord,
  type Json,
} from '#domain';
import { ORGANISATION, utc } from '../cases/json-fragments.js';
import { textPageOf, type TextPage } from '../cases/text-page.js';
import type { Queryable } from '../database/statement.js';
import { SEALED_EVENT, type SealedEvent } from '../decision-log/log-reading.js';

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** SQL of the London day on which the latest event `e` that ended a case happened; an import carries its source's day. */
const ENDED_ON = `max(case when e.type = 'imported' then (e.payload ->> 'decidedOn')::date
  else (e.occurred_at at time zone 'Europe/London')::date end) filter (where e.type in (${quoted(ENDING_EVENTS)}))`;

/** SQL of how many conditions of the decision that stands on the case `c` are unsettled. */
const OPEN_CONDITIONS = `(select count(*) from condition k
  where k.decision_id = c.decision_id and k.status in ('open', 'evidence-submitted'))::int`;

/** What of a case decides whether it may be disposed of; `null` when there is no such case. */
export async function readDisposal(queryable: Queryable, caseId: string): Promise<DisposalRecord | null> {
  const [row] = await queryable.query<DisposalRecord>({
    name: 'read_disposal',
    text: `select c.state, c.imported_source is not null as imported, ${OPEN_CONDITIONS} as "openConditions",
        ${ENDED_ON} as "endedOn",
        coalesce(max(e.sequence) filter (where e.type not in (${quoted(DISPOSAL_EVENTS)})), 0) as "latestOther",
        coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'sequence', e.sequence,
          'occurredAt', ${utc('e.occurred_at')}, 'dueOn', e.payload -> 'dueOn', 'notBefore', e.payload -> 'notBefore')
          order by e.sequence) filter (where e.type in (${quoted(DISPOSAL_EVENTS)})), '[]') as steps
      from spend_case c join case_event e on e.case_id = c.id where c.id = $1 group by c.id`,
    values: [caseId],
  });
  return row ?? null;
}

/** What a list of disposals can be narrowed to. */
export const DISPOSAL_STATUSES = ['due', 'marked', 'held', 'disposed'] as const;
export type DisposalStatus = (typeof DISPOSAL_STATUSES)[number];

/** A place in a list of disposals. */
export interface DisposalPosition {
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly id: string;
}

/** Which cases to list. */
export interface DisposalListRequest {
  /** `null` for all. */
  readonly status: DisposalStatus | null;
  /** London date. */
  readonly today: string;
  readonly after: DisposalPosition | null;
  readonly limit: number;
}

/** SQL of one row for each case that has ended: how and when, and what was done about its disposal. */
const STANDINGS = `
  select c.id, c.reference, c.state, c.organisation_id, s.*,
    case when c.imported_source is not null and c.decision_id is not null then 'imported'
      when c.decision_id is not null then 'decided' else c.state end as ending
  from spend_case c
  cross join lateral (
    select ${ENDED_ON} as ended_on,
      max(e.sequence) filter (where e.type not in (${quoted(DISPOSAL_EVENTS)})) as latest_other,
      max(e.sequence) filter (where e.type = 'disposal-marked') as mark,
      coalesce(max(e.sequence) filter (where e.type = 'disposal-held')
        > coalesce(max(e.sequence) filter (where e.type = 'disposal-released'), 0), false) as held,
      max((e.payload ->> 'notBefore')::timestamptz)
        filter (where e.type in ('disposal-marked', 'disposal-released')) as not_before,
      max(e.occurred_at) filter (where e.type = 'disposed') as disposed_at
    from case_event e where e.case_id = c.id) s
  where c.state in ('approved', 'approved-with-conditions', 'not-approved', 'assured-by-department', 'withdrawn',
      'closed-below-threshold', 'advice-closed') and ${OPEN_CONDITIONS} = 0 and s.ended_on is not null`;

/** Cases that are due for disposal, marked, held or disposed of, by the day they are due; one round trip, by keyset. */
export async function listDisposals(
  queryable: Queryable,
  { status, today, after, limit }: DisposalListRequest,
): Promise<TextPage<DisposalPosition>> {
  const rows = await queryable.query<{ json: string; dueOn: string; id: string }>({
    name: 'list_disposals',
    text: `with listed as (
        select s.*, (s.ended_on + make_interval(years => k.years))::date as due_on,
          case when s.disposed_at is not null then 'disposed' when s.held then 'held'
            when s.mark > s.latest_other then 'marked' else 'due' end as status
        from (${STANDINGS}) s join unnest($1::text[], $2::int[]) as k(ending, years) on k.ending = s.ending)
      select jsonb_build_object('reference', l.reference, 'organisation', ${ORGANISATION},
          'status', l.status, 'ending', l.ending, 'endedOn', l.ended_on, 'dueOn', l.due_on,
          'notBefore', case when l.status in ('marked', 'held') then ${utc('l.not_before')} end,
          'disposedAt', ${utc('l.disposed_at')})::text as json, l.due_on as "dueOn", l.id
      from listed l join organisation o on o.id = l.organisation_id
      where (l.status <> 'due' or l.due_on <= $3::date) and ($4::text is null or l.status = $4)
        and ($5::date is null or (l.due_on, l.id) > ($5::date, $6::uuid))
      order by l.due_on, l.id limit $7`,
    values: [
      ENDINGS,
      ENDINGS.map((ending) => RETENTION_YEARS[ending]),
      today,
      status,
      after?.dueOn ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  });
  return textPageOf(rows, limit, ({ dueOn, id }) => ({ dueOn, id }));
}

/**
 * References of cases whose mark says that they may be disposed of by an instant, in order, after one of them; whether
 * they may is looked at again.
 */
export async function disposalsToCarryOut(
  queryable: Queryable,
  at: Date,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await queryable.query<{ reference: string }>({
    name: 'disposals_to_carry_out',
    text: `select c.reference from spend_case c
      join lateral (select e.sequence, e.type, e.payload from case_event e where e.case_id = c.id
        order by e.sequence desc limit 1) last on true
      where c.id in (select e.case_id from case_event e where e.type = 'disposal-marked')
        and last.type in ('disposal-marked', 'disposal-released')
        and (last.payload ->> 'notBefore')::timestamptz <= $1 and c.reference > $2
      order by c.reference limit $3`,
    values: [at, after, limit],
  });
  return rows.map(({ reference }) => reference);
}

/** Every event of a case with its seal, in order. */
export async function sealedEventsOfCase(
  queryable: Queryable,
  caseId: string,
): Promise<readonly SealedEvent[]> {
  return queryable.query<SealedEvent>({
    name: 'sealed_events_of_case',
    text: `select ${SEALED_EVENT} from case_event e where e.case_id = $1 order by e.sequence`,
    values: [caseId],
  });
}

/** An event without its private text. */
export interface FactsOfEvent {
  readonly sequence: number;
  /** The facts of its payload. */
  readonly payload: Json;
}

/**
 * Takes the text of a case away, wherever it stands. The function in the database checks that its disposal is due, and
 * that nothing but text goes; it refuses otherwise with the SQLSTATE of `restrict_violation`.
 * @param transaction in which the event of the disposal was appended
 */
export async function disposeOfCase(
  transaction: Queryable,
  caseId: string,
  redacted: readonly FactsOfEvent[],
): Promise<void> {
  await transaction.query({
    name: 'dispose_of_case',
    text: 'select dispose_of_case($1::uuid, $2::jsonb)',
    values: [caseId, JSON.stringify(redacted)],
  });
}
