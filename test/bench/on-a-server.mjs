import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '../../dist/apps/local/postgres/embedded-postgres.js';

/**
 * Runs a benchmark on a PostgreSQL server of its own, which is gone afterwards.
 *
 * @param {readonly string[]} settings such as `fsync=off`
 * @param {(server: import('../../dist/apps/local/postgres/embedded-postgres.js').LocalPostgres, folder: string) => Promise<void>} work
 *   given the server, and a folder to keep things in
 */
export async function onAServer(settings, work) {
  const folder = await mkdtemp(join(tmpdir(), 'spend-control-bench-'));
  // The server may run as another user, who must be able to reach the folder.
  await chmod(folder, 0o755);
  const server = await startLocalPostgres({
    directory: join(folder, 'db'),
    port: 0,
    persistent: false,
    settings,
  });
  try {
    await work(server, folder);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Address by which the service connects to a database of the server: as anybody but the owner of its tables. */
export function serviceUrl(server, database) {
  return Object.assign(new URL(server.url(database)), { username: 'bench', password: 'bench' }).href;
}

/** The value in the middle. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
