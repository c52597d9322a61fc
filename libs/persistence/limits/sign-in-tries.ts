import { SHORT_LIVED_DIGEST, type TryKind } from '#domain';
import type { Queryable } from '../database/statement.js';
import type { CredentialsRow } from '../people/sign-in.js';

/** One try to sign in, before it is known whether the password is right. */
export interface SignInTry {
  /** In lower case. */
  readonly email: string;
  /** SHA-256 of what each kind is counted by. */
  readonly subjects: Readonly<Record<TryKind, Uint8Array>>;
  /** Where it comes from, in whatever form a person's known addresses are hashed with. */
  readonly address: string;
  /** Seconds to wait after the first, second, ... try, for accounts and for addresses; the last is for all that follow. */
  readonly waits: Readonly<Record<TryKind, readonly number[]>>;
  /** Tries before this instant count no more. */
  readonly countedSince: Date;
  readonly now: Date;
}

/** What is known of who tries, and whether they may. */
export interface TakenTry {
  readonly credentials: CredentialsRow | null;
  /** Whether the account's owner signed in from there before. */
  readonly known: boolean;
  /** False while a wait lasts: whatever the password, the try is refused. */
  readonly open: boolean;
  /** How many tries the account has seen, this one included. */
  readonly tries: number;
}

/** SQL of the hash of an address of a person, both given as SQL. The person is in it, so that it differs from one to another. */
function addressHash(person: string, address: string): string {
  return `${SHORT_LIVED_DIGEST}(convert_to(${person}::text || ' ' || ${address}, 'UTF8'))`;
}

/**
 * Counts a try, finds the credentials and says whether the try may be made, in one statement. It is counted before the
 * password is looked at, so that of any number of tries at the same moment only so many are let through; a right one
 * takes its count back with {@link forgiveTries}. The same is written whether anybody has the address or not.
 */
export async function takeTry(queryable: Queryable, asked: SignInTry): Promise<TakenTry> {
  const { email, subjects, address, waits, countedSince, now } = asked;
  const [row] = await queryable.query<{
    personId: string | null;
    passwordHash: string | null;
    active: boolean | null;
    known: boolean;
    open: boolean;
    tries: number;
  }>({
    name: 'take_sign_in_try',
    text: `
      with who as (
        select p.id, w.password_hash, p.deactivated_at is null as active, exists (
          select from known_address k where k.person_id = p.id and k.address_hash = ${addressHash('p.id', '$5')}) as known
        from person p left join person_password w on w.person_id = p.id where p.email = $1
      ), place as (
        select coalesce((select known from who), false) as known
      ), counted as (
        select s.subject, s.kind from place,
          (values ($2::bytea, 'account'), ($3::bytea, 'known-address'), ($4::bytea, 'address')) s (subject, kind)
        where (s.kind = 'known-address') = place.known
      ), tried as (
        insert into sign_in_tries as t
          (subject, kind, person_id, tries, counting_since, last_try_at, wait_until)
        select c.subject, c.kind, case when c.kind <> 'address' then (select id from who) end, 1, $8, $8, null
        from counted c order by c.subject
        on conflict (subject) do update set
          last_try_at = $8,
          person_id = excluded.person_id,
          counting_since = case when t.wait_until > $8 or t.counting_since > $9 then t.counting_since else $8 end,
          tries = case when t.wait_until > $8 then t.tries when t.counting_since > $9 then t.tries + 1 else 1 end,
          wait_until = case when t.wait_until > $8 then t.wait_until else $8::timestamptz + make_interval(secs =>
            (case t.kind when 'address' then $7::int[] else $6::int[] end)[case
              when t.counting_since <= $9 then 1
              else least(t.tries + 1, cardinality(case t.kind when 'address' then $7::int[] else $6::int[] end)) end]) end,
          locked_until = case when t.wait_until > $8 then t.locked_until end
        returning t.kind, old.wait_until is null or old.wait_until <= $8 as open, new.tries as tries
      )
      select who.id as "personId", who.password_hash as "passwordHash", who.active, place.known,
        (select bool_and(open) from tried) as open,
        (select max(tries) from tried where kind <> 'address') as tries
      from place left join who on true`,
    values: [
      email,
      subjects.account,
      subjects['known-address'],
      subjects.address,
      address,
      waits.account,
      waits.address,
      now,
      countedSince,
    ],
  });
  if (row === undefined) throw new Error('The try to sign in was not counted');
  const { personId, passwordHash, active, known, open, tries } = row;
  const credentials = personId === null ? null : { personId, passwordHash, active: active === true };
  return { credentials, known, open, tries };
}

/**
 * Takes a right try back: the account's tries from such a place are forgotten, the address loses the one, and is known
 * from now on. One statement.
 *
 * @param free tries an address may see before it is made to wait
 */
export async function forgiveTries(
  queryable: Queryable,
  personId: string,
  { subjects, address, now }: Pick<SignInTry, 'subjects' | 'address' | 'now'>,
  known: boolean,
  free: number,
): Promise<void> {
  await queryable.query({
    name: 'forgive_sign_in_tries',
    text: `
      with seen as (
        insert into known_address (person_id, address_hash, last_used_at)
        values ($1, ${addressHash('$1::uuid', '$2')}, $3)
        on conflict (person_id, address_hash) do update set last_used_at = excluded.last_used_at
      ), taken_back as (
        update sign_in_tries set tries = greatest(tries - 1, 0),
          wait_until = case when tries - 1 >= $6 then wait_until end
        where subject = $5 and not $7
      )
      delete from sign_in_tries where subject = $4`,
    values: [
      personId,
      address,
      now,
      known ? subjects['known-address'] : subjects.account,
      subjects.address,
      free,
      known,
    ],
  });
}

/** A lock to be put on an account. */
export interface NewLock {
  readonly subject: Uint8Array;
  /** In lower case. */
  readonly email: string;
  /** Fewest tries it is put on for. */
  readonly lockedAt: number;
  readonly until: Date;
  readonly now: Date;
  readonly lockId: string;
  readonly emailId: string;
  /** What the email is sent for, once; the id of the person is put after it. */
  readonly occasion: string;
  /** Name of the template of the email. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Locks an account that saw too many wrong tries, writes that down and queues an email to whose it is, all in one
 * statement; nothing but the lock where it is nobody's. It takes the same steps for everybody.
 */
export async function lockAccount(queryable: Queryable, lock: NewLock): Promise<void> {
  await queryable.query({
    name: 'lock_account',
    text: `
      with locked as (
        update sign_in_tries set wait_until = $3, locked_until = $3
        where subject = $1 and tries >= $4 returning subject
      ), owner as (
        select p.id, p.name, p.email from person p, locked
        where p.email = $2 and p.deactivated_at is null and p.has_password
      ), written as (
        insert into sign_in_lock (id, person_id, what, at, until) select $6, id, 'locked', $5, $3 from owner
      )
      insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
        parameters, status, attempts, created_at, next_attempt_at)
      select $7, id, $8 || ':' || id, $9, name, email, 'account-holder', $10::jsonb, 'queued', 0, $5, $5 from owner
      on conflict (occasion) do nothing`,
    values: [
      lock.subject,
      lock.email,
      lock.until,
      lock.lockedAt,
      lock.now,
      lock.lockId,
      lock.emailId,
      lock.occasion,
      lock.template,
      JSON.stringify(lock.parameters),
    ],
  });
}

/** Lifts every lock of an account, and writes down who did. Gives false where there was none. */
export async function liftLock(
  queryable: Queryable,
  lift: { readonly id: string; readonly personId: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'lift_sign_in_lock',
    text: `
      with lifted as (
        delete from sign_in_tries where person_id = $2 and wait_until > $4 returning person_id
      )
      insert into sign_in_lock (id, person_id, what, at, by)
      select $1, $2, 'lifted', $4, $3 where exists (select from lifted) returning id`,
    values: [lift.id, lift.personId, lift.by, lift.now],
  });
  return rows.length === 1;
}
