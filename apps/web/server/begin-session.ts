import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExternalProof, SessionService } from '#identity';
import type { CookieSettings } from './cookies.js';

/**
 * Signs a browser in as a person whose identity has been checked: a new session, in place of the one it had.
 * @param proof of who they are at their provider; `null` where they gave a password
 * @throws ProblemError 401 when the person has been deactivated meanwhile
 */
export async function beginSession(
  sessions: SessionService,
  cookies: CookieSettings,
  personId: string,
  request: FastifyRequest,
  reply: FastifyReply,
  proof: ExternalProof | null = null,
): Promise<void> {
  const { token } = await sessions.begin(personId, request.cookies[cookies.session] ?? null, proof);
  // Without a time of its own: the browser's clock may be wrong, and the service knows when it ends.
  void reply.setCookie(cookies.session, token, cookies.options);
  // Forms shown before are of nobody, or of somebody else.
  void reply.clearCookie(cookies.csrf, cookies.options);
  // A page shown in this same answer is given a secret of its own, which takes the place of the cookie's end.
  request.cookies[cookies.csrf] = undefined;
}
