/** What a person may be; held in an organisation, so one person can be several things in several places. */
export const ROLES = [
  'submitter',
  'assurance-lead',
  'reviewer',
  'decider',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that speak for the organisation the case belongs to. */
export const DEPARTMENT_ROLES = ['submitter', 'assurance-lead'] as const satisfies readonly Role[];
/** Roles of the GDS Assurance team, which act on every organisation's cases. */
export const ASSURANCE_ROLES = ['reviewer', 'decider'] as const satisfies readonly Role[];

/** What people read for each role. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  submitter: 'submitter',
  'assurance-lead': 'departmental assurance lead',
  reviewer: 'GDS Assurance reviewer',
  decider: 'GDS Assurance decider',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Whether the role speaks for a department. */
export function isDepartmentRole(role: Role): boolean {
  return (DEPARTMENT_ROLES as readonly Role[]).includes(role);
}

/** Whether the role belongs to the GDS Assurance team. */
export function isAssuranceRole(role: Role): boolean {
  return (ASSURANCE_ROLES as readonly Role[]).includes(role);
}

/** A role held in an organisation. */
export interface HeldRole {
  readonly role: Role;
  readonly organisationId: string;
}
