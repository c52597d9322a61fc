import type { AccessLog } from '#audit';
import type { Database } from '#persistence';
import type { ReadinessCheck } from '#platform';

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
