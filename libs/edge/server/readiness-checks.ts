import { X509Certificate } from 'node:crypto';
import type { AccessLog } from '#audit';
import type { Database } from '#persistence';
import { httpTls, type Clock, type Config, type ReadinessCheck } from '#platform';

/**
 * What a server needs to do its work. Reads are not refused because records of access cannot be written, save those of
 * restricted cases: sending work elsewhere would help nobody, so that alone does not make a server unready.
 */
export function readinessChecks(database: Database, accessLog?: AccessLog): readonly ReadinessCheck[] {
  const checks: ReadinessCheck[] = [
    {
      name: 'database',
      check: () => database.asNobody().query({ name: 'ready', text: 'select 1', values: [] }),
    },
  ];
  if (accessLog !== undefined)
    checks.push({
      name: 'access-log',
      isDispensable: true,
      check: () =>
        accessLog.isHealthy ? Promise.resolve() : Promise.reject(new Error('It cannot be written')),
    });
  return checks;
}

/** How long before its end a certificate is noticed, in days: long enough to have it renewed at leisure. */
const NOTICED_DAYS = 21;
const DAY_MS = 24 * 3_600_000;

/**
 * Where HTTPS is served, says in good time that the certificate ends. Until then nothing is amiss, and after that nobody
 * gets as far as asking.
 */
export function certificateChecks(config: Config, clock: Clock): readonly ReadinessCheck[] {
  // Read when the server starts: it goes on with that one, whatever the file then holds.
  const certificate = httpTls(config)?.cert;
  if (certificate === undefined) return [];
  const ends = Date.parse(new X509Certificate(certificate).validTo);
  const check = (): Promise<void> =>
    clock.now().getTime() < ends - NOTICED_DAYS * DAY_MS
      ? Promise.resolve()
      : Promise.reject(new Error('It ends soon'));
  return [{ name: 'certificate', isDispensable: true, check }];
}
