import { randomUUID } from 'node:crypto';
import { rolesOfClaims, type Role } from '#domain';
import type { Queryable } from '../database/statement.js';
import { administratorsKept } from '../people/administrators.js';
import { giveRoleIn } from '../people/administration.js';

/** A role somebody is to have by the claims of their provider. */
export interface ClaimedRole {
  readonly role: Role;
  readonly organisationKey: string;
}

/** What came of following claims. */
export interface ClaimsFollowed {
  readonly keptLastAdministrator: boolean;
  readonly refusedRoles: readonly Role[];
}

interface LiveRole {
  readonly id: string;
  /** Whether this provider gave it. */
  readonly isOurs: boolean;
  readonly role: Role;
  readonly organisationKey: string;
}

/**
 * Gives and ends the roles of a person that follow a provider's claims. Roles given here, by an administrator, are left
 * alone. What was true stays on record, as in people administration; the provider stands in the place of who gave it.
 *
 * @returns whether the last administrator was kept although the claims no longer say so: nobody would be left to let
 *   others in; and which roles were claimed and not given, because they cannot be one person's together with another
 */
export async function followClaims(
  transaction: Queryable,
  personId: string,
  provider: string,
  claimed: readonly ClaimedRole[],
  now: Date,
): Promise<ClaimsFollowed> {
  const held = await transaction.query<LiveRole>({
    text: `select r.id, r.role, o.key as "organisationKey",
             r.given_by_provider is not distinct from $2 as "isOurs"
           from role_assignment r join organisation o on o.id = r.organisation_id
           where r.person_id = $1 and (r.valid_to is null or r.valid_to > $3)`,
    values: [personId, provider, now],
  });
  const live = held.filter(({ isOurs }) => isOurs);
  const others = held.flatMap(({ isOurs, role }) => (isOurs ? [] : [role]));
  const granted = rolesOfClaims(claimed, others);
  const over = live.filter((role) => !granted.given.some((wanted) => isSame(role, wanted)));
  const endsAdministrator = over.some(({ role }) => role === 'administrator');
  const kept = endsAdministrator
    ? await administratorsKept(
        transaction,
        ({ roleId }) => over.some(({ id }) => id === roleId),
        personId,
        now,
      )
    : null;
  const keptLastAdministrator = kept === 'last-administrator';
  // An administrator who stays one is given nothing beside it, whatever is claimed.
  const { given, refused } = keptLastAdministrator ? rolesOfClaims(claimed, ['administrator']) : granted;
  const ending = live.filter(
    (role) =>
      !given.some((wanted) => isSame(role, wanted)) &&
      !(keptLastAdministrator && role.role === 'administrator'),
  );
  await transaction.query({
    text: `update role_assignment set valid_to = $2 where id = any($1::uuid[])`,
    values: [ending.map(({ id }) => id), now],
  });
  for (const { role, organisationKey } of given) {
    const [organisation] = await transaction.query<{ id: string }>({
      text: `select id from organisation where key = $1`,
      values: [organisationKey],
    });
    if (organisation === undefined) continue;
    await giveRoleIn(transaction, {
      id: randomUUID(),
      personId,
      organisationId: organisation.id,
      role,
      validFrom: now,
      givenBy: null,
      givenByProvider: provider,
    });
  }
  return { keptLastAdministrator, refusedRoles: refused.map(({ role }) => role) };
}

function isSame(held: LiveRole, wanted: ClaimedRole): boolean {
  return held.role === wanted.role && held.organisationKey === wanted.organisationKey;
}
