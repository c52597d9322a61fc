import { isAssuranceRole, isDepartmentRole, type HeldRole } from './roles.js';

/** Which cases a person may see at all. */
export interface Sight {
  readonly everything: boolean;
  readonly organisationIds: readonly string[];
}

/**
 * Which cases a person may see: GDS Assurance and auditors every case, a department's people those of their own
 * organisations, administrators none. A case outside it does not exist for them.
 */
export function sightOf(roles: readonly HeldRole[]): Sight {
  return {
    everything: roles.some((held) => isAssuranceRole(held.role) || held.role === 'auditor'),
    organisationIds: roles.filter((held) => isDepartmentRole(held.role)).map((held) => held.organisationId),
  };
}

/**
 * Whether a person may read what GDS Assurance keeps to itself. Somebody who also speaks for the case's organisation
 * may not, whatever else they are.
 */
export function seesInternal(roles: readonly HeldRole[], organisationId: string): boolean {
  const { everything, organisationIds } = sightOf(roles);
  return everything && !organisationIds.includes(organisationId);
}

/**
 * Whether a person may read what GDS Assurance says of two cases at once, as a mark between them does: only where they
 * may read what it keeps to itself about either.
 */
export function seesBetween(roles: readonly HeldRole[], one: string, other: string): boolean {
  return seesInternal(roles, one) && seesInternal(roles, other);
}

/**
 * Why somebody may not take the whole log with them; `null` where they may. Every entry is in it or it proves nothing: a
 * file with events held back could not be told from one with events taken out. So whoever may not read all of it gets
 * none of it, and reads case by case instead.
 * @param onlyOfficial whether they see no case marked higher than OFFICIAL, as some programs
 */
export function wholeLogRefusal(roles: readonly HeldRole[], onlyOfficial: boolean): string | null {
  const { everything, organisationIds } = sightOf(roles);
  if (!everything) return 'The whole log holds every case, and you do not see every case.';
  if (organisationIds.length > 0)
    return 'The whole log also holds what GDS Assurance says among itself about the cases of an organisation you submit or sign off for, and could not be verified without. Ask an auditor who holds no role in a department for it.';
  return onlyOfficial
    ? 'The whole log also holds cases marked higher than OFFICIAL, which this program does not see, and could not be verified without.'
    : null;
}
