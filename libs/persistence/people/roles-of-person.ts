import type { ActorFacts, HeldRole } from '#domain';
import type { Queryable } from '../database/statement.js';

/** A person who can act, and how they are to be told. */
export interface PersonWithRoles extends ActorFacts {
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  /** They prefer one email a day. */
  readonly digest: boolean;
}

/** A person who can act, with the roles they hold at an instant; `null` when there is none or they were deactivated. */
export async function rolesOfPerson(
  queryable: Queryable,
  personId: string,
  at: Date,
): Promise<PersonWithRoles | null> {
  const [row] = await queryable.query<PersonWithRoles & { roles: readonly HeldRole[] }>({
    name: 'roles_of_person',
    text: `select p.id as "personId", p.name, p.email, p.email_preference = 'daily-digest' as digest,
        (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'organisationId', a.organisation_id)),
          '[]'::jsonb)
        from role_assignment a
        where a.person_id = p.id and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)) as roles
      from person p where p.id = $1 and p.deactivated_at is null`,
    values: [personId, at],
  });
  return row ?? null;
}
