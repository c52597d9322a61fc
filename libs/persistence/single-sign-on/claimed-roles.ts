import { randomUUID } from 'node:crypto';
import type { Role } from '#domain';
import type { Queryable } from '../database/statement.js';
import { administratorsKept } from '../people/administrators.js';
import { giveRoleIn } from '../people/administration.js';

/** A role somebody is to have by the claims of their provider. */
export interface ClaimedRole {
  readonly role: Role;
  readonly organisationKey: string;
}

interface LiveRole {
  readonly id: string;
  readonly role: Role;
  readonly organisationKey: string;
}

/**
 * Gives and ends the roles of a person that follow a provider's claims. Roles given here, by an administrator, are left
 * alone. What was true stays on record, as in people administration; the provider stands in the place of who gave it.
 *
 * @returns whether the last administrator was kept although the claims no longer say so: nobody would be left to let
 *   others in
 */
export async function followClaims(
  transaction: Queryable,
  personId: string,
  provider: string,
  claimed: readonly ClaimedRole[],
  now: Date,
): Promise<{ readonly keptLastAdministrator: boolean }> {
  const live = await transaction.query<LiveRole>({
    text: `select r.id, r.role, o.key as "organisationKey"
           from role_assignment r join organisation o on o.id = r.organisation_id
           where r.person_id = $1 and r.given_by_provider = $2 and (r.valid_to is null or r.valid_to > $3)`,
    values: [personId, provider, now],
  });
  const over = live.filter((held) => !claimed.some((wanted) => isSame(held, wanted)));
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
  const ending = keptLastAdministrator ? over.filter(({ role }) => role !== 'administrator') : over;
  await transaction.query({
    text: `update role_assignment set valid_to = $2 where id = any($1::uuid[])`,
    values: [ending.map(({ id }) => id), now],
  });
  for (const { role, organisationKey } of claimed) {
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
  return { keptLastAdministrator };
}

function isSame(held: LiveRole, wanted: ClaimedRole): boolean {
  return held.role === wanted.role && held.organisationKey === wanted.organisationKey;
}
