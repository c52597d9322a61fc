// Jest loads this file as it is, without its own transformations, so it uses the build.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '../../dist/apps/local/postgres/embedded-postgres.js';
import { loadShippedReferenceData } from '../../dist/libs/casework/policy/reference-data-loader.js';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { Database } from '../../dist/libs/persistence/database/database.js';

const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'shared_buffers=256MB',
];

/**
 * Starts one PostgreSQL for the whole run, migrates a template, and tells the workers where it is. Several projects
 * of the suite name this file; the server is started once.
 */
export default async function startDatabase() {
  if (globalThis.testDatabase !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'spend-control-test-'));
  // The server may run as another user, who must be able to reach the folder.
  await chmod(folder, 0o755);
  const server = await startLocalPostgres({
    directory: join(folder, 'db'),
    port: 0,
    persistent: false,
    settings: SETTINGS,
  });
  globalThis.testDatabase = { server, folder };
  await server.createDatabase('template_migrated');
  await prepareDatabase(server.url('template_migrated'), applicationUrl(server.url('template_migrated')));
  const database = new Database({ url: server.url('template_migrated'), poolSize: 1 });
  // Long before any test's own time, so that it counts in all of them.
  await loadShippedReferenceData(database.asService(), new Date('2010-01-01T00:00:00.000Z'));
  await database.close();
  process.env.TEST_DATABASE_SERVER = server.url('');
  process.env.TEST_APPLICATION_SERVER = applicationUrl(server.url(''));
}

/** As whom the service connects in tests. */
function applicationUrl(ownerUrl) {
  const url = new URL(ownerUrl);
  url.username = 'tests_application';
  url.password = 'tests';
  return url.href;
}

/** Stops what `startDatabase` started. */
export async function stopDatabase() {
  const running = globalThis.testDatabase;
  globalThis.testDatabase = undefined;
  if (running === undefined) return;
  await running.server.stop();
  await rm(running.folder, { recursive: true, force: true });
}
