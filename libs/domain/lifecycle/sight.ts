import { isAssuranceRole, isDepartmentRole, type HeldRole } from './roles.js';

/** Which cases a person may see. */
export interface CaseSight {
  readonly everything: boolean;
  /** Organisations the person speaks for: on their cases they are the department, whatever else they are. */
  readonly organisationIds: readonly string[];
}

/**
 * Which cases a person may see: GDS Assurance and auditors every case, a department's people those of their own
 * organisations, administrators none. A case outside it does not exist for them.
 */
export function sightOf(roles: readonly HeldRole[]): CaseSight {
  return {
    everything: roles.some((held) => isAssuranceRole(held.role) || held.role === 'auditor'),
    organisationIds: roles.filter((held) => isDepartmentRole(held.role)).map((held) => held.organisationId),
  };
}
