import type { Scope } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import { Recognised } from '../database/recognised.js';
import type { Queryable } from '../database/statement.js';
import type { NamedPerson } from '../people/people-reading.js';
import { rolesHeldAt } from '../people/roles-held.js';
import { isNotedAnew, type MachineHolderRow, type MachineUse } from './machine-holder.js';
import { insertOfTokenEmail, MACHINE_TOKEN_MADE } from './token-emails.js';

/** A token as it is kept: only its SHA-256. */
export interface NewMachineToken {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly tokenHash: Uint8Array;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The session, or the token given for a password, it is asked for in; left out where the service itself asks. */
  readonly askedIn?: string | undefined;
  /** Id of the email that tells its owner. */
  readonly emailId: string;
  /** Most of the owner's that may work at a time, with this one. */
  readonly most: number;
}

/** What became of making a token. */
export type MachineTokenMade =
  | 'made'
  /** One of this id is there: the same form was sent before. */
  | 'made-before'
  | 'too-many'
  | 'not-active';

/**
 * Keeps a token and queues the email that tells its owner, in one transaction. The owner is locked meanwhile: being
 * deactivated, or getting another password, waits and then ends this token too, and of two made at once the second counts
 * the first. Where the session it is asked for in has ended before the lock was had, there is none.
 */
export async function insertMachineToken(
  transaction: Queryable,
  token: NewMachineToken,
): Promise<MachineTokenMade> {
  const owners = await transaction.query({
    text: `select id from person where id = $1 and deactivated_at is null and not service_account for no key update`,
    values: [token.personId],
  });
  if (owners.length === 0) return 'not-active';
  const [row] = await transaction.query<{ made: boolean; live: number; isSignedIn: boolean }>({
    text: `select exists (select from machine_token where id = $1) as made,
        (select count(*)::int from machine_token
          where person_id = $2 and revoked_at is null and expires_at > $3) as live,
        $4::uuid is null or exists (select from web_session where id = $4::uuid and ended_at is null)
          or exists (select from access_token where id = $4::uuid and revoked_at is null) as "isSignedIn"`,
    values: [token.id, token.personId, token.createdAt, token.askedIn ?? null],
  });
  if (row?.isSignedIn !== true) return 'not-active';
  if (row.made) return 'made-before';
  if (row.live >= token.most) return 'too-many';
  await transaction.query({
    text: `insert into machine_token (id, person_id, name, token_hash, scopes, created_at, expires_at)
           values ($1, $2, $3, $4, $5::text[], $6, $7)`,
    values: [
      token.id,
      token.personId,
      token.name,
      token.tokenHash,
      token.scopes,
      token.createdAt,
      token.expiresAt,
    ],
  });
  await transaction.query(insertOfTokenEmail(MACHINE_TOKEN_MADE, token.id, token.emailId, token.createdAt));
  return 'made';
}

/**
 * Who a live token is of, noting that it is used, in one prepared statement: every request of a program asks this. It
 * writes only where the use noted last is old enough. `null` when the token is unknown, has ended or was revoked, or
 * its owner was deactivated.
 *
 * @param tokenHashes what may be kept of the token
 */
export async function useMachineToken(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  { now, notedBefore }: MachineUse,
): Promise<MachineHolderRow | null> {
  const [row] = await queryable.query<Omit<MachineHolderRow, 'recognised'>>({
    name: 'use_machine_token',
    // Whoever waited for another to note the use finds the condition on m no longer met, and writes nothing.
    text: `
      with live as (
        select t.id, t.person_id, t.scopes, t.last_used_at
        from machine_token t join person p on p.id = t.person_id
        where t.token_hash = any($1::bytea[]) and t.revoked_at is null and t.expires_at > $2 and p.deactivated_at is null
      ), noted as (
        update machine_token m set last_used_at = $2 from live
        where m.id = live.id and ${isNotedAnew('live', '$3')} and ${isNotedAnew('m', '$3')} and m.revoked_at is null
      )
      select l.id as "machineId", l.scopes, p.id as "personId", p.name, p.email, ${rolesHeldAt('$2')} as roles
      from live l join person p on p.id = l.person_id`,
    values: [tokenHashes, now, notedBefore],
  });
  return row === undefined ? null : { ...row, recognised: new Recognised(row.personId, now, row.roles) };
}

/** A token, without what would open anything. Instants are UTC. */
export interface MachineTokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  /** To about a minute; `null` where it was never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: NamedPerson | null;
  readonly person: NamedPerson;
}

const NAMED = `jsonb_build_object('id', n.id, 'name', n.name)`;
const COLUMNS = `t.id, t.name, t.scopes, ${utc('t.created_at')} as "createdAt", ${utc('t.expires_at')} as "expiresAt",
  ${utc('t.last_used_at')} as "lastUsedAt", ${utc('t.revoked_at')} as "revokedAt",
  (select ${NAMED} from person n where n.id = t.revoked_by) as "revokedBy",
  (select ${NAMED} from person n where n.id = t.person_id) as person`;

/** Every token of a person, the latest first. */
export function machineTokensOf(queryable: Queryable, personId: string): Promise<readonly MachineTokenRow[]> {
  return queryable.query({
    name: 'machine_tokens_of',
    text: `select ${COLUMNS} from machine_token t where t.person_id = $1 order by t.created_at desc, t.id desc`,
    values: [personId],
  });
}

/** Where a page of tokens starts: after this instant (UTC) and id. */
export interface MachineTokenPosition {
  readonly at: string;
  readonly id: string;
}

/** Everybody's tokens, the latest first: at most `limit`. */
export function listMachineTokens(
  queryable: Queryable,
  after: MachineTokenPosition | null,
  limit: number,
): Promise<readonly MachineTokenRow[]> {
  const { values, bind } = binder();
  const from =
    after === null
      ? ''
      : `where (t.created_at, t.id) < (${bind(after.at, 'timestamptz')}, ${bind(after.id, 'uuid')})`;
  return queryable.query({
    text: `select ${COLUMNS} from machine_token t ${from}
      order by t.created_at desc, t.id desc limit ${bind(limit, 'int')}`,
    values,
  });
}

/** One token. @param personId its owner, or `null` for whoever's it is */
export async function findMachineToken(
  queryable: Queryable,
  id: string,
  personId: string | null,
): Promise<MachineTokenRow | null> {
  const [row] = await queryable.query<MachineTokenRow>({
    name: 'find_machine_token',
    text: `select ${COLUMNS} from machine_token t where t.id = $1 and ($2::uuid is null or t.person_id = $2::uuid)`,
    values: [id, personId],
  });
  return row ?? null;
}

/**
 * Ends a token at once. One that was revoked keeps the instant it had.
 *
 * @param of its owner, or `null` for whoever's it is
 * @returns false when there is no such token
 */
export async function revokeMachineToken(
  queryable: Queryable,
  id: string,
  of: string | null,
  by: string,
  now: Date,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'revoke_machine_token',
    text: `update machine_token set revoked_at = coalesce(revoked_at, $3),
             revoked_by = case when revoked_at is null then $4::uuid else revoked_by end
           where id = $1 and ($2::uuid is null or person_id = $2::uuid) returning id`,
    values: [id, of, now, by],
  });
  return rows.length === 1;
}
