import { randomUUID } from 'node:crypto';
import { ASSURING_ORGANISATION_KEY, invitationExpiry, ROLE_NAMES } from '#domain';
import { hashToken, INVITATION_PREFIX, newToken } from '#identity';
import { insertPerson, insertRole, inviteFirstAdministrator, type Database } from '#persistence';
import type { Config } from '#platform';

/**
 * Makes the administrator named in the configuration, so that somebody can let the others in. Does nothing when none
 * is named, when there is an administrator already, or when the address is taken. Where passwords are taken, they are
 * sent an invitation as anybody else is, and again when that has run out without being taken up: no password of theirs
 * is known to anybody but them, not even at first. Where none are taken, they sign in through their provider.
 * @returns whether one was made
 */
export async function addFirstAdministrator(
  database: Database,
  config: Config,
  organisationIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<boolean> {
  const { bootstrapAdminEmail, passwordSignIn } = config;
  const organisationId = organisationIds.get(ASSURING_ORGANISATION_KEY);
  if (bootstrapAdminEmail === null || organisationId === undefined) return false;
  const person = { id: randomUUID(), email: bootstrapAdminEmail.toLowerCase(), name: 'First administrator' };
  const made = await addAdministrator(database, person, organisationId, now);
  if (passwordSignIn === 'on') await invite(database, config, person, organisationId, now);
  return made;
}

interface FirstPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

async function addAdministrator(
  database: Database,
  person: FirstPerson,
  organisationId: string,
  now: Date,
): Promise<boolean> {
  const [existing] = await database.asService().query({
    text: `select 1 from role_assignment where role = 'administrator' and (valid_to is null or valid_to > $1) limit 1`,
    values: [now],
  });
  if (existing !== undefined) return false;
  const added = await insertPerson(database.asService(), {
    ...person,
    passwordHash: null,
    demonstration: false,
    createdAt: now,
  });
  if (!added) return false;
  await insertRole(database.asService(), {
    id: randomUUID(),
    personId: person.id,
    organisationId,
    role: 'administrator',
    validFrom: now,
    givenBy: null,
  });
  return true;
}

async function invite(
  database: Database,
  config: Config,
  person: FirstPerson,
  organisationId: string,
  now: Date,
): Promise<void> {
  const token = newToken(INVITATION_PREFIX);
  await inviteFirstAdministrator(database.asService(), {
    id: randomUUID(),
    token,
    tokenHash: hashToken(config, token),
    expiresAt: invitationExpiry(now),
    person,
    role: { id: randomUUID(), role: 'administrator', name: ROLE_NAMES.administrator, organisationId },
    emailId: randomUUID(),
    now,
  });
}
