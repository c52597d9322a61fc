import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  isAssuranceRole,
  londonDate,
  refusedToOneself,
  ROLE_NAMES,
  SERVICE_ACCOUNT_ROLES,
  type IsoDate,
  type OwnAccountAction,
  type Role,
} from '#domain';
import {
  Database,
  deactivatePerson,
  endExternalIdentity,
  endRole,
  findNamed,
  findOrganisation,
  findPerson,
  findRole,
  insertOrganisation,
  insertPerson,
  insertRole,
  insertRoleBelow,
  listOrganisations,
  listPeople,
  type Actor,
  type AdministratorKept,
  type NamedPerson,
  type OrganisationFilter,
  type OrganisationPosition,
  type OrganisationRow,
  type PeopleFilter,
  type PersonInFull,
  type PersonInList,
} from '#persistence';
import { Clock, conflict, notFound, notPermitted, unprocessable, type ProblemError } from '#platform';
import type { ActingPerson } from '../acting-person.js';
import { hashPassword } from '../signing-in/password.js';
import { KEPT_APART, refuseRoleOutOfPlace } from './role-place.js';

export type { PersonInFull, PersonInList } from '#persistence';

/** An organisation, as people see it. */
export type Organisation = OrganisationRow;

/** What is asked for a new organisation. */
export interface OrganisationDetails {
  readonly key: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly parentId: string | null;
  /** Today, in UTC, unless given. */
  readonly validFrom?: IsoDate;
}

/** What is asked for a new person. */
export interface PersonDetails {
  readonly email: string;
  readonly name: string;
  /** `null` when the person signs in elsewhere. */
  readonly password: string | null;
  /** Whether the account is there to show the service with. */
  readonly demonstration?: boolean;
}

/** A person, as an administrator sees them. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Which people to list, and which page of them. */
export interface PeopleQuery extends PeopleFilter {
  /** Where the page before ended, or `null` for the first. */
  readonly after: string | null;
  /** Most to give. */
  readonly limit: number;
}

/** A role that has been given. */
export interface GivenRole {
  readonly id: string;
  readonly role: Role;
  readonly organisation: Pick<Organisation, 'id' | 'key' | 'name'>;
  readonly validFrom: Date;
  /** In how many organisations that belong to it the role was given at the same time; absent where that was not asked. */
  readonly alsoIn?: number;
}

/**
 * Administration of people, their roles and their organisations. Who may call it is decided at the route; here is only
 * what nobody may do: shut themselves out.
 */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 409 when the key is taken, 422 when the parent does not exist */
  async createOrganisation(details: OrganisationDetails): Promise<Organisation> {
    const organisation: Organisation = {
      id: randomUUID(),
      key: details.key,
      name: details.name,
      acronym: details.acronym,
      parentId: details.parentId,
      validFrom: details.validFrom ?? this.clock.now().toISOString().slice(0, 10),
      validTo: null,
    };
    const outcome = await insertOrganisation(this.database.asService(), organisation);
    switch (outcome) {
      case 'added':
        return organisation;
      case 'key-taken':
        throw conflict('There is an organisation with this key already.', [
          { pointer: '/key', detail: 'Enter a key no other organisation has' },
        ]);
      case 'no-such-parent':
        throw unprocessable('The organisation it belongs to does not exist.', [
          { pointer: '/parentId', detail: 'Enter the id of an organisation' },
        ]);
    }
  }

  /**
   * Organisations by name.
   *
   * @param limit most to give
   * @param after where the page before ended, or `null` for the first
   * @param filter which of them; all unless given
   */
  async listOrganisations(
    acting: Actor,
    limit: number,
    after: OrganisationPosition | null,
    filter?: OrganisationFilter,
  ): Promise<readonly Organisation[]> {
    return listOrganisations(this.database.as(acting), limit, after, filter);
  }

  /** People by name, each with the roles they hold now. */
  async listPeople(
    acting: Actor,
    { after, limit, ...filter }: PeopleQuery,
  ): Promise<readonly PersonInList[]> {
    return listPeople(this.database.as(acting), filter, this.clock.now(), after, limit);
  }

  /**
   * Everything about one person. That they have signed in, and are invited, is kept where nobody but the service itself
   * looks.
   * @throws ProblemError 404 when there is no such person
   */
  async person(id: string): Promise<PersonInFull> {
    const person = await findPerson(this.database.asService(), id, this.clock.now());
    if (person === null) throw notFound('There is no such person.');
    return person;
  }

  /** Who somebody is, in brief. @throws ProblemError 404 when there is no such person */
  async named(acting: Actor, id: string): Promise<NamedPerson> {
    const person = await findNamed(this.database.as(acting), id);
    if (person === null) throw notFound('There is no such person.');
    return person;
  }

  /** Adds somebody; the email address is kept in lower case. @throws ProblemError 409 when it is taken */
  async createPerson(details: PersonDetails): Promise<Person> {
    const person = {
      id: randomUUID(),
      email: details.email.toLowerCase(),
      name: details.name,
      createdAt: this.clock.now(),
    };
    const added = await insertPerson(this.database.asService(), {
      ...person,
      passwordHash: details.password === null ? null : await hashPassword(details.password),
      demonstration: details.demonstration ?? false,
    });
    if (!added)
      throw conflict('Somebody has this email address already.', [
        { pointer: '/email', detail: 'Enter an email address nobody else here has' },
      ]);
    return person;
  }

  /**
   * Gives a role from now on.
   *
   * @param below whether to give it in every organisation as well that belongs to it, at any depth, and exists today
   * @param by the administrator who gives it, who cannot give one to themselves; `null` for the service's own set-up
   * @throws ProblemError 409 when somebody would give themselves a role, 404 when there is no such person or they were deactivated, 422 when there is no such
   * organisation, 409 when they hold the role there already
   */
  async giveRole(
    by: ActingPerson | null,
    personId: string,
    role: Role,
    organisationId: string,
    below = false,
  ): Promise<GivenRole> {
    if (by !== null) refuseOwn('give-role', by, personId);
    await refuseRoleOutOfPlace(this.database.asService(), role, organisationId);
    if (below && isAssuranceRole(role)) {
      const detail = `A ${ROLE_NAMES[role]} belongs to GDS Assurance itself: leave out the organisations that belong to it`;
      throw unprocessable(`${detail}.`, [{ pointer: '/children', detail }]);
    }
    const given = {
      id: randomUUID(),
      personId,
      organisationId,
      role,
      validFrom: this.clock.now(),
      givenBy: by?.personId ?? null,
    };
    const { outcome, ...made } = below
      ? await insertRoleBelow(this.database.asService(), given, londonDate(given.validFrom))
      : { ...given, outcome: await insertRole(this.database.asService(), given) };
    const organisation = await findOrganisation(this.database.asService(), organisationId);
    if (outcome === 'no-such-person')
      throw notFound('There is no such person, or they have been deactivated.');
    if (outcome === 'no-such-organisation' || organisation === null)
      throw unprocessable('There is no such organisation.', [
        { pointer: '/organisationId', detail: 'Enter the id of an organisation' },
      ]);
    if (outcome === 'for-people-alone') {
      const possible = SERVICE_ACCOUNT_ROLES.map((name) => ROLE_NAMES[name]).join(' or ');
      const detail = `A service account can be ${possible}: the other roles are for people`;
      throw unprocessable(`${detail}.`, [{ pointer: '/role', detail }]);
    }
    if (outcome === 'kept-apart')
      throw conflict(`${KEPT_APART}.`, [{ pointer: '/role', detail: KEPT_APART }]);
    if (outcome === 'held-already')
      throw conflict(
        below
          ? 'They hold this role in this organisation and in all that belong to it already.'
          : 'They hold this role in this organisation already.',
      );
    const { id, key, name } = organisation;
    return {
      id: made.id,
      role,
      organisation: { id, key, name },
      validFrom: made.validFrom,
      ...('alsoIn' in made ? { alsoIn: made.alsoIn } : {}),
    };
  }

  /**
   * Ends a role from now on; it stays on record. Ending it twice is no error.
   *
   * @throws ProblemError 404 when the person never had it, 409 when an administrator would end their own, or there would
   *   be no administrator left, 403 when who asks has lost the role of administrator meanwhile
   */
  async endRole(by: ActingPerson, personId: string, roleId: string): Promise<void> {
    const role = await findRole(this.database.asService(), personId, roleId);
    if (role === null) throw notFound('This person has no such role.');
    refuseOwn('end-role', by, personId, role.role);
    const kept = await endRole(this.database.asService(), roleId, this.clock.now(), by.personId);
    if (kept !== null) throw administratorStays(kept);
  }

  /**
   * Ends what somebody is known by at their identity provider, and their sessions through it, so that they can sign in
   * there with another account. Ending it twice is no error.
   *
   * @throws ProblemError 404 when there is no such person, 409 when it is the one who asks
   */
  async endExternalIdentity(by: ActingPerson, personId: string): Promise<void> {
    refuseOwn('sign-in-anew', by, personId);
    await this.person(personId);
    await endExternalIdentity(this.database.asService(), personId, this.clock.now(), by.personId);
  }

  /**
   * Shuts somebody out at once: their tokens, clients and sessions end and they cannot sign in. What they did stays on record.
   *
   * @returns the instant they were first deactivated
   * @throws ProblemError 404 when there is no such person, 409 when it is the one who asks, or there would be no
   *   administrator left, 403 when who asks has lost the role of administrator meanwhile
   */
  async deactivate(by: ActingPerson, personId: string): Promise<Date> {
    refuseOwn('deactivate', by, personId);
    const deactivation = await deactivatePerson(
      this.database.asService(),
      personId,
      this.clock.now(),
      by.personId,
    );
    switch (deactivation.outcome) {
      case 'deactivated':
        return deactivation.at;
      case 'no-such-person':
        throw notFound('There is no such person.');
      case 'last-administrator':
      case 'asker-is-none':
        throw administratorStays(deactivation.outcome);
    }
  }
}

/** @throws ProblemError 409 where it is the asker's own account, to which they cannot do it */
function refuseOwn(
  action: OwnAccountAction,
  { personId: byId }: ActingPerson,
  personId: string,
  role?: Role,
): void {
  const why = refusedToOneself(action, byId, personId, role);
  if (why !== null) throw conflict(why);
}

/** Why an administrator was not taken away. */
function administratorStays(kept: AdministratorKept): ProblemError {
  switch (kept) {
    case 'last-administrator':
      return conflict(
        'This is the last administrator: nobody would be left to let others in. Make somebody else an administrator first.',
      );
    case 'asker-is-none':
      return notPermitted('You are no longer an administrator, so you cannot take another one away.');
  }
}
