import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { ASSURANCE_ROLES, ROLE_NAMES, type Role } from '#domain';
import { notPermitted, notSignedIn } from '#platform';
import { holdsAny, type ActingPerson } from '../acting-person.js';

/** Who a route is for. What somebody may do to one case is decided later, by the rules of the case. */
export const ACCESS_RULES = [
  'anyone',
  'signed-in',
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
  administrator: ['administrator'],
  auditor: ['auditor'],
  'auditor-or-assurance': ['auditor', ...ASSURANCE_ROLES],
  'auditor-or-administrator': ['auditor', 'administrator'],
  reviewer: ['reviewer'],
  decider: ['decider'],
};

/**
 * Lets a person pass whom the rule lets, and nobody else.
 * @throws ProblemError 401 when nobody is signed in, 403 when the person holds none of the roles asked for
 */
export function refuseUnlessAllowed(rule: AccessRule, person: ActingPerson | null): void {
  if (rule === 'anyone') return;
  if (person === null) throw notSignedIn();
  const roles = ROLES_FOR[rule];
  if (roles !== null && !holdsAny(person, roles))
    throw notPermitted(
      `You must hold one of these roles to do this: ${roles.map((role) => ROLE_NAMES[role]).join(', ')}.`,
    );
}

/** Where the declaration is kept, for the guard and for whoever lists the routes. */
export const ACCESS_METADATA = 'access-rule';

/** Declares who a controller or one of its routes is for. A route without a declaration is closed to everybody. */
export function Access(rule: AccessRule): CustomDecorator {
  return SetMetadata(ACCESS_METADATA, rule);
}

/** A request once the guard has seen it. */
export interface RequestWithPerson {
  readonly headers: { readonly authorization?: string };
  person?: ActingPerson;
}

/** The person of a request. @throws ProblemError 401 when nobody is signed in. */
export function personOfRequest(request: RequestWithPerson): ActingPerson {
  if (request.person === undefined) throw notSignedIn();
  return request.person;
}

/** Gives a handler the person who is asking. */
export const CurrentPerson = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  personOfRequest(context.switchToHttp().getRequest<RequestWithPerson>()),
);
