import { randomUUID } from 'node:crypto';
import type { EventType, WebhookChange } from '#domain';
import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';
import type { NamedPerson } from '../people/people-reading.js';

/** What can be chosen of an address. */
export interface WebhookSettings {
  readonly name: string;
  readonly url: string;
  readonly eventTypes: readonly EventType[];
}

/** An address that is told. Instants are UTC. */
export interface WebhookRow extends WebhookSettings {
  readonly id: string;
  /** Whose cases it is told of; `null` for those of every organisation. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string;
  /** First attempt in vain since the last that arrived. */
  readonly failingSince: string | null;
  readonly disabledAt: string | null;
  /** When it was ended for good. */
  readonly endedAt: string | null;
  /** Whether something arrived at this address since it was added, given another address, or enabled again. */
  readonly called: boolean;
  /** Until when the secret before signs too; `null` where it does not. */
  readonly formerSecretUntil: string | null;
  /** What was done to it, the latest first. */
  readonly changes: readonly {
    readonly what: WebhookChange;
    /** `null` for the service itself. */
    readonly changedBy: NamedPerson | null;
    readonly changedAt: string;
    readonly after: WebhookSettings;
  }[];
}

/** Who does something to an address, and when. */
export interface WebhookChangeBy {
  readonly by: string;
  readonly at: Date;
}

const AFTER = `jsonb_build_object('name', e.name, 'url', e.url, 'eventTypes', to_jsonb(e.event_types))`;

/** SQL that keeps what was done to the addresses `e` of a part of the statement. */
function keeping(what: WebhookChange, of: string, by: string, at: string): string {
  return `insert into webhook_change (id, endpoint_id, what, after, changed_by, changed_at)
    select gen_random_uuid(), e.id, '${what}', ${AFTER}, ${by}, ${at} from ${of} e`;
}

/** Every address, by name. @param id of the only one to give; `null` for all @param now whether secrets still sign */
export function listWebhooks(
  queryable: Queryable,
  now: Date,
  id: string | null = null,
): Promise<readonly WebhookRow[]> {
  return queryable.query({
    name: 'webhook_list',
    text: `select e.id, e.name, e.url, e.event_types as "eventTypes", ${utc('e.created_at')} as "createdAt",
        (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o where o.id = e.organisation_id)
          as organisation,
        ${utc('e.failing_since')} as "failingSince", ${utc('e.disabled_at')} as "disabledAt",
        ${utc('e.ended_at')} as "endedAt",
        exists (select from webhook_delivery d join webhook_attempt a on a.delivery_id = d.id
          where d.endpoint_id = e.id and a.outcome = 'delivered' and a.url = e.url
            and a.attempted_at >= coalesce((select max(k.changed_at) from webhook_change k
              where k.endpoint_id = e.id and k.what = 'enabled'), '-infinity')) as called,
        case when e.former_secret_until > $1 then ${utc('e.former_secret_until')} end as "formerSecretUntil",
        (select coalesce(jsonb_agg(jsonb_build_object('what', k.what, 'changedAt', ${utc('k.changed_at')},
            'after', k.after, 'changedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p
              where p.id = k.changed_by)) order by k.changed_at desc, k.id), '[]'::jsonb)
          from webhook_change k where k.endpoint_id = e.id) as changes
      from webhook_endpoint e where $2::uuid is null or e.id = $2::uuid order by e.name, e.id`,
    values: [now, id],
  });
}

/**
 * Adds an address, told of what is sealed from now on.
 * @returns false when there is no such organisation, or the id is taken
 */
export async function insertWebhook(
  queryable: Queryable,
  webhook: WebhookSettings & { readonly id: string; readonly organisationId: string | null },
  sealedSecret: Buffer,
  { by, at }: WebhookChangeBy,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `with added as (
        insert into webhook_endpoint (id, organisation_id, name, url, event_types, position, created_at)
        select $1, $2, $3, $4, $5::text[], (select coalesce(max(k.size), 0) from log_checkpoint k), $6
        where $2::uuid is null or exists (select from organisation o where o.id = $2::uuid)
        on conflict (id) do nothing
        returning *
      ), secret as (
        insert into webhook_secret (id, endpoint_id, sealed, created_at) select $7, id, $8, $6 from added
      ), change as (${keeping('added', 'added', '$9::uuid', '$6::timestamptz')})
      select id from added`,
    values: [
      webhook.id,
      webhook.organisationId,
      webhook.name,
      webhook.url,
      webhook.eventTypes,
      at,
      randomUUID(),
      sealedSecret,
      by,
    ],
  });
  return rows.length === 1;
}

/** Changes an address; another one is called at once. @returns false when there is no such address */
export async function changeWebhook(
  queryable: Queryable,
  id: string,
  settings: WebhookSettings,
  { by, at }: WebhookChangeBy,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `with changed as (
        update webhook_endpoint set name = $2, url = $3, event_types = $4::text[],
          paused_until = case when url = $3 then paused_until end
        where id = $1 and ended_at is null returning *
      ), change as (${keeping('changed', 'changed', '$5::uuid', '$6::timestamptz')})
      select id from changed`,
    values: [id, settings.name, settings.url, settings.eventTypes, by, at],
  });
  return rows.length === 1;
}

/**
 * Gives an address a new secret; the one before signs too until an instant, and older ones no more.
 * @param endFormer also where another one before still signs, which then ends
 * @returns false when there is no such address, or another secret before still signs
 */
export async function rotateWebhookSecret(
  queryable: Queryable,
  id: string,
  sealed: Buffer,
  { formerUntil, endFormer }: { readonly formerUntil: Date; readonly endFormer: boolean },
  { by, at }: WebhookChangeBy,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `with e as (
        update webhook_endpoint set former_secret_until = $4
        where id = $1 and ended_at is null and ($7 or former_secret_until is null or former_secret_until <= $5)
        returning *
      ), former as (
        update webhook_secret s set expires_at = case when s.expires_at is null then $4::timestamptz else $5::timestamptz end
        from e where s.endpoint_id = e.id and (s.expires_at is null or s.expires_at > $5)
      ), secret as (
        insert into webhook_secret (id, endpoint_id, sealed, created_at) select $2, id, $3, $5 from e
      ), change as (${keeping('secret-rotated', 'e', '$6::uuid', '$5::timestamptz')})
      select id from e`,
    values: [id, randomUUID(), sealed, formerUntil, at, by, endFormer],
  });
  return rows.length === 1;
}

/**
 * Disables an address, or enables it: what has waited meanwhile is told then. Nothing is written where it is so already.
 * @returns false when there is no such address
 */
export async function switchWebhook(
  queryable: Queryable,
  id: string,
  to: 'disabled' | 'enabled',
  { by, at }: WebhookChangeBy,
): Promise<boolean> {
  const off = to === 'disabled';
  const rows = await queryable.query({
    text: `with switched as (
        update webhook_endpoint set disabled_at = ${off ? '$2' : 'null'}, failing_since = null,
          failures = 0, paused_until = null
        where id = $1 and ended_at is null and disabled_at is ${off ? '' : 'not '}null returning *
      ), change as (${keeping(to, 'switched', '$3::uuid', '$2::timestamptz')})
      select id from webhook_endpoint where id = $1`,
    values: [id, at, by],
  });
  return rows.length === 1;
}

/**
 * Ends an address for good, in one statement: nothing more is sent to it, what waited is given up, and its secrets are
 * destroyed. What it was told stays on record. Nothing is written where it has ended already.
 * @returns false when there is no such address
 */
export async function endWebhook(
  queryable: Queryable,
  id: string,
  { by, at }: WebhookChangeBy,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `with ended as (
        update webhook_endpoint set ended_at = $2, disabled_at = coalesce(disabled_at, $2), failing_since = null,
          former_secret_until = null
        where id = $1 and ended_at is null returning *
      ), secret as (
        delete from webhook_secret s using ended e where s.endpoint_id = e.id
      ), waiting as (
        update webhook_delivery d set status = 'given-up', settled_at = $2, lease_until = null
        from ended e where d.endpoint_id = e.id and d.status in ('queued', 'sending')
      ), change as (${keeping('ended', 'ended', '$3::uuid', '$2::timestamptz')})
      select id from webhook_endpoint where id = $1`,
    values: [id, at, by],
  });
  return rows.length === 1;
}

/** Name of the template that tells administrators that an address is told nothing more. */
export const WEBHOOK_DISABLED = 'webhook-disabled';

/**
 * Disables an address at which nothing has arrived since an instant, and writes to every administrator, in one statement.
 * @param what why: nothing arrived for long, or it says that it is gone
 * @returns whether it was
 */
export async function disableFailingWebhook(
  queryable: Queryable,
  id: string,
  what: 'failing' | 'gone',
  failingBefore: Date,
  now: Date,
): Promise<boolean> {
  const rows = await queryable.query({
    name: `webhook_disable_${what}`,
    text: `with failing as (
        update webhook_endpoint set disabled_at = $3
        where id = $1 and disabled_at is null and failing_since <= $2 returning *
      ), change as (${keeping(what, 'failing', 'null', '$3::timestamptz')}), mail as (
        insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
          parameters, status, attempts, created_at, next_attempt_at)
        select gen_random_uuid(), p.id, '${WEBHOOK_DISABLED}:' || e.id || ':' || ${utc('$3::timestamptz')} || ':' || p.id,
          '${WEBHOOK_DISABLED}', p.name, p.email, 'administrator',
          jsonb_build_object('id', e.id, 'name', e.name, 'since', ${utc('e.failing_since')}, 'why', '${what}'), 'queued', 0, $3, $3
        from failing e cross join person p where p.deactivated_at is null and exists (
          select from role_assignment r where r.person_id = p.id and r.role = 'administrator'
            and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3))
        on conflict (occasion) do nothing
      )
      select id from failing`,
    values: [id, failingBefore, now],
  });
  return rows.length === 1;
}
