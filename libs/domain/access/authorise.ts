import type { CaseAction } from '../lifecycle/actions.js';
import type { ActionRequest, ActorFacts, CaseFacts } from '../lifecycle/case-facts.js';
import { checkAction, type Permit } from '../lifecycle/check-action.js';
import { ROLE_NAMES, type HeldRole } from '../lifecycle/roles.js';
import { ROLES_FOR, type AccessRule, type MachineRule } from './access-rules.js';
import { FOR_PEOPLE_ALONE, machineRefusal, scopeMissing, type Machine } from './machine-access.js';

/** Somebody at the door: a person, or a program that acts for one. */
export interface Asker {
  readonly roles: readonly HeldRole[];
  readonly machine?: Machine | undefined;
}

/** Getting in at a route of the API, or at a page or form. */
export interface RouteAsked {
  readonly kind: 'route';
  /** What it declares; `undefined` where it declares nothing. */
  readonly rule: AccessRule | undefined;
  /** What it declares for programs; they are people's only otherwise. */
  readonly machineRule: MachineRule | undefined;
  /** `null` when nobody is signed in. */
  readonly asker: Asker | null;
}

/** Doing something to a case. */
export interface CaseActionAsked {
  readonly kind: 'case-action';
  readonly action: CaseAction;
  readonly facts: CaseFacts;
  readonly actor: ActorFacts & Pick<Asker, 'machine'>;
  readonly request: ActionRequest;
}

/** Whether somebody gets in, and why not. */
export type Entry =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly why: 'not-declared' | 'not-signed-in' | 'not-permitted';
      readonly message: string;
    };

const ENTERS: Entry = { allowed: true };

/**
 * The one answer to whether somebody may do something: at the door of every route, and for every action on a case. What
 * is not said to be allowed is not, and a refusal has its reason.
 */
export function authorise(asked: CaseActionAsked): Permit;
export function authorise(asked: RouteAsked): Entry;
export function authorise(asked: CaseActionAsked | RouteAsked): Permit | Entry {
  switch (asked.kind) {
    case 'route':
      return entryOf(asked);
    case 'case-action':
      return permitOf(asked);
  }
}

function entryOf({ rule, machineRule, asker }: RouteAsked): Entry {
  if (rule === undefined) return refused('not-declared', 'Nobody may use this address.');
  if (rule === 'anyone') return ENTERS;
  if (asker === null) return refused('not-signed-in', 'You must sign in to do this.');
  const shut = asker.machine === undefined ? null : shutToProgram(machineRule, asker.machine);
  if (shut !== null) return refused('not-permitted', shut);
  const roles = ROLES_FOR[rule];
  return roles === null || asker.roles.some(({ role }) => roles.includes(role))
    ? ENTERS
    : refused(
        'not-permitted',
        `You must hold one of these roles to do this: ${roles.map((role) => ROLE_NAMES[role]).join(', ')}.`,
      );
}

/** Why a program does not get in; `null` where its scopes let it. */
function shutToProgram(rule: MachineRule | undefined, { scopes }: Machine): string | null {
  if (rule === undefined) return `This address is not for programs. ${FOR_PEOPLE_ALONE}`;
  if ('peopleOnly' in rule) return `${rule.peopleOnly} ${FOR_PEOPLE_ALONE}`;
  return scopes.includes(rule.scope) ? null : scopeMissing(rule.scope);
}

function permitOf({ action, facts, actor, request }: CaseActionAsked): Permit {
  const message = actor.machine === undefined ? null : machineRefusal(actor.machine, action);
  return message === null
    ? checkAction(action, facts, actor, request)
    : { allowed: false, refusals: [{ kind: 'not-permitted', message }] };
}

function refused(why: Extract<Entry, { allowed: false }>['why'], message: string): Entry {
  return { allowed: false, why, message };
}
