// Jest loads this file as it is, without its own transformations, so it uses the build.
import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
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

/** Where Linux keeps files in memory. Hundreds of databases are made there in a fraction of the time of a disk. */
const MEMORY = '/dev/shm';
/** Bytes there must be free for it, several times what the databases alive at once take. */
const MEMORY_NEEDED = 4 * 1024 ** 3;
const PREFIX = 'spend-control-test-';

async function placeForDatabases() {
  const files = await statfs(MEMORY).catch(() => undefined);
  if (files === undefined || files.bavail * files.bsize < MEMORY_NEEDED) return tmpdir();
  const available = process.availableMemory?.() ?? freemem();
  return available < MEMORY_NEEDED ? tmpdir() : MEMORY;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Frees the memory that runs which were killed have left taken; a server that loses its folder ends by itself. */
async function clearAbandoned(place) {
  for (const name of await readdir(place)) {
    const pid = Number(/^spend-control-test-(\d+)-/.exec(name)?.[1] ?? process.pid);
    if (!isAlive(pid)) await rm(join(place, name), { recursive: true, force: true });
  }
}

/**
 * Starts one PostgreSQL for the whole run, migrates a template, and tells the workers where it is. Several projects
 * of the suite name this file; the server is started once.
 */
export default async function startDatabase() {
  if (globalThis.testDatabase !== undefined) return;
  const place = await placeForDatabases();
  await clearAbandoned(place);
  const folder = await mkdtemp(join(place, `${PREFIX}${process.pid}-`));
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
