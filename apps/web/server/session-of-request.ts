import type { FastifyRequest } from 'fastify';
import type { ActingPerson, SessionHolder } from '#identity';

/** A request once the guard has seen it. */
export interface RequestInSession {
  person?: ActingPerson;
  session?: SessionHolder;
}

/** The session of a request, where somebody is signed in. */
export function sessionOf(request: FastifyRequest): SessionHolder | null {
  return (request as RequestInSession).session ?? null;
}
