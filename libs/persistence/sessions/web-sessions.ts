import type { HeldRole } from '#domain';
import { Recognised } from '../database/recognised.js';
import type { Queryable } from '../database/statement.js';
import { rolesHeldAt } from '../people/roles-held.js';
import type { WritingKeys } from './writing-keys.js';

/** A session as it is kept: only the SHA-256 of its token. */
export interface NewWebSession {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: Uint8Array;
  readonly createdAt: Date;
  /** End it cannot outlive, however much it is used. */
  readonly expiresAt: Date;
  /** When the person proved who they are. */
  readonly authenticatedAt: Date;
  /** What they signed in by at a provider; `null` where by password. */
  readonly external: ExternalSession | null;
  /** Keys of what is being written when it ends. */
  readonly writing: WritingKeys;
}

/** What is kept of a provider's side of a session. */
export interface ExternalSession {
  readonly identityId: string;
  /** The provider's own id of its session, where it named one. */
  readonly providerSession: string | null;
  /** The provider's ID token, sealed with a key made of the session's token. */
  readonly idTokenSealed: Uint8Array;
}

/**
 * Begins a session and ends the one it replaces, in one statement. Gives false, changing nothing, when the person was
 * deactivated in the meantime, or is a service account, as which nobody signs in.
 *
 * @param replaces what may be kept of the token of an earlier session, or `null`; one that is unknown or over is no error
 */
export async function beginWebSession(
  queryable: Queryable,
  session: NewWebSession,
  replaces: readonly Uint8Array[] | null,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'begin_web_session',
    // The person is locked against being deactivated meanwhile: that would not see this session, and leave it open.
    text: `
      with active as (
        select id from person where id = $2 and deactivated_at is null and not service_account for share
      ), begun as (
        insert into web_session (id, person_id, token_hash, created_at, last_seen_at, expires_at, authenticated_at,
          external_identity_id, provider_session, id_token_sealed)
        select $1, a.id, $3, $4, $4, $5, $7, $8::uuid, $9, $10::bytea from active a
         where $8::uuid is null
           or exists (select from external_identity e where e.id = $8::uuid and e.person_id = a.id and e.ended_at is null)
        returning id
      ), writing as (
        insert into writing_key (id, person_id, public_key, private_key, created_at)
        select b.id, $2, $11::bytea, $12::bytea, $4 from begun b
      ), replaced as (
        update web_session w set ended_at = $4 from begun where w.token_hash = any($6::bytea[]) and w.ended_at is null
      )
      select id from begun`,
    values: [
      session.id,
      session.personId,
      session.tokenHash,
      session.createdAt,
      session.expiresAt,
      replaces,
      session.authenticatedAt,
      session.external?.identityId ?? null,
      session.external?.providerSession ?? null,
      session.external?.idTokenSealed ?? null,
      session.writing.publicKey,
      session.writing.privateKey,
    ],
  });
  return rows.length === 1;
}

/** Who a session is of, with the roles valid at the instant asked about. */
export interface WebSessionHolderRow {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  /** Last use that is noted, this one where it was noted. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** When they proved who they are. */
  readonly authenticatedAt: Date;
  /** What a page seals by, for the service alone, when the session ends; `null` where it began without. */
  readonly writingKey: Uint8Array | null;
  readonly recognised: Recognised;
}

/** What is asked of a session. */
export interface WebSessionUse {
  /** What may be kept of its token. */
  readonly tokenHashes: readonly Uint8Array[];
  readonly now: Date;
  /** A session last used then or before has been idle too long. */
  readonly idleSince: Date;
  /** This use is noted where the last one that is noted was before; at the beginning of time, it is not. */
  readonly notedBefore: Date;
}

/**
 * Who a live session is of, noting that it is used, in one prepared statement: every page asks this. It writes only
 * where the use noted last is old enough, and of several at once only one writes. `null` when the session is unknown or
 * over, or the person has been deactivated.
 */
export async function useWebSession(
  queryable: Queryable,
  { tokenHashes, now, idleSince, notedBefore }: WebSessionUse,
): Promise<WebSessionHolderRow | null> {
  const [row] = await queryable.query<Omit<WebSessionHolderRow, 'recognised'>>({
    name: 'use_web_session',
    // Whoever waited for another to note the use finds the condition on w no longer met, and writes nothing.
    text: `
      with live as (
        select s.id, s.person_id, s.last_seen_at, s.expires_at,
          coalesce(s.authenticated_at, s.created_at) as authenticated_at
        from web_session s join person p on p.id = s.person_id
        where s.token_hash = any($1::bytea[]) and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3
          and p.deactivated_at is null
      ), noted as (
        update web_session w set last_seen_at = $2 from live
        where w.id = live.id and live.last_seen_at < $4 and w.last_seen_at < $4 and w.ended_at is null
      )
      select l.id as "sessionId", p.id as "personId", p.name, p.email, ${rolesHeldAt('$2')} as roles,
        case when l.last_seen_at < $4 then $2 else l.last_seen_at end as "lastSeenAt", l.expires_at as "expiresAt",
        l.authenticated_at as "authenticatedAt", k.public_key as "writingKey"
      from live l join person p on p.id = l.person_id left join writing_key k on k.id = l.id`,
    values: [tokenHashes, now, idleSince, notedBefore],
  });
  return row === undefined ? null : { ...row, recognised: new Recognised(row.personId, now, row.roles) };
}

/** What is to be told to the provider of a session that ended. */
export interface EndedExternalSession {
  /** Id of the provider in the configuration. */
  readonly provider: string;
  readonly idTokenSealed: Uint8Array | null;
}

/**
 * Ends a session. One that has ended keeps the end it had.
 *
 * @param tokenHashes what may be kept of its token
 * @returns the provider's side of it; `null` where it has none, or had ended
 */
export async function endWebSession(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  now: Date,
): Promise<EndedExternalSession | null> {
  const [row] = await queryable.query<EndedExternalSession>({
    name: 'end_web_session',
    text: `
      with ended as (
        update web_session set ended_at = $2 where token_hash = any($1::bytea[]) and ended_at is null
        returning external_identity_id, id_token_sealed
      )
      select e.provider, n.id_token_sealed as "idTokenSealed"
      from ended n join external_identity e on e.id = n.external_identity_id`,
    values: [tokenHashes, now],
  });
  return row ?? null;
}

/** Ends every session of a person. */
export async function endWebSessionsOf(queryable: Queryable, personId: string, now: Date): Promise<void> {
  await queryable.query({
    name: 'end_web_sessions_of',
    text: `update web_session set ended_at = $2 where person_id = $1 and ended_at is null`,
    values: [personId, now],
  });
}

/**
 * Takes away sessions that ended, or reached the end they cannot outlive, before an instant: at most `limit`, the
 * oldest first. Leaves those that another worker is taking away just now to it.
 *
 * @returns how many there were
 */
export async function clearWebSessions(queryable: Queryable, before: Date, limit: number): Promise<number> {
  const [row] = await queryable.query<{ cleared: number }>({
    name: 'clear_web_sessions',
    text: `
      with old as (
        select id from web_session where least(ended_at, expires_at) < $1
        order by least(ended_at, expires_at) limit $2 for update skip locked
      ), cleared as (
        delete from web_session w using old where w.id = old.id returning 1
      )
      select count(*)::int as cleared from cleared`,
    values: [before, limit],
  });
  return row?.cleared ?? 0;
}
