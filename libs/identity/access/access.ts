import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { ASSURANCE_ROLES, type Role } from '#domain';
import { notSignedIn } from '#platform';
import type { ActingPerson } from '../acting-person.js';

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
