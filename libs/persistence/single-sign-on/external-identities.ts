import { randomUUID } from 'node:crypto';
import type { Role } from '#domain';
import type { Queryable, Transactional } from '../database/statement.js';
import { lockAdministrators } from '../people/administrators.js';
import { followClaims, type ClaimedRole, type ClaimsFollowed } from './claimed-roles.js';

/** Somebody an identity provider vouches for. */
export interface VouchedPerson {
  /** Id of the provider in the configuration. */
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  /** An address the provider may vouch for, in lower case; `null` where it does not. */
  readonly email: string | null;
  /** Name for somebody who is new here; `null` where nobody is to be added. */
  readonly newName: string | null;
  /** Roles by the provider's claims; `null` where roles are given here. */
  readonly claimed: readonly ClaimedRole[] | null;
  /** Keys of the only organisations its people may have roles in; none where it is for all. */
  readonly organisations: readonly string[];
  readonly now: Date;
}

/** What became of recognising them. */
export type Recognised =
  | {
      readonly outcome: 'recognised';
      readonly personId: string;
      readonly identityId: string;
      /** Whether a role of administrator was kept although the claims no longer say so, because it is the last. */
      readonly keptLastAdministrator: boolean;
      /** Roles that were claimed and not given, because they are kept apart from another the person holds. */
      readonly refusedRoles: readonly Role[];
    }
  | {
      readonly outcome:
        | 'nobody'
        /** They have no address the provider vouches for, and are not known by its subject. */
        | 'no-email'
        | 'deactivated'
        /** The person with this address is known by another subject. */
        | 'other-subject'
        /** They hold roles outside the organisations the provider is for, or none within. */
        | 'other-organisation'
        | 'no-role';
    };

interface KnownPerson {
  readonly personId: string;
  readonly deactivated: boolean;
  /** Whether it is a service account, as which nobody signs in. */
  readonly isAccount: boolean;
  readonly identityId: string | null;
}

/**
 * Finds the person an identity provider means: by its subject where that is known here, and otherwise, once, by their
 * address. From then on the subject alone counts, so that an address that is given to somebody else opens nothing. Roles
 * that follow the provider's claims are given and ended in the same transaction.
 */
export async function recognisePerson(database: Transactional, vouched: VouchedPerson): Promise<Recognised> {
  return database.transaction(async (transaction) => {
    if (vouched.claimed !== null) await lockAdministrators(transaction);
    // Of two first sign-ins of one subject at once, the second finds what the first has made.
    await transaction.query({
      text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
      values: [`subject ${vouched.issuer} ${vouched.subject}`],
    });
    const found = (await bySubject(transaction, vouched)) ?? (await byEmail(transaction, vouched));
    if (typeof found === 'string') return { outcome: found };
    const { personId } = found;
    if (found.isAccount) return { outcome: 'nobody' };
    if (found.deactivated) return { outcome: 'deactivated' };
    const follows: ClaimsFollowed =
      vouched.claimed === null
        ? { keptLastAdministrator: false, refusedRoles: [] }
        : await followClaims(transaction, personId, vouched.provider, vouched.claimed, vouched.now);
    const standing = await standingOf(transaction, personId, vouched.now);
    if (vouched.claimed !== null && standing.length === 0) return { outcome: 'no-role' };
    if (isElsewhere(standing, vouched.organisations)) return { outcome: 'other-organisation' };
    const identityId = found.identityId ?? (await insertIdentity(transaction, personId, vouched));
    return { outcome: 'recognised', personId, identityId, ...follows };
  });
}

async function bySubject(
  transaction: Queryable,
  { issuer, subject }: VouchedPerson,
): Promise<KnownPerson | null> {
  const [known] = await transaction.query<KnownPerson>({
    text: `select p.id as "personId", p.deactivated_at is not null as deactivated, e.id as "identityId",
             p.service_account as "isAccount"
           from external_identity e join person p on p.id = e.person_id
           where e.issuer = $1 and e.subject = $2 and e.ended_at is null for update of p`,
    values: [issuer, subject],
  });
  return known ?? null;
}

async function byEmail(
  transaction: Queryable,
  vouched: VouchedPerson,
): Promise<KnownPerson | 'nobody' | 'no-email' | 'other-subject' | 'no-role'> {
  const { email, newName, claimed, now } = vouched;
  if (email === null) return 'no-email';
  // Of two first sign-ins with one address at once, the second finds what the first has made: by a statement of its own,
  // because one that waits for the person's row still sees what else there was before it waited.
  await transaction.query({
    text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
    values: [`address ${email}`],
  });
  if (newName !== null && (claimed === null || claimed.length > 0))
    await transaction.query({
      text: `insert into person (id, email, name, demonstration, created_at) values ($1, $2, $3, false, $4)
             on conflict (email) do nothing`,
      values: [randomUUID(), email, newName, now],
    });
  const [known] = await transaction.query<KnownPerson & { known: boolean }>({
    text: `select p.id as "personId", p.deactivated_at is not null as deactivated, null as "identityId",
             p.service_account as "isAccount",
             exists (select from external_identity e where e.person_id = p.id and e.ended_at is null) as known
           from person p where p.email = $1 for update of p`,
    values: [email],
  });
  if (known === undefined) return newName === null ? 'nobody' : 'no-role';
  return known.known && !known.deactivated ? 'other-subject' : known;
}

interface Standing {
  readonly role: Role;
  readonly organisationKey: string;
}

async function standingOf(transaction: Queryable, personId: string, now: Date): Promise<readonly Standing[]> {
  return transaction.query<Standing>({
    text: `select r.role, o.key as "organisationKey"
           from role_assignment r join organisation o on o.id = r.organisation_id
           where r.person_id = $1 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)`,
    values: [personId, now],
  });
}

/** A provider of one organisation must not let anybody in who acts for another. */
function isElsewhere(standing: readonly Standing[], organisations: readonly string[]): boolean {
  if (organisations.length === 0) return false;
  return (
    standing.length === 0 || standing.some(({ organisationKey }) => !organisations.includes(organisationKey))
  );
}

async function insertIdentity(
  transaction: Queryable,
  personId: string,
  { provider, issuer, subject, now }: VouchedPerson,
): Promise<string> {
  const id = randomUUID();
  await transaction.query({
    text: `insert into external_identity (id, person_id, provider, issuer, subject, created_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [id, personId, provider, issuer, subject, now],
  });
  return id;
}

/**
 * Ends what a person is known by at their provider, and their sessions through it: whoever signs in next with their
 * address, verified, is them.
 *
 * @returns whether there was anything to end
 */
export async function endExternalIdentity(
  queryable: Queryable,
  personId: string,
  now: Date,
  endedBy: string,
): Promise<boolean> {
  const rows = await queryable.query({
    text: `
      with ended as (
        update external_identity set ended_at = $2, ended_by = $3 where person_id = $1 and ended_at is null returning id
      ), sessions as (
        update web_session w set ended_at = $2 from ended where w.external_identity_id = ended.id and w.ended_at is null
      )
      select id from ended`,
    values: [personId, now, endedBy],
  });
  return rows.length > 0;
}
