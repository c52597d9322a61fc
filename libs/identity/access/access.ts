import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { authorise, type AccessRule, type RouteAsked } from '#domain';
import { notPermitted, notSignedIn } from '#platform';
import type { ActingPerson } from '../acting-person.js';

/**
 * Lets somebody in where {@link authorise} does.
 * @throws ProblemError 401 when nobody is signed in, 403 saying why otherwise
 */
export function refuseUnlessAuthorised(asked: Omit<RouteAsked, 'kind'>): void {
  const entry = authorise({ kind: 'route', ...asked });
  if (entry.allowed) return;
  throw entry.why === 'not-signed-in' ? notSignedIn() : notPermitted(entry.message);
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
