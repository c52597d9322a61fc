import type { Queryable, Transactional } from '../database/statement.js';
import { programsEnded, programsTold } from '../machine-access/programs-ended.js';
import { sessionsEnded } from '../sessions/sessions-ended.js';

/** Name of the template that tells somebody their password is another. */
export const PASSWORD_CHANGED = 'password-changed';

/** Name of the template with the link to choose another password. */
export const PASSWORD_RESET = 'password-reset';

/** SQL of an email to the person of a row of `who`, for what `id` is the record of. */
function emailTo(
  who: string,
  template: string,
  { id, emailId, parameters, now }: Record<string, string>,
): string {
  return `insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
      parameters, status, attempts, created_at, next_attempt_at)
    select ${String(emailId)}, id, '${template}:' || ${String(id)}, '${template}', name, email, 'account-holder',
      ${String(parameters)}, 'queued', 0, ${String(now)}, ${String(now)} from ${who}`;
}

/** A password that somebody changes. */
export interface PasswordChange {
  /** Id of the record of it. */
  readonly id: string;
  readonly personId: string;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  /** The session it is changed in, which goes on. */
  readonly keptId: string;
  /** Whether the tokens they made for programs end as well. */
  readonly endsTokens: boolean;
  readonly emailId: string;
  readonly now: Date;
}

/**
 * Gives somebody who has a password another one, ends their other sessions, and their ways to a forgotten one, and where
 * they ask for it the tokens they made for programs; writes that down and queues an email that tells them, with which
 * tokens go on or have ended. The person is locked first, so that a token that is being made just then is one of those.
 *
 * @returns false, changing nothing, where they have no password, or were deactivated
 */
export async function changePassword(database: Transactional, change: PasswordChange): Promise<boolean> {
  const parameters = { at: change.now.toISOString(), how: 'changed', tokensEnded: change.endsTokens };
  return database.transaction(async (transaction) => {
    await transaction.query({
      name: 'lock_password_owner',
      text: 'select id from person where id = $1 for no key update',
      values: [change.personId],
    });
    const rows = await transaction.query({
      name: 'change_password',
      text: `
      with who as materialized (
        select id, name, email from person where id = $1 and deactivated_at is null and has_password
      ), changed as (
        update person_password p set password_hash = $2 from who where p.person_id = who.id
        returning who.id, who.name, who.email
      ), ${sessionsEnded('person_id in (select id from changed)', '$4', '$3::uuid')}, links as (
        update password_reset set used_at = $4
        where person_id in (select id from changed) and used_at is null
      ), ${programsEnded({ who: 'changed', now: '$4', by: '$1::uuid', changeId: '$5::uuid', where: '$8::boolean' })}, written as (
        insert into account_change (id, person_id, what, at, by) select $5::uuid, id, 'password-changed', $4, id from changed
      )
      ${emailTo('changed', PASSWORD_CHANGED, { id: '$5::uuid', emailId: '$6', parameters: programsTold('$7::jsonb'), now: '$4' })}
      returning id`,
      values: [
        change.personId,
        change.passwordHash,
        change.keptId,
        change.now,
        change.id,
        change.emailId,
        JSON.stringify(parameters),
        change.endsTokens,
      ],
    });
    return rows.length === 1;
  });
}

/** A link asked for by an email address. */
export interface NewPasswordReset {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  /** What is kept of the token. */
  readonly tokenHash: Uint8Array;
  /** The token itself: it goes into the row of the email and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
  /** Nobody is sent another who was sent one after this instant. */
  readonly notSince: Date;
  readonly emailId: string;
  readonly now: Date;
}

/**
 * Makes a link for whoever has the address and a password, and queues its email, in one statement. A row is written
 * whoever has it, so that nothing can be told from the answer or from how long it takes.
 */
export async function insertPasswordReset(queryable: Queryable, reset: NewPasswordReset): Promise<void> {
  const parameters = { token: reset.token, expiresAt: reset.expiresAt.toISOString() };
  await queryable.query({
    name: 'insert_password_reset',
    text: `
      with who as (
        select p.id, p.name, p.email from person p
        where p.email = $2 and p.deactivated_at is null and p.has_password
          and not exists (select from password_reset r where r.person_id = p.id and r.created_at > $6)
      ), made as (
        insert into password_reset (id, person_id, token_hash, created_at, expires_at)
        select $1::uuid, (select id from who), $3, $5, $4
      )
      ${emailTo('who', PASSWORD_RESET, { id: '$1::uuid', emailId: '$7', parameters: '$8::jsonb', now: '$5' })}`,
    values: [
      reset.id,
      reset.email,
      reset.tokenHash,
      reset.expiresAt,
      reset.now,
      reset.notSince,
      reset.emailId,
      JSON.stringify(parameters),
    ],
  });
}

/** Who a link is for. */
export interface ResettingPerson {
  readonly personId: string;
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  readonly expiresAt: Date;
}

/** SQL of whether the link `r` of the person `p` works at an instant, given as SQL. */
function works(now: string): string {
  return `r.used_at is null and r.expires_at > ${now} and p.deactivated_at is null and p.has_password`;
}

/** Who a link is for; `null` where it does not work, or no longer. @param tokenHashes what may be kept of the token */
export async function findPasswordReset(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  now: Date,
): Promise<ResettingPerson | null> {
  const [row] = await queryable.query<ResettingPerson>({
    name: 'find_password_reset',
    text: `select p.id as "personId", p.name, p.email, r.expires_at as "expiresAt"
      from password_reset r join person p on p.id = r.person_id
      where r.token_hash = any($1::bytea[]) and ${works('$2::timestamptz')}`,
    values: [tokenHashes, now],
  });
  return row ?? null;
}

/** A password chosen by a link. */
export interface PasswordChosenAnew {
  /** Id of the record of it. */
  readonly id: string;
  /** What may be kept of the token. */
  readonly tokenHashes: readonly Uint8Array[];
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly emailId: string;
  readonly now: Date;
}

/**
 * Sets a password by a link: uses up the person's links, ends all their sessions and the tokens they made for programs,
 * lifts what wrong passwords brought about, writes that down and queues an email that tells them. Whoever asks for a link
 * has lost the password, perhaps to somebody who made a token with it. The person is locked first, so that of two links of
 * theirs used at once one finds itself used, and a token that is being made just then ends too.
 *
 * @returns false, changing nothing, where the link does not work, or no longer
 */
export async function resetPassword(database: Transactional, chosen: PasswordChosenAnew): Promise<boolean> {
  const parameters = { at: chosen.now.toISOString(), how: 'reset', tokensEnded: true };
  return database.transaction(async (transaction) => {
    await transaction.query({
      name: 'lock_owner_of_link',
      text: `select p.id from password_reset r join person p on p.id = r.person_id
        where r.token_hash = any($1::bytea[]) for no key update of p`,
      values: [chosen.tokenHashes],
    });
    const rows = await transaction.query({
      name: 'reset_password',
      text: `
      with asked as materialized (
        select r.id, p.id as person_id, p.name, p.email from password_reset r join person p on p.id = r.person_id
         where r.token_hash = any($1::bytea[]) and ${works('$3::timestamptz')}
      ), used as (
        update password_reset u set used_at = $3::timestamptz from asked
         where u.person_id = asked.person_id and u.used_at is null returning u.id
      ), changed as (
        update person_password p set password_hash = $2 from asked
         where p.person_id = asked.person_id and exists (select from used where used.id = asked.id)
        returning asked.person_id as id, asked.name, asked.email
      ), ${sessionsEnded('person_id in (select id from changed)', '$3::timestamptz', 'null::uuid')}, forgiven as (
        delete from sign_in_tries where person_id in (select id from changed)
      ), ${programsEnded({ who: 'changed', now: '$3::timestamptz', by: 'null::uuid', changeId: '$4::uuid', where: 'true' })}, written as (
        insert into account_change (id, person_id, what, at)
        select $4::uuid, id, 'password-reset', $3::timestamptz from changed
      )
      ${emailTo('changed', PASSWORD_CHANGED, { id: '$4::uuid', emailId: '$5', parameters: programsTold('$6::jsonb'), now: '$3::timestamptz' })}
      returning id`,
      values: [
        chosen.tokenHashes,
        chosen.passwordHash,
        chosen.now,
        chosen.id,
        chosen.emailId,
        JSON.stringify(parameters),
      ],
    });
    return rows.length === 1;
  });
}

/** Keeps a password anew by another hash, unless it has become another one meanwhile. */
export async function renewPasswordHash(
  queryable: Queryable,
  personId: string,
  former: string,
  renewed: string,
): Promise<void> {
  await queryable.query({
    name: 'renew_password_hash',
    text: 'update person_password set password_hash = $3 where person_id = $1 and password_hash = $2',
    values: [personId, former, renewed],
  });
}

/** Whether somebody has a password here. */
export async function hasPassword(queryable: Queryable, personId: string): Promise<boolean> {
  const [row] = await queryable.query<{ has: boolean }>({
    name: 'has_password',
    text: 'select has_password as has from person where id = $1',
    values: [personId],
  });
  return row?.has === true;
}

/**
 * Names of the tokens somebody made for programs that work at an instant, in alphabetical order; `null` where they have no
 * password here. Tokens are the service's own to read.
 */
export async function tokensBesidePassword(
  queryable: Queryable,
  personId: string,
  now: Date,
): Promise<readonly string[] | null> {
  const [row] = await queryable.query<{ names: readonly string[] }>({
    name: 'tokens_beside_password',
    text: `select array(select t.name from machine_token t
        where t.person_id = p.id and t.revoked_at is null and t.expires_at > $2 order by t.name, t.id) as names
      from person p where p.id = $1 and p.has_password`,
    values: [personId, now],
  });
  return row?.names ?? null;
}

/** Who chooses a password, with names and short names of the organisations they have, or had, a role in. */
export interface PasswordOwnerRow {
  readonly name: string;
  readonly email: string;
  readonly organisations: readonly string[];
}

/** What is known of who chooses a password; `null` where there is nobody of the id. */
export async function findPasswordOwner(
  queryable: Queryable,
  personId: string,
): Promise<PasswordOwnerRow | null> {
  const [row] = await queryable.query<PasswordOwnerRow>({
    name: 'find_password_owner',
    text: `select p.name, p.email, (
        select coalesce(json_agg(distinct words.word), '[]'::json)
        from role_assignment r join organisation o on o.id = r.organisation_id,
          lateral (values (o.name), (o.acronym)) words (word)
        where r.person_id = p.id and words.word is not null
      ) as organisations
      from person p where p.id = $1`,
    values: [personId],
  });
  return row ?? null;
}
