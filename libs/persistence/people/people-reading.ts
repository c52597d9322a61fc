import { accountStanding, type AccountStanding, type Role } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { small } from './small-letters.js';

/** An organisation, in brief. */
export interface OrganisationInBrief {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Somebody who did something, by name. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** A role somebody holds now. */
export interface HeldRoleRow {
  readonly id: string;
  readonly role: Role;
  readonly organisation: OrganisationInBrief;
  /** UTC. */
  readonly validFrom: string;
}

/** A person in a list. Instants are UTC. */
export interface PersonInList {
  readonly id: string;
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  readonly createdAt: string;
  readonly deactivatedAt: string | null;
  readonly standing: AccountStanding;
  /** The invitation that waits to be taken up, also where its time has passed. */
  readonly invitation: { readonly createdAt: string; readonly expiresAt: string } | null;
  /** Roles held now. */
  readonly roles: readonly HeldRoleRow[];
}

/** Which people to list; what is `null` does not narrow. */
export interface PeopleFilter {
  /** Part of a name or an email address, in whatever letters. */
  readonly text: string | null;
  /** They hold a role there now; with `role` too, that role there. */
  readonly organisationId: string | null;
  /** They hold it now. */
  readonly role: Role | null;
  /** Whether they can sign in; false for those who were deactivated. */
  readonly active: boolean | null;
}

const ORGANISATION = `jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name)`;
const BRIEF = `p.id, p.name, p.email, ${utc('p.created_at')} as "createdAt", ${utc('p.deactivated_at')} as "deactivatedAt"`;

/** SQL of the invitation of the person `p` that waits; none to somebody who can sign in all the same. */
const INVITATION = `(select jsonb_build_object('createdAt', ${utc('i.created_at')}, 'expiresAt', ${utc('i.expires_at')})
    from invitation i where i.person_id = p.id and i.used_at is null and i.replaced_at is null
      and not p.has_password
      and not exists (select from external_identity e where e.person_id = p.id and e.ended_at is null)) as invitation`;

/** A person as a statement gives them, without what is worked out. */
type Unjudged<Person extends PersonInList | PersonInFull> = Omit<Person, 'standing'>;

/** SQL of whether the role `r` is held at an instant, given as SQL. */
function held(now: string): string {
  return `(r.valid_from <= ${now} and (r.valid_to is null or r.valid_to > ${now}))`;
}

/** SQL of the roles of the person `p` held at an instant, given as SQL. */
function heldRoles(now: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'organisation', ${ORGANISATION},
      'validFrom', ${utc('r.valid_from')}) order by o.name, r.role, r.id), '[]'::jsonb)
    from role_assignment r join organisation o on o.id = r.organisation_id
    where r.person_id = p.id and ${held(now)}) as roles`;
}

/**
 * People by name, then id, each with the roles held now: at most `limit`. One query.
 * @param after id of whom the page before ended with; `null` for the first page
 */
export async function listPeople(
  queryable: Queryable,
  filter: PeopleFilter,
  now: Date,
  after: string | null,
  limit: number,
): Promise<readonly PersonInList[]> {
  const { values, bind } = binder();
  const at = bind(now, 'timestamptz');
  const where: string[] = [];
  if (after !== null)
    where.push(
      `(p.name, p.id) > (select last.name, last.id from person last where last.id = ${bind(after, 'uuid')})`,
    );
  if (filter.text !== null) {
    const text = bind(filter.text, 'text');
    where.push(`(strpos(${small('p.name')}, ${small(text)}) > 0 or strpos(p.email, ${small(text)}) > 0)`);
  }
  if (filter.active !== null) where.push(`p.deactivated_at is ${filter.active ? '' : 'not '}null`);
  if (filter.organisationId !== null || filter.role !== null) {
    const asked = [held(at)];
    if (filter.organisationId !== null)
      asked.push(`r.organisation_id = ${bind(filter.organisationId, 'uuid')}`);
    if (filter.role !== null) asked.push(`r.role = ${bind(filter.role, 'text')}`);
    where.push(`exists (select from role_assignment r where r.person_id = p.id and ${asked.join(' and ')})`);
  }
  const rows = await queryable.query<Unjudged<PersonInList>>({
    text: `select ${BRIEF}, ${INVITATION}, ${heldRoles(at)} from person p
      ${where.length === 0 ? '' : `where ${where.join(' and ')}`}
      order by p.name, p.id limit ${bind(limit, 'int')}`,
    values,
  });
  return rows.map((row) => ({ ...row, standing: accountStanding(row) }));
}

/** A role that has ended, with who gave and who ended it where that is known. */
export interface EndedRoleRow extends GivenRoleRow {
  readonly validTo: string;
  readonly endedBy: NamedPerson | null;
}

/** A role held now, with who gave it; `null` where the service was set up with it. */
export interface GivenRoleRow extends HeldRoleRow {
  readonly givenBy: NamedPerson | null;
  /** Identity provider whose claims gave it, and end it; `null` where none did. */
  readonly givenByProvider: string | null;
}

/** That an account was locked after wrong passwords, or that a lock was lifted. */
export interface SignInLockRow {
  readonly what: 'locked' | 'lifted';
  readonly at: string;
  /** When the lock ends, or was to end. */
  readonly until: string | null;
  /** Administrator who lifted it. */
  readonly by: NamedPerson | null;
}

/** What was done to an account by which its sessions ended. */
export interface AccountChangeRow {
  readonly what: 'sessions-ended' | 'password-changed' | 'password-reset';
  readonly at: string;
  /** Whether an administrator ended everybody's. */
  readonly everybody: boolean;
  /** Who did it; `null` where a link from an email did. */
  readonly by: NamedPerson | null;
}

/** Everything about one person that administrators see. Instants are UTC. */
export interface PersonInFull extends Omit<PersonInList, 'roles'> {
  readonly deactivatedBy: NamedPerson | null;
  /** Whether the account is there to show the service with. */
  readonly demonstration: boolean;
  /** Whether they can sign in with a password; one who signs in elsewhere, or has not taken up an invitation, has none. */
  readonly hasPassword: boolean;
  /** Whether it is no person, and only a registered client acts as it. */
  readonly serviceAccount: boolean;
  /** How they are known at an identity provider; `null` where they never signed in there, or are to do so anew. */
  readonly externalIdentity: { readonly provider: string; readonly createdAt: string } | null;
  /** Roles held now. */
  readonly roles: readonly GivenRoleRow[];
  /** Roles that have ended, the last one first. */
  readonly earlierRoles: readonly EndedRoleRow[];
  /** When they last signed in, by token or in a browser, as far as is known: those that ended long ago are forgotten. */
  readonly lastSignInAt: string | null;
  /** Until when the account is locked after wrong passwords, where it is. */
  readonly lockedUntil: string | null;
  /** The latest times it was locked or a lock was lifted, the last one first. */
  readonly signInLocks: readonly SignInLockRow[];
  /** The latest times its sessions were ended, or its password became another, the last one first. */
  readonly accountChanges: readonly AccountChangeRow[];
}

/** SQL of who a column names. */
function named(column: string): string {
  return `(select jsonb_build_object('id', n.id, 'name', n.name) from person n where n.id = ${column})`;
}

/** Who somebody is; `null` where there is nobody of the id. */
export async function findNamed(queryable: Queryable, personId: string): Promise<NamedPerson | null> {
  const [row] = await queryable.query<NamedPerson>({
    name: 'find_named',
    text: 'select id, name from person where id = $1',
    values: [personId],
  });
  return row ?? null;
}

/** One person, in one query; `null` where there is none. */
export async function findPerson(
  queryable: Queryable,
  personId: string,
  now: Date,
): Promise<PersonInFull | null> {
  const given = `'id', r.id, 'role', r.role, 'organisation', ${ORGANISATION},
    'validFrom', ${utc('r.valid_from')}, 'givenBy', ${named('r.given_by')},
    'givenByProvider', r.given_by_provider`;
  const from = `from role_assignment r join organisation o on o.id = r.organisation_id where r.person_id = p.id`;
  const [row] = await queryable.query<Unjudged<PersonInFull>>({
    name: 'find_person',
    text: `select ${BRIEF}, ${named('p.deactivated_by')} as "deactivatedBy", p.demonstration,
        p.has_password as "hasPassword", p.service_account as "serviceAccount",
        (select jsonb_build_object('provider', e.provider, 'createdAt', ${utc('e.created_at')})
          from external_identity e where e.person_id = p.id and e.ended_at is null) as "externalIdentity",
        (select coalesce(jsonb_agg(jsonb_build_object(${given}) order by o.name, r.role, r.id), '[]'::jsonb)
          ${from} and ${held('$2::timestamptz')}) as roles,
        (select coalesce(jsonb_agg(jsonb_build_object(${given}, 'validTo', ${utc('r.valid_to')},
            'endedBy', ${named('r.ended_by')}) order by r.valid_to desc, r.id), '[]'::jsonb)
          ${from} and r.valid_to <= $2::timestamptz) as "earlierRoles",
        (select ${utc('max(s.at)')} from (
          select t.created_at as at from access_token t where t.person_id = p.id
          union all select w.created_at from web_session w where w.person_id = p.id) s) as "lastSignInAt",
        (select ${utc('max(t.locked_until)')} from sign_in_tries t
          where t.person_id = p.id and t.locked_until > $2::timestamptz) as "lockedUntil",
        (select coalesce(jsonb_agg(jsonb_build_object('what', l.what, 'at', ${utc('l.at')},
            'until', ${utc('l.until')}, 'by', ${named('l.by')}) order by l.at desc, l.id), '[]'::jsonb)
          from (select * from sign_in_lock s where s.person_id = p.id order by s.at desc, s.id limit 10) l)
          as "signInLocks",
        (select coalesce(jsonb_agg(jsonb_build_object('what', c.what, 'at', ${utc('c.at')},
            'everybody', c.person_id is null, 'by', ${named('c.by')}) order by c.at desc, c.id), '[]'::jsonb)
          from (select * from account_change a where (a.person_id = p.id or a.person_id is null) and a.at >= p.created_at
            order by a.at desc, a.id limit 10) c) as "accountChanges",
        ${INVITATION}
      from person p where p.id = $1`,
    values: [personId, now],
  });
  return row === undefined ? null : { ...row, standing: accountStanding(row) };
}
