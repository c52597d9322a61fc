import type { ActorFacts, HeldRole } from '#domain';
import type { Queryable } from '../database/database.js';

/** A person who can act, with the roles they hold at an instant; `null` when there is none or they were deactivated. */
export async function rolesOfPerson(
  queryable: Queryable,
  personId: string,
  at: Date,
): Promise<ActorFacts | null> {
  const [row] = await queryable.query<{ roles: readonly HeldRole[] }>({
    name: 'roles_of_person',
    text: `select (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'organisationId', a.organisation_id)),
          '[]'::jsonb)
        from role_assignment a
        where a.person_id = p.id and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)) as roles
      from person p where p.id = $1 and p.deactivated_at is null`,
    values: [personId, at],
  });
  return row === undefined ? null : { personId, roles: row.roles };
}
