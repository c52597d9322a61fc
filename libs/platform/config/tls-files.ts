import { readFileSync } from 'node:fs';
import type { Config } from './config.js';
import { ConfigError } from './load-config.js';

/** What a part shows to prove who it is, and whom it believes; all as PEM. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** The oldest TLS that is spoken. */
export const OLDEST_TLS = 'TLSv1.2';

/**
 * What the API and the pages serve HTTPS with; null where they speak plain HTTP.
 * @throws ConfigError when a file cannot be read
 */
export function httpTls(config: Config): TlsFiles | null {
  if (config.httpTlsCertificate === null) return null;
  return files({
    cert: ['HTTP_TLS_CERTIFICATE', config.httpTlsCertificate],
    key: ['HTTP_TLS_KEY', config.httpTlsKey],
    ca: ['HTTP_TLS_CLIENT_AUTHORITY', config.httpTlsClientAuthority],
  });
}

/**
 * How the service and Redis or Valkey prove to one another who they are.
 * @throws ConfigError when a file cannot be read
 */
export function redisTls(config: Config): TlsFiles {
  return files({
    ca: ['REDIS_TLS_AUTHORITY', config.redisTlsAuthority],
    cert: ['REDIS_TLS_CERTIFICATE', config.redisTlsCertificate],
    key: ['REDIS_TLS_KEY', config.redisTlsKey],
  });
}

/**
 * Whom the mail server’s certificate may be of.
 * @throws ConfigError when the file cannot be read
 */
export function smtpTls(config: Config): TlsFiles {
  return files({ ca: ['SMTP_TLS_AUTHORITY', config.smtpTlsAuthority] });
}

type Named = readonly [variable: string, path: string | null];

function files(named: Partial<Record<'ca' | 'cert' | 'key', Named>>): TlsFiles {
  return Object.fromEntries(
    Object.entries(named).flatMap(([field, [variable, path]]) =>
      path === null ? [] : [[field, contentOf(variable, path)]],
    ),
  );
}

function contentOf(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError([`${variable} must name a file that can be read.`]);
  }
}
