import { randomUUID } from 'node:crypto';
import { ASSURING_ORGANISATION_KEY } from '#domain';
import { hashPassword, isCommonPassword } from '#identity';
import { insertPerson, insertRole, type Database } from '#persistence';
import { ConfigError, type Config } from '#platform';

/**
 * Makes the administrator named in the configuration, so that somebody can let the others in. Does nothing when none
 * is named, when there is an administrator already, or when the address is taken.
 * @returns whether one was made
 * @throws ConfigError where their password is one of the most common ones, outside local mode
 */
export async function addFirstAdministrator(
  database: Database,
  config: Config,
  organisationIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<boolean> {
  const { bootstrapAdminEmail: email, bootstrapAdminPassword: password } = config;
  const organisationId = organisationIds.get(ASSURING_ORGANISATION_KEY);
  if (email === null || organisationId === undefined) return false;
  // Where no passwords are taken, they sign in through their provider.
  if (password === null && config.passwordSignIn === 'on') return false;
  const [existing] = await database.asService().query({
    text: `select 1 from role_assignment where role = 'administrator' and (valid_to is null or valid_to > $1) limit 1`,
    values: [now],
  });
  if (existing !== undefined) return false;
  if (password !== null && config.appMode !== 'local' && isCommonPassword(password))
    throw new ConfigError([
      'BOOTSTRAP_ADMIN_PASSWORD is on lists of passwords that are tried first. Choose another.',
    ]);
  const personId = randomUUID();
  const added = await insertPerson(database.asService(), {
    id: personId,
    email: email.toLowerCase(),
    name: 'First administrator',
    passwordHash: password === null ? null : await hashPassword(password),
    demonstration: false,
    createdAt: now,
  });
  if (!added) return false;
  await insertRole(database.asService(), {
    id: randomUUID(),
    personId,
    organisationId,
    role: 'administrator',
    validFrom: now,
    givenBy: null,
  });
  return true;
}
