import { ASSURANCE_ROLES, DEPARTMENT_ROLES, type Role } from '../lifecycle/roles.js';
import type { Scope } from './machine-access.js';

/** Who a route is for. What somebody may do to one case is decided by the lifecycle. */
export const ACCESS_RULES = [
  'anyone',
  'signed-in',
  'department',
  'administrator',
  'auditor',
  'auditor-or-assurance',
  'auditor-or-administrator',
  'reviewer',
  'decider',
] as const;
export type AccessRule = (typeof ACCESS_RULES)[number];

/** Roles a rule asks for one of; `null` where being signed in is enough. */
export const ROLES_FOR: Readonly<Record<Exclude<AccessRule, 'anyone'>, readonly Role[] | null>> = {
  'signed-in': null,
  department: DEPARTMENT_ROLES,
  administrator: ['administrator'],
  auditor: ['auditor'],
  'auditor-or-assurance': ['auditor', ...ASSURANCE_ROLES],
  'auditor-or-administrator': ['auditor', 'administrator'],
  reviewer: ['reviewer'],
  decider: ['decider'],
};

/** What a program needs to use a route beside what its person needs, or why none may. */
export type MachineRule = { readonly scope: Scope } | { readonly peopleOnly: string };
