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

/** What somebody in each role does here, in a sentence without a full stop. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  submitter: 'Starts requests of the organisation, gives evidence and answers questions',
  'assurance-lead': 'Signs off the organisation’s requests and submits them',
  reviewer: 'Reviews the cases of every other organisation. For people of GDS Assurance',
  decider: 'Decides on the cases of every other organisation. For people of GDS Assurance',
  auditor: 'Reads every case and all of its history, and changes nothing',
  administrator: 'Looks after people, organisations and reference data',
};

/** Whether the role speaks for a department. */
export function isDepartmentRole(role: Role): boolean {
  return (DEPARTMENT_ROLES as readonly Role[]).includes(role);
}

/** Whether the role belongs to the GDS Assurance team. */
export function isAssuranceRole(role: Role): boolean {
  return (ASSURANCE_ROLES as readonly Role[]).includes(role);
}

/** Roles in which somebody does something to cases. */
const ACTING_ROLES: readonly Role[] = [...DEPARTMENT_ROLES, ...ASSURANCE_ROLES];

/** Roles nobody holds who administers: those that act on cases, and the one that looks at what was done. */
const APART_FROM_ADMINISTRATORS: readonly Role[] = [...ACTING_ROLES, 'auditor'];

/** Why an administrator is refused every action on a case; without a full stop. */
export const ADMINISTRATORS_ACT_ON_NO_CASE =
  'An administrator does nothing to cases, whatever other roles they hold';

/** Why an auditor is refused every action on a case; without a full stop. */
export const AUDITORS_CHANGE_NOTHING = 'An auditor reads cases and changes nothing';

/** Whether somebody who holds these roles reads cases without ever doing anything to one. */
export function onlyReadsCases(held: readonly Pick<HeldRole, 'role'>[]): boolean {
  return held.some(({ role }) => role === 'auditor') && !held.some(({ role }) => ACTING_ROLES.includes(role));
}

/**
 * Whether two roles cannot be one person's at a time: whoever lets others in could otherwise let themselves into a
 * case, or have kept what an auditor looks for. This service's own rule.
 */
export function areKeptApart(one: Role, other: Role): boolean {
  return (
    (one === 'administrator' && APART_FROM_ADMINISTRATORS.includes(other)) ||
    (other === 'administrator' && APART_FROM_ADMINISTRATORS.includes(one))
  );
}

/**
 * Which of the roles an identity provider claims for somebody they are given: none that is kept apart from a role they
 * hold by other means, and of those kept apart among themselves the administrator's alone, with which nobody sees a
 * case. This service's own rule.
 * @param held roles they hold that the provider did not give, and those it gave that stay whatever it claims
 */
export function rolesOfClaims<Claim extends { readonly role: Role }>(
  claimed: readonly Claim[],
  held: readonly Role[],
): { readonly given: readonly Claim[]; readonly refused: readonly Claim[] } {
  const fit = claimed.filter(({ role }) => !held.some((other) => areKeptApart(role, other)));
  const given = isAdministrator(fit) ? fit.filter(({ role }) => !areKeptApart(role, 'administrator')) : fit;
  return { given, refused: claimed.filter((claim) => !given.includes(claim)) };
}

/** Whether somebody who holds these roles is an administrator. */
export function isAdministrator(held: readonly { readonly role: Role }[]): boolean {
  return held.some(({ role }) => role === 'administrator');
}

/** A role held in an organisation. */
export interface HeldRole {
  readonly role: Role;
  readonly organisationId: string;
}
