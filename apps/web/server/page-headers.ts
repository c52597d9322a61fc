import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform';

const TWO_YEARS_IN_SECONDS = 63_072_000;
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
 * Headers of every page. Scripts run only with the nonce of the page; styles, pictures and fonts come from this service
 * alone; nothing may frame it, and forms go nowhere else. After the OWASP Secure Headers Project.
 */
export function setPageHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  { appMode }: Pick<Config, 'appMode'>,
): void {
  void reply.headers({
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonceOf(request)}'`,
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(appMode === 'server'
      ? { 'strict-transport-security': `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains` }
      : {}),
  });
}
