import type { Queryable } from '../database/statement.js';
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
  readonly emailId: string;
  readonly now: Date;
}

/**
 * Gives somebody who has a password another one, ends their other sessions, and their ways to a forgotten one, writes
 * that down and queues an email that tells them: all in one statement.
 *
 * @returns false, changing nothing, where they have no password, or were deactivated
 */
export async function changePassword(queryable: Queryable, change: PasswordChange): Promise<boolean> {
  const rows = await queryable.query({
    name: 'change_password',
    text: `
      with who as materialized (
        select id, name, email from person
        where id = $1 and deactivated_at is null and has_password for no key update
      ), changed as (
        update person_password p set password_hash = $2 from who where p.person_id = who.id
        returning who.id, who.name, who.email
      ), ${sessionsEnded('person_id in (select id from changed)', '$4', '$3::uuid')}, links as (
        update password_reset set used_at = $4
        where person_id in (select id from changed) and used_at is null
      ), written as (
        insert into account_change (id, person_id, what, at, by) select $5::uuid, id, 'password-changed', $4, id from changed
      )
      ${emailTo('changed', PASSWORD_CHANGED, { id: '$5::uuid', emailId: '$6', parameters: '$7::jsonb', now: '$4' })}
      returning id`,
    values: [
      change.personId,
      change.passwordHash,
      change.keptId,
      change.now,
      change.id,
      change.emailId,
      JSON.stringify({ at: change.now.toISOString(), how: 'changed' }),
    ],
  });
  return rows.length === 1;
}

/** A link asked for by an email address. */
export interface NewPasswordReset {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  /** SHA-256 of the token. */
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

/** Who a link is for; `null` where it does not work, or no longer. @param tokenHash SHA-256 of the token */
export async function findPasswordReset(
  queryable: Queryable,
  tokenHash: Uint8Array,
  now: Date,
): Promise<ResettingPerson | null> {
  const [row] = await queryable.query<ResettingPerson>({
    name: 'find_password_reset',
    text: `select p.id as "personId", p.name, p.email, r.expires_at as "expiresAt"
      from password_reset r join person p on p.id = r.person_id
      where r.token_hash = $1 and ${works('$2::timestamptz')}`,
    values: [tokenHash, now],
  });
  return row ?? null;
}

/** A password chosen by a link. */
export interface PasswordChosenAnew {
  /** Id of the record of it. */
  readonly id: string;
  /** SHA-256 of the token. */
  readonly tokenHash: Uint8Array;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly emailId: string;
  readonly now: Date;
}

/**
 * Sets a password by a link: uses up the person's links, ends all their sessions, lifts what wrong passwords brought
 * about, writes that down and queues an email that tells them, in one statement. Of two at once the rows let one through.
 *
 * @returns false, changing nothing, where the link does not work, or no longer
 */
export async function resetPassword(queryable: Queryable, chosen: PasswordChosenAnew): Promise<boolean> {
  const rows = await queryable.query({
    name: 'reset_password',
    // The person is locked first, so that of two links of theirs used at once one waits, and then finds itself used.
    text: `
      with asked as materialized (
        select r.id, p.id as person_id, p.name, p.email from password_reset r join person p on p.id = r.person_id
         where r.token_hash = $1 and ${works('$3::timestamptz')} for no key update of p
      ), used as (
        update password_reset u set used_at = $3::timestamptz from asked
         where u.person_id = asked.person_id and u.used_at is null returning u.id
      ), changed as (
        update person_password p set password_hash = $2 from asked
         where p.person_id = asked.person_id and exists (select from used where used.id = asked.id)
        returning asked.person_id as id, asked.name, asked.email
      ), ${sessionsEnded('person_id in (select id from changed)', '$3::timestamptz', 'null::uuid')}, forgiven as (
        delete from sign_in_tries where person_id in (select id from changed)
      ), written as (
        insert into account_change (id, person_id, what, at)
        select $4::uuid, id, 'password-reset', $3::timestamptz from changed
      )
      ${emailTo('changed', PASSWORD_CHANGED, { id: '$4::uuid', emailId: '$5', parameters: '$6::jsonb', now: '$3::timestamptz' })}
      returning id`,
    values: [
      chosen.tokenHash,
      chosen.passwordHash,
      chosen.now,
      chosen.id,
      chosen.emailId,
      JSON.stringify({ at: chosen.now.toISOString(), how: 'reset' }),
    ],
  });
  return rows.length === 1;
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
