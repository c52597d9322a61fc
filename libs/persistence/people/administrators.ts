import type { Queryable } from '../database/statement.js';

/** Why an administrator stays one. */
export type AdministratorKept =
  /** Nobody would be left to let others in. */
  | 'last-administrator'
  /** Whoever asks was deactivated, or lost the role, in the meantime. */
  | 'asker-is-none';

/** A role of administrator that counts now. */
interface AdministratorRole {
  readonly roleId: string;
  readonly personId: string;
}

/**
 * Looks whether administrators may be taken away, and by whom. Until the transaction ends, nobody else can take one
 * away: of two who would each remove the other, the second finds that the first has done so.
 *
 * @param isTaken which of the roles are about to end
 * @returns `null` when nothing is in the way, also where no administrator is taken away
 */
export async function administratorsKept(
  transaction: Queryable,
  isTaken: (role: AdministratorRole) => boolean,
  by: string,
  now: Date,
): Promise<AdministratorKept | null> {
  await transaction.query({
    name: 'lock_administrators',
    text: `select pg_advisory_xact_lock(hashtextextended('administrators', 0))`,
    values: [],
  });
  const roles = await transaction.query<AdministratorRole>({
    name: 'administrators_now',
    text: `select r.id as "roleId", r.person_id as "personId"
      from role_assignment r join person p on p.id = r.person_id
      where r.role = 'administrator' and p.deactivated_at is null
        and r.valid_from <= $1 and (r.valid_to is null or r.valid_to > $1)`,
    values: [now],
  });
  if (!roles.some(isTaken)) return null;
  if (roles.every(isTaken)) return 'last-administrator';
  return roles.some(({ personId }) => personId === by) ? null : 'asker-is-none';
}
