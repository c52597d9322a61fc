import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonHeaders } from '#edge';
import type { Config } from '#platform';

const NONCE_BYTES = 18;
const NONCE = Symbol('the nonce of this answer’s scripts');

interface WithNonce {
  [NONCE]?: string | undefined;
}

/** The nonce scripts of this answer need; made anew for every request. */
export function nonceOf(request: FastifyRequest): string {
  const bearer = request as WithNonce;
  return (bearer[NONCE] ??= randomBytes(NONCE_BYTES).toString('base64'));
}

/**
 * Headers of every page. Scripts run only with the nonce of the page, and ask this service alone; styles, pictures and fonts
 * come from it; nothing may frame it, and forms go nowhere else. After the OWASP Secure Headers Project.
 *
 * @param nonce of the page's scripts; without one none runs
 */
export function pageHeaders(
  config: Pick<Config, 'appMode'>,
  nonce: string,
): Readonly<Record<string, string>> {
  return {
    ...commonHeaders(config),
    'content-security-policy': [
      "default-src 'none'",
      `script-src ${nonce === '' ? "'none'" : `'nonce-${nonce}'`}`,
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "manifest-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'referrer-policy': 'same-origin',
  };
}

/** Gives an answer the headers of a page. */
export function setPageHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Pick<Config, 'appMode'>,
): void {
  void reply.headers(pageHeaders(config, nonceOf(request)));
}
