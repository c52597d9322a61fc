import { randomUUID } from 'node:crypto';
import type { Role } from '#domain';
import type { Person, World } from './api-world.js';

/**
 * Adds somebody who holds roles together that the database keeps apart, as people may have held them before it did: what
 * else keeps them from something has to hold by itself.
 */
export async function addWhoHoldsTogether(
  world: Pick<World, 'owner' | 'clock' | 'addPerson'>,
  name: string,
  roles: readonly (readonly [Role, string])[],
): Promise<Person> {
  const person = await world.addPerson(name);
  await world.owner.transaction(async (transaction) => {
    const rule = (what: string) =>
      transaction.query({
        text: `alter table role_assignment ${what} trigger roles_are_kept_apart`,
        values: [],
      });
    await rule('disable');
    for (const [role, organisationId] of roles)
      await transaction.query({
        text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from) values ($1, $2, $3, $4, $5)`,
        values: [randomUUID(), person.id, organisationId, role, world.clock.now()],
      });
    await rule('enable');
  });
  return person;
}
