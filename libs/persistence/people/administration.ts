import type { IsoDate, Role } from '#domain';
import type { Database, Queryable } from '../database/database.js';

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
    text: `insert into person (id, email, name, password_hash, demonstration, created_at)
           values ($1, $2, $3, $4, $5, $6) on conflict (email) do nothing returning id`,
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
}

/** What became of giving a role. */
export type RoleGiven = 'given' | 'held-already' | 'no-such-person' | 'no-such-organisation';

/** Gives a role. The person's row is locked meanwhile, so that two requests cannot both give the same one. */
export async function insertRole(database: Database, given: NewRoleAssignment): Promise<RoleGiven> {
  return database.transaction(async (transaction) => {
    const people = await transaction.query({
      text: `select id from person where id = $1 and deactivated_at is null for update`,
      values: [given.personId],
    });
    if (people.length === 0) return 'no-such-person';
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
    await transaction.query({
      text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from, given_by)
             values ($1, $2, $3, $4, $5, $6)`,
      values: [given.id, given.personId, given.organisationId, given.role, given.validFrom, given.givenBy],
    });
    return 'given';
  });
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
  database: Database,
  personId: string,
  roleId: string,
): Promise<RoleAssignmentRow | null> {
  const row = await database.prisma.roleAssignment.findFirst({ where: { id: roleId, personId } });
  return row === null ? null : { ...row, role: row.role as Role };
}

/** Ends a role at the instant. One that has ended keeps the end it had: what was true stays on record. */
export async function endRole(database: Database, roleId: string, now: Date, endedBy: string): Promise<void> {
  await database.prisma.roleAssignment.updateMany({
    where: { id: roleId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    data: { validTo: now, endedBy },
  });
}

/**
 * Shuts a person out: no more sign-ins, and every token and session ends in the same transaction. Doing it again keeps
 * the first instant.
 *
 * @returns when the person was deactivated, or `null` when there is no such person
 */
export async function deactivatePerson(
  database: Database,
  personId: string,
  now: Date,
  deactivatedBy: string,
): Promise<Date | null> {
  return database.transaction(async (transaction) => {
    const [person] = await transaction.query<{ deactivatedAt: Date }>({
      text: `update person set deactivated_at = coalesce(deactivated_at, $2),
               deactivated_by = case when deactivated_at is null then $3::uuid else deactivated_by end
             where id = $1 returning deactivated_at as "deactivatedAt"`,
      values: [personId, now, deactivatedBy],
    });
    if (person === undefined) return null;
    await transaction.query({
      text: `with sessions as (update web_session set ended_at = $2 where person_id = $1 and ended_at is null)
             update access_token set revoked_at = $2 where person_id = $1 and revoked_at is null`,
      values: [personId, now],
    });
    return person.deactivatedAt;
  });
}

/** An organisation as it is kept. */
export interface OrganisationRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly parentId: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

const ORGANISATION_COLUMNS = `id, key, name, acronym, parent_id as "parentId", valid_from as "validFrom",
  valid_to as "validTo"`;

/** What became of adding an organisation. */
export type OrganisationAdded = 'added' | 'key-taken' | 'no-such-parent';

/** Adds an organisation, unless its key is taken or its parent is unknown. */
export async function insertOrganisation(
  queryable: Queryable,
  organisation: OrganisationRow,
): Promise<OrganisationAdded> {
  if (organisation.parentId !== null) {
    const parent = await findOrganisation(queryable, organisation.parentId);
    if (parent === null) return 'no-such-parent';
  }
  const rows = await queryable.query({
    text: `insert into organisation (id, key, name, acronym, parent_id, valid_from, valid_to)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (key) do nothing returning id`,
    values: [
      organisation.id,
      organisation.key,
      organisation.name,
      organisation.acronym,
      organisation.parentId,
      organisation.validFrom,
      organisation.validTo,
    ],
  });
  return rows.length === 1 ? 'added' : 'key-taken';
}

/** One organisation, or `null`. */
export async function findOrganisation(queryable: Queryable, id: string): Promise<OrganisationRow | null> {
  const [row] = await queryable.query<OrganisationRow>({
    text: `select ${ORGANISATION_COLUMNS} from organisation where id = $1`,
    values: [id],
  });
  return row ?? null;
}

/** Where a page of organisations starts: after this name and id. */
export interface OrganisationPosition {
  readonly name: string;
  readonly id: string;
}

/** Organisations by name, then id, starting after a position: at most `limit`. */
export async function listOrganisations(
  queryable: Queryable,
  limit: number,
  after: OrganisationPosition | null,
): Promise<readonly OrganisationRow[]> {
  const start = after === null ? '' : 'where (name, id) > ($2, $3)';
  return queryable.query<OrganisationRow>({
    name: after === null ? 'list_organisations' : 'list_organisations_after',
    text: `select ${ORGANISATION_COLUMNS} from organisation ${start} order by name, id limit $1`,
    values: after === null ? [limit] : [limit, after.name, after.id],
  });
}
