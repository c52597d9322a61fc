import type { Config } from '#platform';

const TWO_YEARS_IN_SECONDS = 63_072_000;

/**
 * Headers of every answer. The API serves data and no pages, so a browser that is shown one may do nothing with it.
 * After the OWASP REST Security Cheat Sheet. Strict-Transport-Security is left out on one's own machine, where there
 * is no TLS.
 */
export function securityHeaders(config: Pick<Config, 'appMode'>): Readonly<Record<string, string>> {
  return {
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(config.appMode === 'server'
      ? { 'strict-transport-security': `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains` }
      : {}),
  };
}
