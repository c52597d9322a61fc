import type { FastifyReply } from 'fastify';
import type { CookieSettings } from '../../server/cookies.js';

/** How long a secret waits in the browser for the page that shows it, in seconds. */
const TOLD_WITHIN_SECONDS = 300;

/** Gives a new secret to the browser, in a cookie no script can read, for the page that shows it. */
export function tellOnce(reply: FastifyReply, cookies: CookieSettings, id: string, secret: string): void {
  void reply.setCookie(cookies.told, `${id}.${secret}`, {
    ...cookies.options,
    sameSite: 'strict',
    maxAge: TOLD_WITHIN_SECONDS,
  });
}

/** The secret of a webhook that was told to this browser; `null` where it was told nothing, or another’s. */
export function secretToldIn(told: string | undefined, id: string): string | null {
  return told?.startsWith(`${id}.`) === true ? told.slice(id.length + 1) : null;
}
