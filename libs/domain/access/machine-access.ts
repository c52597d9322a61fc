import type { ProtectiveMarking } from '../case/case-content.js';
import { ruleFor, type CaseAction } from '../lifecycle/actions.js';
import type { Role } from '../lifecycle/roles.js';

/** What a program can be allowed to do, at most; what its person may not do stays shut whatever its scopes. */
export const SCOPES = [
  'cases:read',
  'marked-cases:read',
  'cases:write',
  'decisions:read',
  'exports:read',
  'reference-data:read',
  'people:read',
  'access-records:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What each scope opens, as people read it: a verb phrase without a full stop. */
export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  'cases:read': 'Read cases and everything in them',
  'marked-cases:read': 'Do all of this with cases marked OFFICIAL-SENSITIVE as well',
  'cases:write': 'Start requests, fill them in, comment, and give evidence for conditions',
  'decisions:read': 'Read decisions, answers to auditors’ questions, and the decision log',
  'exports:read': 'Download whole files of decisions and of the log',
  'reference-data:read': 'Read organisations, regimes, bank holidays and the Code of Practice',
  'people:read': 'Read who has an account and in which roles',
  'access-records:read': 'Read who looked at what',
};

/** Roles without one of which a scope opens nothing; `null` where any person may use it. */
export const ROLES_OF_SCOPE: Readonly<Record<Scope, readonly Role[] | null>> = {
  'cases:read': null,
  'marked-cases:read': null,
  'cases:write': ['submitter', 'assurance-lead', 'reviewer', 'decider'],
  'decisions:read': null,
  'exports:read': null,
  'reference-data:read': null,
  'people:read': ['administrator'],
  'access-records:read': ['auditor'],
};

/** Scopes that open something for who holds these roles. */
export function scopesFor(roles: readonly Role[]): readonly Scope[] {
  return SCOPES.filter((scope) => {
    const asked = ROLES_OF_SCOPE[scope];
    return asked === null || roles.some((role) => asked.includes(role));
  });
}

/**
 * Whether cases marked higher than OFFICIAL are not there for whoever asks: for a program, unless it was given them
 * outright. The database holds it. This service's own rule.
 */
export function seesOnlyOfficial(machine: Pick<Machine, 'scopes'> | undefined): boolean {
  return machine !== undefined && !machine.scopes.includes('marked-cases:read');
}

/** Whether a text is the name of a scope. */
export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** A program that acts for somebody: by a token they made, or as a client of an issuer. */
export interface Machine {
  readonly kind: MachineKind;
  /** Of the token or the client. */
  readonly id: string;
  readonly scopes: readonly Scope[];
}

export const MACHINE_KINDS = ['token', 'client'] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

/**
 * What a program may do to a case with which scope; `null` is for people alone. A sign-off, a review, a recommendation
 * and a decision are judgements, and what leads a case from one to the next is somebody's responsibility: no scope gives
 * any of them. Every action is here, so that a new one is decided on before it compiles.
 */
export const MACHINE_ACTIONS = {
  'edit-content': 'cases:write',
  'begin-request': null,
  'sign-off': null,
  'take-back-sign-off': null,
  submit: null,
  'record-departmental-assurance': null,
  'call-in': null,
  acknowledge: null,
  'review-rating': null,
  'set-review-depth': null,
  'assign-reviewer': null,
  'hand-over': null,
  unassign: null,
  'relate-case': null,
  'unrelate-case': null,
  'put-in-touch': null,
  'dismiss-likeness': null,
  'extend-clock': null,
  'record-external-decision': null,
  'start-review': null,
  'assess-point': null,
  'rule-on-legacy-exception': null,
  return: null,
  resubmit: null,
  recommend: null,
  'refer-back': null,
  approve: null,
  'approve-with-conditions': null,
  'not-approve': null,
  supersede: null,
  withdraw: null,
  'close-draft-below-threshold': null,
  'close-submission-below-threshold': null,
  comment: 'cases:write',
  'comment-internally': 'cases:write',
  'submit-condition-evidence': 'cases:write',
  'confirm-condition-met': null,
  'send-condition-back': null,
  'conclude-not-met': null,
  'waive-condition': null,
  'extend-condition': null,
  // Finance systems know what was spent.
  'record-spend': 'cases:write',
  'start-variation': 'cases:write',
  'follow-up-advice': null,
  'answer-advice': null,
  'refer-advice': null,
  'close-advice': null,
  'reopen-advice': null,
  'tie-advice': null,
  'attach-to-advice': 'cases:write',
  // A case a program marks marks the questions about it, which is part of marking the case.
  'mark-advice': null,
  'publish-guidance': null,
  'withdraw-guidance': null,
} as const satisfies Readonly<Record<CaseAction, Scope | null>>;

/** Why a route or an action is shut to every program; to follow a sentence that says which. */
export const FOR_PEOPLE_ALONE =
  'No scope of a token or a client gives it: a person who answers for it signs in and does it.';

/** Why a program may not do something to a case; `null` where it may as far as scopes go. */
export function machineRefusal({ scopes }: Pick<Machine, 'scopes'>, action: CaseAction): string | null {
  const scope: Scope | null = MACHINE_ACTIONS[action];
  if (scope === null) return `To ${ruleFor(action).name} is for people alone. ${FOR_PEOPLE_ALONE}`;
  return scopes.includes(scope) ? null : scopeMissing(scope);
}

/** Why a program may not mark a case as it asks to; `null` where it may. One it marked so it could not see any more. */
export function markingRefusal(
  machine: Pick<Machine, 'scopes'> | undefined,
  marking: ProtectiveMarking | undefined,
): string | null {
  return marking !== undefined && marking !== 'OFFICIAL' && seesOnlyOfficial(machine)
    ? `To mark a case ${marking} needs the scope “marked-cases:read”, which the token does not have. Use a token that has it, or have a person mark the case.`
    : null;
}

/** What a program is told that lacks a scope. */
export function scopeMissing(scope: Scope): string {
  return `This needs the scope “${scope}”, which the token does not have.`;
}

/** Roles a service account may hold: they write drafts or read. Everything else is done by people, who also let others in. */
export const SERVICE_ACCOUNT_ROLES = ['submitter', 'auditor'] as const satisfies readonly Role[];
export type ServiceAccountRole = (typeof SERVICE_ACCOUNT_ROLES)[number];

/** Scopes that can open something for a service account. */
export const SERVICE_ACCOUNT_SCOPES: readonly Scope[] = scopesFor(SERVICE_ACCOUNT_ROLES);

/** Whether a service account may hold a role. */
export function isServiceAccountRole(role: Role): role is ServiceAccountRole {
  return (SERVICE_ACCOUNT_ROLES as readonly Role[]).includes(role);
}

/** Most tokens of one person that work at a time. This service's own choice. */
export const MOST_MACHINE_TOKENS = 20;

/** A person is told of the end of a token these many days before it, where it lasts longer than that. */
export const TOLD_BEFORE_END_DAYS = 7;

const DAY_MS = 86_400_000;

/** Tokens that end then or before are told of. */
export function toldOfEndsUntil(now: Date): Date {
  return new Date(now.getTime() + TOLD_BEFORE_END_DAYS * DAY_MS);
}

/** When a token ends that is made now. @param days whole days it lasts */
export function machineTokenExpiry(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
