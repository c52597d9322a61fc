import type { Queryable } from '../database/statement.js';
import { sessionsEnded } from './sessions-ended.js';

/** Something a person is signed in with: a browser, or a token they were given for an email address and a password. */
export interface OwnSessionRow {
  readonly id: string;
  readonly kind: 'browser' | 'token';
  /** Id of the identity provider it began at; `null` where it began with a password. */
  readonly provider: string | null;
  readonly beganAt: Date;
  /** Last use, to about a minute; `null` for a token, of which it is not kept. */
  readonly lastUsedAt: Date | null;
  /** The end it cannot outlive. */
  readonly expiresAt: Date;
}

/** Which sessions of a person are live. */
export interface OwnSessionsAsked {
  readonly personId: string;
  readonly now: Date;
  /** A browser's last used then or before has been idle too long. */
  readonly idleSince: Date;
  /** Most to give. */
  readonly limit: number;
}

/** What somebody is signed in with now, the latest first. One query. */
export function listOwnSessions(
  queryable: Queryable,
  { personId, now, idleSince, limit }: OwnSessionsAsked,
): Promise<readonly OwnSessionRow[]> {
  return queryable.query<OwnSessionRow>({
    name: 'list_own_sessions',
    text: `
      select w.id, 'browser' as kind, e.provider, w.created_at as "beganAt", w.last_seen_at as "lastUsedAt",
        w.expires_at as "expiresAt"
      from web_session w left join external_identity e on e.id = w.external_identity_id
      where w.person_id = $1 and w.ended_at is null and w.expires_at > $2 and w.last_seen_at > $3
      union all
      select t.id, 'token', null, t.created_at, null, t.expires_at
      from access_token t where t.person_id = $1 and t.revoked_at is null and t.expires_at > $2
      order by "beganAt" desc, id limit $4`,
    values: [personId, now, idleSince, limit],
  });
}

/** Ends one of a person's sessions. Ending it twice changes nothing. @returns false where they have none of this id */
export async function endOwnSession(
  queryable: Queryable,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'end_own_session',
    text: `
      with browser as (
        update web_session set ended_at = $3 where id = $2 and person_id = $1 and ended_at is null
      ), program as (
        update access_token set revoked_at = $3 where id = $2 and person_id = $1 and revoked_at is null
      )
      select id from web_session where id = $2 and person_id = $1
      union all select id from access_token where id = $2 and person_id = $1`,
    values: [personId, sessionId, now],
  });
  return rows.length > 0;
}

/** Ends every session of a person but one. */
export async function endOtherSessions(
  queryable: Queryable,
  personId: string,
  keptId: string,
  now: Date,
): Promise<void> {
  await queryable.query({
    name: 'end_other_sessions',
    text: `with ${sessionsEnded('person_id = $1', '$3', '$2::uuid')} select`,
    values: [personId, keptId, now],
  });
}

/** Sessions to be ended by an administrator. */
export interface SessionsToEnd {
  /** Id of the record of it. */
  readonly id: string;
  /** Whose; `null` for everybody's. */
  readonly personId: string | null;
  /** Administrator who ends them. */
  readonly by: string;
  /** The administrator's own session, which goes on. */
  readonly keptId: string | null;
  readonly now: Date;
}

/**
 * Ends every session of a person, or of everybody, and writes down who did, in one statement.
 *
 * @returns false, ending nothing, where there is no such person
 */
export async function endSessionsByAdministrator(
  queryable: Queryable,
  { id, personId, by, keptId, now }: SessionsToEnd,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'end_sessions_by_administrator',
    text: `
      with ${sessionsEnded('($1::uuid is null or person_id = $1)', '$3', '$2::uuid')}
      insert into account_change (id, person_id, what, at, by)
      select $4, $1::uuid, 'sessions-ended', $3, $5
       where $1::uuid is null or exists (select from person where id = $1)
      returning id`,
    values: [personId, keptId, now, id, by],
  });
  return rows.length === 1;
}
