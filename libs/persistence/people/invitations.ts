import type { Role } from '#domain';
import type { Queryable, Transactional } from '../database/statement.js';
import { giveRoleIn } from './administration.js';

/** Name of the template that invites somebody. */
export const INVITATION = 'invitation';

/** Why the email of an earlier invitation is not sent. */
export const INVITED_AGAIN = 'Replaced by a later invitation';

/** An invitation to be made, with everything that is made along with it. */
export interface NewInvitation {
  readonly id: string;
  /** SHA-256 of the token. */
  readonly tokenHash: Uint8Array;
  /** The token itself: it goes into the row of the email and nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
  /** Id of the person, should the address be nobody's yet; the address in lower case. */
  readonly person: { readonly id: string; readonly email: string; readonly name: string };
  readonly role: {
    readonly id: string;
    readonly role: Role;
    /** As people read it. */
    readonly name: string;
    readonly organisationId: string;
  };
  readonly emailId: string;
  /** Administrator who invites. */
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Date;
}

/** What became of inviting somebody. */
export type Invited =
  | {
      readonly outcome: 'invited';
      readonly personId: string;
      /** The name they are known by here, which is not changed by inviting them. */
      readonly name: string;
      /** Whether they are new here. */
      readonly added: boolean;
    }
  | {
      readonly outcome:
        'no-such-organisation' | 'asker' | 'deactivated' | 'has-password' | 'service-account' | 'kept-apart';
    };

/**
 * Invites somebody, all of it in one transaction: adds the person if the address is nobody's yet, gives the role unless
 * they hold it, ends an earlier invitation with its email if that waits to be sent, makes the new one and queues its
 * email. The row of the person is locked meanwhile, so that of two invitations one replaces the other.
 */
export async function inviteIn(database: Transactional, invitation: NewInvitation): Promise<Invited> {
  const { person, role, by, now } = invitation;
  return database.transaction(async (transaction) => {
    const [organisation] = await transaction.query<{ name: string }>({
      text: `select name from organisation where id = $1 for key share`,
      values: [role.organisationId],
    });
    if (organisation === undefined) return { outcome: 'no-such-organisation' };
    await transaction.query({
      text: `insert into person (id, email, name, demonstration, created_at) values ($1, $2, $3, false, $4)
             on conflict (email) do nothing`,
      values: [person.id, person.email, person.name, now],
    });
    const [known] = await transaction.query<{
      id: string;
      name: string;
      gone: boolean;
      signsIn: boolean;
      isAccount: boolean;
    }>({
      text: `select id, name, deactivated_at is not null as gone, has_password as "signsIn",
               service_account as "isAccount"
             from person where email = $1 for update`,
      values: [person.email],
    });
    if (known === undefined) throw new Error('The person who was invited is not there');
    if (known.id === by.id) return { outcome: 'asker' };
    if (known.isAccount) return { outcome: 'service-account' };
    if (known.gone) return { outcome: 'deactivated' };
    if (known.signsIn) return { outcome: 'has-password' };
    const given = await giveRoleIn(transaction, {
      id: role.id,
      personId: known.id,
      organisationId: role.organisationId,
      role: role.role,
      validFrom: now,
      givenBy: by.id,
    });
    if (given === 'kept-apart') return { outcome: given };
    await endEarlierInvitation(transaction, known.id, now);
    await addInvitation(transaction, invitation, known, organisation.name);
    return { outcome: 'invited', personId: known.id, name: known.name, added: known.id === person.id };
  });
}

/**
 * Invites the first administrator of a deployment, whom nobody could invite: in their own name, unless they have chosen
 * a password or have an invitation that works.
 *
 * @returns whether they were invited
 */
export async function inviteFirstAdministrator(
  database: Transactional,
  invitation: Omit<NewInvitation, 'by'>,
): Promise<boolean> {
  const { person, role, now } = invitation;
  return database.transaction(async (transaction) => {
    const [organisation] = await transaction.query<{ name: string }>({
      text: `select name from organisation where id = $1 for key share`,
      values: [role.organisationId],
    });
    const [known] = await transaction.query<{ id: string; name: string; invited: boolean }>({
      text: `select p.id, p.name, exists (
               select 1 from invitation i where i.person_id = p.id and ${works('$2::timestamptz')}
             ) as invited
             from person p where p.email = $1 and p.deactivated_at is null and not p.has_password
               and not p.service_account and exists (
                 select 1 from role_assignment r where r.person_id = p.id and r.role = 'administrator'
                   and (r.valid_to is null or r.valid_to > $2::timestamptz)
               )
             for no key update of p`,
      values: [person.email, now],
    });
    if (organisation === undefined || known === undefined || known.invited) return false;
    await endEarlierInvitation(transaction, known.id, now);
    const by = { id: known.id, name: 'Whoever runs this service' };
    await addInvitation(transaction, { ...invitation, by }, known, organisation.name);
    return true;
  });
}

/** What one email of an invitation is sent for, once and never again. */
function occasion(invitationId: string): string {
  return `invitation:${invitationId}`;
}

async function endEarlierInvitation(transaction: Queryable, personId: string, now: Date): Promise<void> {
  const earlier = await transaction.query<{ id: string }>({
    text: `update invitation set replaced_at = $2
           where person_id = $1 and used_at is null and replaced_at is null returning id`,
    values: [personId, now],
  });
  // One that is being sent just now may still leave; what it links to works no more.
  await transaction.query({
    text: `update email set status = 'refused', settled_at = $2, lease_until = null, last_error = $3,
             parameters = parameters - 'token'
           where occasion = any($1::text[]) and status in ('queued', 'sending')`,
    values: [earlier.map(({ id }) => occasion(id)), now, INVITED_AGAIN],
  });
}

async function addInvitation(
  transaction: Queryable,
  { id, tokenHash, token, expiresAt, emailId, person, role, by, now }: NewInvitation,
  known: { readonly id: string; readonly name: string },
  organisation: string,
): Promise<void> {
  await transaction.query({
    text: `insert into invitation (id, person_id, token_hash, created_at, created_by, expires_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [id, known.id, tokenHash, now, by.id, expiresAt],
  });
  const parameters = {
    role: role.name,
    organisation,
    invitedBy: by.name,
    expiresAt: expiresAt.toISOString(),
    token,
  };
  await transaction.query({
    // Never held for a digest: who is invited has not said yet how they want to be told.
    text: `insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
             parameters, status, attempts, created_at, next_attempt_at)
           values ($1, $2, $3, $4, $5, $6, 'invited', $7::jsonb, 'queued', 0, $8, $8)`,
    values: [
      emailId,
      known.id,
      occasion(id),
      INVITATION,
      known.name,
      person.email,
      JSON.stringify(parameters),
      now,
    ],
  });
}

/** Who an invitation is for. */
export interface InvitedPerson {
  readonly personId: string;
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  readonly expiresAt: Date;
}

/** SQL of whether the invitation `i` to the person `p` can be taken up at an instant, given as SQL. */
function works(now: string): string {
  return `i.used_at is null and i.replaced_at is null and i.expires_at > ${now}
    and p.deactivated_at is null and not p.has_password`;
}

/** Who an invitation is for; `null` where it does not work, or no longer. @param tokenHashes what may be kept of the token */
export async function findInvitation(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  now: Date,
): Promise<InvitedPerson | null> {
  const [row] = await queryable.query<InvitedPerson>({
    name: 'find_invitation',
    text: `select p.id as "personId", p.name, p.email, i.expires_at as "expiresAt"
      from invitation i join person p on p.id = i.person_id
      where i.token_hash = any($1::bytea[]) and ${works('$2::timestamptz')}`,
    values: [tokenHashes, now],
  });
  return row ?? null;
}

/**
 * Takes an invitation up: marks it used and sets the person's first password, in one statement. Of two at once the rows
 * let one through.
 *
 * @param passwordHash argon2id in PHC form
 * @returns the person, or `null` where the invitation does not work, or no longer
 */
export async function acceptInvitation(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
  passwordHash: string,
  now: Date,
): Promise<string | null> {
  const [row] = await queryable.query<{ id: string }>({
    name: 'accept_invitation',
    // The person is locked before the invitation, as inviting again does, so that neither waits for the other.
    text: `with invited as materialized (
        select i.id, p.id as person_id from invitation i join person p on p.id = i.person_id
         where i.token_hash = any($1::bytea[]) and ${works('$3::timestamptz')} for no key update of p
      ), used as (
        update invitation u set used_at = $3::timestamptz from invited
         where u.id = invited.id and u.used_at is null and u.replaced_at is null
        returning u.person_id
      ), kept as (
        insert into person_password (person_id, password_hash) select person_id, $2 from used
      )
      update person set has_password = true from used where person.id = used.person_id returning person.id`,
    values: [tokenHashes, passwordHash, now],
  });
  return row?.id ?? null;
}
