import {
  CALLS_AT_ONCE,
  TOLD_TO_ITS_OWN_ORGANISATION,
  type AttemptOutcome,
  type DeliveryStatus,
  type EventType,
} from '#domain';
import { namesOnlyOfficial } from '../cases/event-sight.js';
import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/**
 * Looks at what was sealed since last time, and writes for each address what it is to be told. The rows and how far the
 * address has been seen to are one statement: nothing is left out, and nothing is written twice. Of cases marked higher
 * than OFFICIAL nothing is told, nor what names one.
 *
 * @param reach most events of the log to look at for each address
 * @returns whether there is more to look at already
 */
export async function planDeliveries(queryable: Queryable, now: Date, reach: number): Promise<boolean> {
  const [row] = await queryable.query<{ more: boolean }>({
    name: 'webhook_plan',
    text: `with head as (select coalesce(max(k.size), 0) as size from log_checkpoint k), due as (
        select e.id, e.organisation_id, e.event_types, e.position, h.size, least(h.size, e.position + $2::bigint) as until
        from webhook_endpoint e cross join head h where e.disabled_at is null and e.position < h.size
        for update of e skip locked
      ), planned as (
        insert into webhook_delivery (id, endpoint_id, place, case_id, sequence, status, attempts, tries,
          next_attempt_at, created_at, event_type, reference)
        select gen_random_uuid(), d.id, l.index, l.case_id, l.sequence, 'queued', 0, 0, $1, $1, v.type, c.reference
        from due d join log_leaf l on l.index >= d.position and l.index < d.until
          join case_event v on v.case_id = l.case_id and v.sequence = l.sequence
          join spend_case c on c.id = l.case_id
        where v.audience = 'shared' and v.type = any(d.event_types) and c.protective_marking = 'OFFICIAL'
          and ${namesOnlyOfficial('v')}
          and (c.organisation_id = d.organisation_id or (d.organisation_id is null and v.type <> all($3::text[])))
      ), moved as (
        update webhook_endpoint e set position = d.until from due d where e.id = d.id
      )
      select coalesce(bool_or(d.until < d.size), false) as more from due d`,
    values: [now, reach, TOLD_TO_ITS_OWN_ORGANISATION],
  });
  return row?.more === true;
}

/** A delivery that is due, and how many attempts it has seen. */
export interface DueDelivery {
  readonly id: string;
  readonly attempts: number;
}

/** SQL of whether the delivery `d` is due, or was left by who died. */
function isDue(now: string): string {
  return `((d.status = 'queued' and d.next_attempt_at <= ${now}) or (d.status = 'sending' and d.lease_until < ${now}))`;
}

/** SQL of how many calls more the address `e` may be sent at once. */
function lanes(now: string): string {
  return `(case when e.failures = 0 then ${String(CALLS_AT_ONCE.working)} else ${String(CALLS_AT_ONCE.failing)} end
    - (select count(*) from webhook_delivery o
      where o.endpoint_id = e.id and o.status = 'sending' and o.lease_until >= ${now})::integer)`;
}

/** SQL of whether the address `e` is sent anything: it is neither disabled nor waiting. */
function isSentTo(now: string): string {
  return `e.disabled_at is null and (e.paused_until is null or e.paused_until <= ${now})`;
}

/**
 * What is to be sent and in nobody's hands: of each address a few, in the order of the log, so that one with much to be
 * told, or one that does not answer, holds up no other. The first of each address come before the second.
 * @param alongside a delivery, to give only those to its address; `null` for all addresses
 */
export function dueDeliveries(
  queryable: Queryable,
  now: Date,
  limit: number,
  alongside: string | null = null,
): Promise<readonly DueDelivery[]> {
  return queryable.query({
    name: 'webhook_due',
    text: `select due.id, due.attempts from webhook_endpoint e cross join lateral (
        select d.id, d.attempts, d.place, row_number() over (order by d.place) as turn from (
          select d.* from webhook_delivery d
          where d.endpoint_id = e.id and d.status in ('queued', 'sending') and ${isDue('$1')}
          order by d.place limit greatest(${lanes('$1')}, 0)
        ) d
      ) due
      where ${isSentTo('$1')}
        and ($3::uuid is null or e.id = (select a.endpoint_id from webhook_delivery a where a.id = $3::uuid))
      order by due.turn, due.place, due.id limit $2`,
    values: [now, limit, alongside],
  });
}

/** A delivery, taken in hand by one attempt, with what is to be told. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  /** Number of this attempt, and proof that the row is still ours when it is settled. */
  readonly attempts: number;
  readonly tries: number;
  /** Attempts in vain at its address since the last that arrived. */
  readonly failures: number;
  /** Sealed; the current one first. */
  readonly secrets: readonly Buffer[];
  readonly type: EventType;
  readonly occurredAt: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly protectiveMarking: string;
  /** Whether it names no other case, or none that is marked higher than OFFICIAL by now. */
  readonly namesOnlyOfficial: boolean;
  readonly sequence: number;
  readonly fromState: string | null;
  readonly toState: string;
}

/** Takes a delivery in hand, if it is due and its address is not left alone meanwhile. Of any number of attempts at the same moment exactly one gets it. */
export async function claimDelivery(
  queryable: Queryable,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<ClaimedDelivery | null> {
  const [row] = await queryable.query<ClaimedDelivery>({
    name: 'webhook_claim',
    text: `update webhook_delivery d
        set status = 'sending', attempts = d.attempts + 1, tries = d.tries + 1, lease_until = $3
      from webhook_endpoint e, case_event v, spend_case c
      where d.id = $1 and ${isDue('$2')} and e.id = d.endpoint_id and ${isSentTo('$2')} and ${lanes('$2')} > 0
        and v.case_id = d.case_id and v.sequence = d.sequence and c.id = d.case_id
      returning d.id, e.id as "endpointId", e.url, d.attempts, d.tries, e.failures,
        (select coalesce(array_agg(s.sealed order by s.created_at desc, s.id), '{}') from webhook_secret s
          where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > $2)) as secrets,
        v.type, ${utc('v.occurred_at')} as "occurredAt", c.reference, c.organisation_id as "organisationId",
        c.protective_marking as "protectiveMarking", ${namesOnlyOfficial('v')} as "namesOnlyOfficial", v.sequence, v.from_state as "fromState", v.to_state as "toState"`,
    values: [id, now, leaseUntil],
  });
  return row ?? null;
}

/** What an attempt came to. */
export interface AttemptResult {
  readonly outcome: AttemptOutcome;
  /** `null` where nothing was answered. */
  readonly statusCode: number | null;
  readonly milliseconds: number;
}

/**
 * Records an attempt and what becomes of its delivery, and since when its address fails and how long it waits, in one
 * statement.
 * @returns false when the row is no longer in the hands of this attempt, and nothing was written
 */
export async function settleAttempt(
  queryable: Queryable,
  claimed: ClaimedDelivery,
  result: AttemptResult,
  next: {
    readonly status: DeliveryStatus;
    readonly at: Date;
    readonly nextAttemptAt: Date | null;
    /** Until when its address is sent nothing; `null` where it was delivered. */
    readonly pausedUntil: Date | null;
  },
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'webhook_settle',
    text: `with settled as (
        update webhook_delivery set status = $3, lease_until = null, next_attempt_at = coalesce($5, next_attempt_at),
          settled_at = case when $5::timestamptz is null then $4::timestamptz end
        where id = $1 and status = 'sending' and attempts = $2 returning id, endpoint_id
      ), attempt as (
        insert into webhook_attempt (delivery_id, number, url, outcome, status_code, milliseconds, attempted_at)
        select id, $2, $6, $7, $8, $9, $4 from settled
      ), endpoint as (
        update webhook_endpoint e
        set failing_since = case when $7 = 'delivered' then null else coalesce(e.failing_since, $4) end,
          failures = $10, paused_until = $11
        from settled s where e.id = s.endpoint_id and e.ended_at is null
          and ($7 <> 'delivered' or e.failing_since is not null)
      )
      select id from settled`,
    values: [
      claimed.id,
      claimed.attempts,
      next.status,
      next.at,
      next.nextAttemptAt,
      claimed.url,
      result.outcome,
      result.statusCode,
      result.milliseconds,
      result.outcome === 'delivered' ? 0 : claimed.failures + 1,
      next.pausedUntil,
    ],
  });
  return rows.length === 1;
}

/** Ends a delivery without an attempt: its case, or one it names, may no longer be told of. */
export async function withholdDelivery(
  queryable: Queryable,
  { id, attempts }: ClaimedDelivery,
  at: Date,
): Promise<void> {
  await queryable.query({
    name: 'webhook_withhold',
    text: `update webhook_delivery set status = 'withheld', settled_at = $3, lease_until = null
      where id = $1 and status = 'sending' and attempts = $2`,
    values: [id, attempts, at],
  });
}

/** A delivery as administrators see it: as much of the event as the other system is told. Instants are UTC. */
export interface DeliveryRow {
  readonly id: string;
  /** Place of the event in the log. */
  readonly place: number;
  readonly eventType: EventType;
  /** Of the case. */
  readonly reference: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly createdAt: string;
  /** `null` once it is settled. */
  readonly nextAttemptAt: string | null;
  readonly settledAt: string | null;
  /** Every attempt, the latest first. */
  readonly log: readonly {
    readonly number: number;
    readonly url: string;
    readonly outcome: AttemptOutcome;
    readonly statusCode: number | null;
    readonly milliseconds: number;
    readonly attemptedAt: string;
  }[];
}

/** Deliveries to an address, the latest event first. @param before place up to and without which; `null` for the latest */
export function listDeliveries(
  queryable: Queryable,
  endpointId: string,
  before: number | null,
  limit: number,
): Promise<readonly DeliveryRow[]> {
  return queryable.query({
    name: 'webhook_deliveries',
    text: `select d.id, d.place, d.event_type as "eventType", d.reference, d.status, d.attempts, ${utc('d.created_at')} as "createdAt",
        case when d.status in ('queued', 'sending')
          then ${utc('greatest(d.next_attempt_at, e.paused_until)')} end as "nextAttemptAt",
        ${utc('d.settled_at')} as "settledAt",
        (select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'url', a.url, 'outcome', a.outcome,
            'statusCode', a.status_code, 'milliseconds', a.milliseconds, 'attemptedAt', ${utc('a.attempted_at')})
            order by a.number desc), '[]'::jsonb) from webhook_attempt a where a.delivery_id = d.id) as log
      from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
      where d.endpoint_id = $1 and ($2::bigint is null or d.place < $2::bigint)
      order by d.place desc limit $3`,
    values: [endpointId, before, limit],
  });
}

/**
 * Puts what has come to its end into the queue again, under the same id, and has its address wait no longer.
 * @param which one delivery, or all that were given up
 * @returns how many, and where the one has come to otherwise; `null` where there is no such delivery
 */
export async function replayDeliveries(
  queryable: Queryable,
  endpointId: string,
  which: { readonly id: string } | 'given-up',
  now: Date,
): Promise<{ readonly count: number; readonly before: DeliveryStatus | null }> {
  const [row] = await queryable.query<{ count: number; before: DeliveryStatus | null }>({
    name: 'webhook_replay',
    text: `with again as (
        update webhook_delivery set status = 'queued', tries = 0, next_attempt_at = $3, settled_at = null
        where endpoint_id = $1 and case when $2::uuid is null then status = 'given-up'
          else id = $2::uuid and status in ('delivered', 'given-up') end
        returning id
      ), endpoint as (
        update webhook_endpoint set paused_until = null
        where id = $1 and ended_at is null and paused_until is not null and exists (select from again)
      )
      select (select count(*)::integer from again) as count,
        (select d.status from webhook_delivery d where d.endpoint_id = $1 and d.id = $2::uuid) as before`,
    values: [endpointId, which === 'given-up' ? null : which.id, now],
  });
  return row ?? { count: 0, before: null };
}
