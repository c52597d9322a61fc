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
