import { commonHeaders } from '#edge';
import type { Config } from '#platform';

/**
 * Headers of every answer. The API serves data and no pages, so a browser that is shown one may do nothing with it.
 * After the OWASP REST Security Cheat Sheet.
 */
export function securityHeaders(config: Pick<Config, 'appMode'>): Readonly<Record<string, string>> {
  return {
    ...commonHeaders(config),
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  };
}
