import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionService } from '#identity';
import type { CookieSettings } from './cookies.js';

/**
 * Signs a browser in as a person whose identity has been checked: a new session, in place of the one it had.
 * @throws ProblemError 401 when the person has been deactivated meanwhile
 */
export async function beginSession(
  sessions: SessionService,
  cookies: CookieSettings,
  personId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { token } = await sessions.begin(personId, request.cookies[cookies.session] ?? null);
  // Without a time of its own: the browser's clock may be wrong, and the service knows when it ends.
  void reply.setCookie(cookies.session, token, cookies.options);
  // Forms shown before are of nobody, or of somebody else.
  void reply.clearCookie(cookies.csrf, cookies.options);
  // A page shown in this same answer is given a secret of its own, which takes the place of the cookie's end.
  request.cookies[cookies.csrf] = undefined;
}
