import { areKeptApart, isServiceAccountRole, type Role } from '#domain';
import type { Queryable, Transactional } from '../database/statement.js';
import { sessionsEnded } from '../sessions/sessions-ended.js';
import { administratorsKept, type AdministratorKept } from './administrators.js';

/** A new person; the email address in lower case. */
export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** argon2id in PHC form, or `null` when the person signs in elsewhere. */
  readonly passwordHash: string | null;
  readonly demonstration: boolean;
  readonly createdAt: Date;
}

/** Adds a person. Gives false, adding nobody, when the email address is taken. */
export async function insertPerson(queryable: Queryable, person: NewPerson): Promise<boolean> {
  const rows = await queryable.query({
    text: `with added as (
             insert into person (id, email, name, has_password, demonstration, created_at)
             values ($1, $2, $3, $4::text is not null, $5, $6) on conflict (email) do nothing returning id
           ), kept as (
             insert into person_password (person_id, password_hash)
             select id, $4::text from added where $4::text is not null
           )
           select id from added`,
    values: [
      person.id,
      person.email,
      person.name,
      person.passwordHash,
      person.demonstration,
      person.createdAt,
    ],
  });
  return rows.length === 1;
}

/** A role given to somebody in an organisation from an instant on. */
export interface NewRoleAssignment {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly validFrom: Date;
  /** Administrator who gives it; `null` when the service is set up with it. */
  readonly givenBy: string | null;
  /** Identity provider whose claims give it, where one does. */
  readonly givenByProvider?: string;
}

/** What became of giving a role. */
export type RoleGiven =
  | 'given'
  | 'held-already'
  | 'no-such-person'
  | 'no-such-organisation'
  /** A service account may not hold it. */
  | 'for-people-alone'
  /** They hold one that cannot be the same person's. */
  | 'kept-apart';

/** Gives a role. The person's row is locked meanwhile, so that two requests cannot both give the same one. */
export async function insertRole(database: Transactional, given: NewRoleAssignment): Promise<RoleGiven> {
  return database.transaction((transaction) => giveRoleIn(transaction, given));
}

/** What became of giving a role in an organisation and those that belong to it. */
export interface RoleGivenBelow extends Pick<NewRoleAssignment, 'id' | 'validFrom'> {
  readonly outcome: RoleGiven;
  /** In how many organisations that belong to it the role was given. */
  readonly alsoIn: number;
}

/**
 * Gives a role in an organisation and in every one that belongs to it, at any depth, and exists on a day. Where they
 * hold it already nothing changes.
 *
 * @param today the day, in London
 * @returns what became of it; `held-already` where there was none of them in which they did not hold it
 */
export async function insertRoleBelow(
  database: Transactional,
  given: NewRoleAssignment,
  today: string,
): Promise<RoleGivenBelow> {
  return database.transaction(async (transaction) => {
    const outcome = await giveRoleIn(transaction, given);
    if (outcome !== 'given' && outcome !== 'held-already') return { outcome, ...given, alsoIn: 0 };
    const below = await transaction.query({
      name: 'give_role_below',
      text: `with recursive below(id) as (
          select o.id from organisation o where o.parent_id = $2
          union select o.id from organisation o join below b on o.parent_id = b.id)
        insert into role_assignment (id, person_id, organisation_id, role, valid_from, given_by)
        select gen_random_uuid(), $1, o.id, $3, $4, $5 from below b join organisation o on o.id = b.id
        where o.valid_from <= $6 and (o.valid_to is null or o.valid_to > $6)
          and not exists (select from role_assignment r where r.person_id = $1 and r.organisation_id = o.id
            and r.role = $3 and (r.valid_to is null or r.valid_to > $4))
        returning id`,
      values: [given.personId, given.organisationId, given.role, given.validFrom, given.givenBy, today],
    });
    const alsoIn = below.length;
    if (outcome === 'given' || alsoIn === 0) return { outcome, ...given, alsoIn };
    const [held] = await transaction.query<Pick<NewRoleAssignment, 'id' | 'validFrom'>>({
      text: `select id, valid_from as "validFrom" from role_assignment
        where person_id = $1 and organisation_id = $2 and role = $3 and (valid_to is null or valid_to > $4)`,
      values: [given.personId, given.organisationId, given.role, given.validFrom],
    });
    return { outcome: 'given', ...(held ?? given), alsoIn };
  });
}

/** As {@link insertRole}, in a transaction that is under way. */
export async function giveRoleIn(transaction: Queryable, given: NewRoleAssignment): Promise<RoleGiven> {
  const [person] = await transaction.query<{ isAccount: boolean }>({
    text: `select service_account as "isAccount" from person where id = $1 and deactivated_at is null for update`,
    values: [given.personId],
  });
  if (person === undefined) return 'no-such-person';
  if (person.isAccount && !isServiceAccountRole(given.role)) return 'for-people-alone';
  const organisations = await transaction.query({
    text: `select id from organisation where id = $1 for key share`,
    values: [given.organisationId],
  });
  if (organisations.length === 0) return 'no-such-organisation';
  const held = await transaction.query({
    text: `select id from role_assignment where person_id = $1 and organisation_id = $2 and role = $3
           and (valid_to is null or valid_to > $4)`,
    values: [given.personId, given.organisationId, given.role, given.validFrom],
  });
  if (held.length > 0) return 'held-already';
  // The database would not have it either (`roles_are_kept_apart`).
  if (await isKeptApart(transaction, given)) return 'kept-apart';
  await transaction.query({
    text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from, given_by, given_by_provider)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      given.id,
      given.personId,
      given.organisationId,
      given.role,
      given.validFrom,
      given.givenBy,
      given.givenByProvider ?? null,
    ],
  });
  return 'given';
}

/** Whether somebody holds a role that cannot be one person's together with another. */
async function isKeptApart(
  transaction: Queryable,
  { personId, role, validFrom }: NewRoleAssignment,
): Promise<boolean> {
  const roles = await transaction.query<{ role: Role }>({
    text: `select role from role_assignment where person_id = $1 and (valid_to is null or valid_to > $2)`,
    values: [personId, validFrom],
  });
  return roles.some((held) => areKeptApart(held.role, role));
}

/** One role somebody was given, with its end where it has one. */
export interface RoleAssignmentRow {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** A role of a person's; `null` when that person was never given it. */
export async function findRole(
  queryable: Queryable,
  personId: string,
  roleId: string,
): Promise<RoleAssignmentRow | null> {
  const [row] = await queryable.query<RoleAssignmentRow>({
    name: 'find_role',
    text: `select id, person_id as "personId", organisation_id as "organisationId", role, valid_from as "validFrom",
        valid_to as "validTo"
      from role_assignment where id = $1 and person_id = $2`,
    values: [roleId, personId],
  });
  return row ?? null;
}

/**
 * Ends a role at the instant. One that has ended keeps the end it had: what was true stays on record.
 *
 * @returns why it did not, where administrators must stay, see {@link administratorsKept}
 */
export async function endRole(
  database: Transactional,
  roleId: string,
  now: Date,
  endedBy: string,
): Promise<AdministratorKept | null> {
  return database.transaction(async (transaction) => {
    const kept = await administratorsKept(transaction, (role) => role.roleId === roleId, endedBy, now);
    if (kept !== null) return kept;
    await transaction.query({
      text: `update role_assignment set valid_to = $2, ended_by = $3
             where id = $1 and (valid_to is null or valid_to > $2)`,
      values: [roleId, now, endedBy],
    });
    return null;
  });
}

/** What became of shutting somebody out. */
export type Deactivation =
  | { readonly outcome: 'deactivated'; readonly at: Date }
  | { readonly outcome: 'no-such-person' | AdministratorKept };

/**
 * Shuts a person out: no more sign-ins, and every token, client and session, and what providers know them by, ends in
 * the same transaction. Doing it again keeps
 * the first instant.
 *
 * @returns when the person was deactivated, or why they were not, see {@link administratorsKept}
 */
export async function deactivatePerson(
  database: Transactional,
  personId: string,
  now: Date,
  deactivatedBy: string,
): Promise<Deactivation> {
  return database.transaction(async (transaction) => {
    const kept = await administratorsKept(
      transaction,
      (role) => role.personId === personId,
      deactivatedBy,
      now,
    );
    if (kept !== null) return { outcome: kept };
    const [person] = await transaction.query<{ deactivatedAt: Date }>({
      text: `update person set deactivated_at = coalesce(deactivated_at, $2),
               deactivated_by = case when deactivated_at is null then $3::uuid else deactivated_by end
             where id = $1 returning deactivated_at as "deactivatedAt"`,
      values: [personId, now, deactivatedBy],
    });
    if (person === undefined) return { outcome: 'no-such-person' };
    await transaction.query({
      text: `with ${sessionsEnded('person_id = $1', '$2', 'null::uuid')}, programs as (
               update machine_token set revoked_at = $2, revoked_by = $3 where person_id = $1 and revoked_at is null),
             clients as (
               update machine_client set revoked_at = $2, revoked_by = $3 where person_id = $1 and revoked_at is null),
             identities as (
               update external_identity set ended_at = $2, ended_by = $3 where person_id = $1 and ended_at is null
             ) select`,
      values: [personId, now, deactivatedBy],
    });
    return { outcome: 'deactivated', at: person.deactivatedAt };
  });
}
