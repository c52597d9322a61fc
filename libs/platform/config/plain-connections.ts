import type { Config } from './config.js';

/** What the service connects to, and what of it a deployment can let be without TLS, by name. */
export const CONNECTIONS = ['database', 'queue', 'mail', 'files', 'scanner', 'proxy'] as const;
type Connection = (typeof CONNECTIONS)[number];

/**
 * `sslmode` of PostgreSQL with which its certificate is checked and nothing goes on without TLS, as pg reads it: each as
 * `verify-full`, unless the address asks for libpq’s own reading, which `strayParameters` refuses.
 */
const CHECKED_MODES: readonly (string | null)[] = ['require', 'verify-ca', 'verify-full'];

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** Whether an address names this very machine, which nothing on the way can listen to. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

function isPlainDatabase(address: string | null): boolean {
  if (address === null) return false;
  const url = new URL(address);
  // A socket of this machine is named beside the address.
  const isSocket = url.searchParams.get('host')?.startsWith('/') === true;
  return !isSocket && !isLoopback(url) && !CHECKED_MODES.includes(url.searchParams.get('sslmode'));
}

function isPlain(address: string | null, protocol: string): boolean {
  return address !== null && new URL(address).protocol === protocol && !isLoopback(new URL(address));
}

/** A mail server is asked for TLS unless its address says not to; that it says nothing else is seen to elsewhere. */
function isPlainMail({ mailTransport, smtpUrl }: Config): boolean {
  if (mailTransport !== 'smtp' || smtpUrl === null || !isPlain(smtpUrl, 'smtp:')) return false;
  const { searchParams } = new URL(smtpUrl);
  return searchParams.get('requireTLS') === 'false' || searchParams.get('ignoreTLS') === 'true';
}

/** The protocol of clamd has no TLS: elsewhere than on this machine it goes in the open. */
function isPlainScanner({ malwareScanner, clamavSocket, clamavHost }: Config): boolean {
  return (
    malwareScanner === 'clamav' && clamavSocket === null && clamavHost !== null && !LOOPBACK.test(clamavHost)
  );
}

/** Whoever is in front of what answers HTTP speaks to it in the open, unless it serves HTTPS or is on this machine. */
function isServedPlainly({ httpTlsCertificate, httpHost }: Config): boolean {
  return httpTlsCertificate === null && !LOOPBACK.test(httpHost);
}

/**
 * Connections that would be in the open and that nothing says may be, a sentence each.
 * @param serves whether the program answers HTTP
 */
export function plainConnections(config: Config, serves: boolean): readonly string[] {
  const plain: readonly (readonly [Connection, boolean, string])[] = [
    ['database', isPlainDatabase(config.databaseUrl), 'DATABASE_URL must have sslmode=verify-full'],
    [
      'database',
      isPlainDatabase(config.migrationDatabaseUrl),
      'MIGRATION_DATABASE_URL must have sslmode=verify-full',
    ],
    ['queue', isPlain(config.redisUrl, 'redis:'), 'REDIS_URL must begin with rediss://'],
    ['mail', isPlainMail(config), 'SMTP_URL must ask for TLS'],
    ['files', isPlain(config.s3Endpoint, 'http:'), 'S3_ENDPOINT must begin with https://'],
    ['scanner', isPlainScanner(config), 'CLAMAV_SOCKET must be used, or CLAMAV_HOST name this machine'],
    [
      'proxy',
      serves && isServedPlainly(config),
      'HTTP_TLS_CERTIFICATE must be set, or HTTP_HOST be an address of this machine alone',
    ],
  ];
  const allowed = config.plainConnections?.split(/\s+/) ?? [];
  return plain
    .filter(([name, isInTheOpen]) => isInTheOpen && !allowed.includes(name))
    .map(
      ([name, , wanted]) =>
        `${wanted}: what is sent there must not be read on the way. Where the network itself keeps it private, name “${name}” in PLAIN_CONNECTIONS.`,
    );
}
