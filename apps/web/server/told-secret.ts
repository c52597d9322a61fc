import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieSettings } from './cookies.js';

/** How long a new secret can be read on the page that shows it, in seconds. */
const TOLD_WITHIN_SECONDS = 300;

/**
 * Gives a new secret to the browser, in a cookie no script can read, for the page that shows it. Reading that page does
 * not use it up: whoever loads it again, because it was cut off or left too soon, still has it. It goes when they say
 * that they have copied it, when they sign out, and after five minutes.
 */
export function tellSecret(reply: FastifyReply, cookies: CookieSettings, id: string, secret: string): void {
  void reply.setCookie(cookies.told, `${id}.${secret}`, {
    ...cookies.options,
    sameSite: 'strict',
    maxAge: TOLD_WITHIN_SECONDS,
  });
}

/** The secret of something that was told to this browser; `null` where it was told nothing, or another’s. */
export function secretToldIn(request: FastifyRequest, cookies: CookieSettings, id: string): string | null {
  const told = request.cookies[cookies.told];
  return told?.startsWith(`${id}.`) === true ? told.slice(id.length + 1) : null;
}

/** Takes a secret away from the browser. */
export function forgetSecret(reply: FastifyReply, cookies: CookieSettings): void {
  void reply.clearCookie(cookies.told, { ...cookies.options, sameSite: 'strict' });
}
