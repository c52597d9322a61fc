import type { Config } from '#platform';

const TWO_YEARS_IN_SECONDS = 63_072_000;

/** What pages and data need of a browser: nothing of this. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
];

/**
 * Headers of every answer, whatever answers and however it went. After the OWASP Secure Headers Project.
 * Strict-Transport-Security is left out on one's own machine, where there is no TLS.
 */
export function commonHeaders({ appMode }: Pick<Config, 'appMode'>): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
    ...(appMode === 'server'
      ? { 'strict-transport-security': `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains` }
      : {}),
  };
}
