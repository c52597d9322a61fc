import { isAdvice } from '../advice/advice-words.js';
import { CASE_ACTION_NAMES, ruleFor, type ActionRule, type CaseAction } from './actions.js';
import type { ActionRequest, ActorFacts, CaseFacts } from './case-facts.js';
import { runGuard, type GuardName } from './guards.js';
import type { Refusal } from './refusal.js';
import { missingParts } from './request-parts.js';
import {
  ADMINISTRATORS_ACT_ON_NO_CASE,
  isAdministrator,
  isDepartmentRole,
  ROLE_NAMES,
  type HeldRole,
  type Role,
} from './roles.js';
import { STATE_NAMES } from './states.js';

/** Guards that look at what the person filled in, so nothing can be said of them before the form is shown. */
const ABOUT_THE_REQUEST: ReadonlySet<GuardName> = new Set<GuardName>([
  'approved-amount-in-range',
  'conditions-given',
  'no-conditions-given',
  'no-approved-amount',
  'mandatory-points-covered',
]);

/** What came of asking whether an action is allowed. */
export type Permit =
  | { readonly allowed: true; readonly role: HeldRole }
  | { readonly allowed: false; readonly refusals: readonly Refusal[] };

/** "a submitter or a departmental assurance lead of the case's organisation". */
export function whoMay(rule: ActionRule): string {
  const department = rule.roles.filter(isDepartmentRole).map((role) => ROLE_NAMES[role]);
  const assurance = rule.roles.filter((role) => !isDepartmentRole(role)).map((role) => ROLE_NAMES[role]);
  const parts = [
    ...(department.length > 0
      ? [
          `a ${department.join(' or ')} of ${rule.from.every(isAdvice) ? 'the organisation that asks' : "the case's organisation"}`,
        ]
      : []),
    ...(assurance.length > 0 ? [`a ${assurance.join(' or ')}`] : []),
  ];
  return parts.join(', or ');
}

/**
 * The role in which a person may take part in a case, or `undefined`: department roles count only in the case's own
 * organisation, the others wherever they are held.
 */
export function roleFor(
  actor: ActorFacts,
  organisationId: string,
  roles: readonly Role[],
): HeldRole | undefined {
  for (const role of roles) {
    const held = actor.roles.find(
      (candidate) =>
        candidate.role === role && (!isDepartmentRole(role) || candidate.organisationId === organisationId),
    );
    if (held !== undefined) return held;
  }
  return undefined;
}

/**
 * Decides whether a person may do something to a case, in the order a person would want to be told: whose job it is,
 * whether the case has got that far, then what is still in the way.
 */
export function checkAction(
  action: CaseAction,
  facts: CaseFacts,
  actor: ActorFacts,
  request: ActionRequest,
): Permit {
  const permit = check('instructed', action, facts, actor, request);
  if (!permit.allowed || ruleFor(action).reason === 'none' || (request.reason ?? '').trim() !== '')
    return permit;
  return {
    allowed: false,
    refusals: [{ kind: 'bad-input', message: 'Give a reason', pointer: '/reason' }],
  };
}

/**
 * What the rules find wrong with the fields of an instruction, as far as it has been given: so that a form that is not
 * whole yet can be told that together with what it lacks. Whose job it is, and how far the case has got, is not asked.
 */
export function faultsInFields(
  action: CaseAction,
  facts: CaseFacts,
  actor: ActorFacts,
  request: ActionRequest,
): readonly (Refusal & { readonly pointer: string })[] {
  return ruleFor(action)
    .guards.flatMap((guard) => runGuard(guard, facts, actor, request))
    .flatMap((refusal) =>
      refusal.kind === 'not-permitted' || refusal.pointer === undefined
        ? []
        : [{ ...refusal, pointer: refusal.pointer }],
    );
}

function check(
  occasion: 'instructed' | 'offered',
  action: CaseAction,
  facts: CaseFacts,
  actor: ActorFacts,
  request: ActionRequest,
): Permit {
  const rule = ruleFor(action);
  if (isAdministrator(actor.roles)) return refused('not-permitted', ADMINISTRATORS_ACT_ON_NO_CASE);
  const role = roleFor(actor, facts.organisationId, rule.roles);
  if (role === undefined) return refused('not-permitted', `Only ${whoMay(rule)} can ${rule.name}`);
  if (!rule.from.includes(facts.state))
    return refused(
      'wrong-state',
      `${where(facts.state)} ${quote(facts.state)}; to ${rule.name} it must be ${rule.from.map(quote).join(' or ')}`,
    );
  const guards =
    occasion === 'offered' ? rule.guards.filter((guard) => !ABOUT_THE_REQUEST.has(guard)) : rule.guards;
  const refusals = [
    ...(occasion === 'offered' ? [] : missingParts(rule, request)),
    ...guards.flatMap((guard) => runGuard(guard, facts, actor, request)),
  ];
  // Whose job it is comes first: who may not do a thing at all is not told how to make it ready.
  const personal = refusals.filter((refusal) => refusal.kind === 'not-permitted');
  if (personal.length > 0) return { allowed: false, refusals: personal };
  return refusals.length > 0 ? { allowed: false, refusals } : { allowed: true, role };
}

function refused(kind: Refusal['kind'], message: string): Permit {
  return { allowed: false, refusals: [{ kind, message }] };
}

function where(state: CaseFacts['state']): string {
  return isAdvice(state) ? 'The question stands at' : 'The case is';
}

function quote(state: CaseFacts['state']): string {
  return `“${STATE_NAMES[state]}”`;
}

/** One line of the list of what a person can do with a case now, and why not where they can't. */
export interface ActionOffer {
  readonly action: CaseAction;
  readonly name: string;
  readonly allowed: boolean;
  readonly reasonRequired: boolean;
  /** Empty when allowed. */
  readonly why: readonly string[];
}

/**
 * Every action with whether this person could start it now. What depends on words or amounts not given yet is not
 * held against it. Condition actions are offered per condition by the caller's own request.
 */
export function offerActions(
  facts: CaseFacts,
  actor: ActorFacts,
  request: ActionRequest,
): readonly ActionOffer[] {
  return CASE_ACTION_NAMES.map((action) => {
    const rule = ruleFor(action);
    const permit = check('offered', action, facts, actor, request);
    return {
      action,
      name: rule.name,
      allowed: permit.allowed,
      reasonRequired: rule.reason === 'required',
      why: permit.allowed ? [] : permit.refusals.map((refusal) => refusal.message),
    };
  });
}
