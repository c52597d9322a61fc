import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadShippedReferenceData } from '#casework';
import { Database } from '#persistence';
import { SystemClock } from '#platform';
import {
  localDatabaseUrl,
  startLocalPostgres,
  usableDirectory,
  type LocalPostgres,
} from '../postgres/embedded-postgres.js';
import { prepareDatabase } from '../prepare-database.js';
import { LocalStartError } from './surroundings.js';

const NAME = 'spend_control';

/** The local PostgreSQL with the service's database on it. */
export interface LocalDatabase {
  /** Address the service connects by. */
  readonly url: string;
  /** Address of the owner of the tables. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/** A server left behind by a run that was killed keeps its data locked; it is asked to stop. */
async function stopLeftover(directory: string): Promise<void> {
  const lock = join(directory, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  if (!(await isPostgres(pid))) {
    await rm(lock, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited > 10_000)
      throw new LocalStartError(
        `A PostgreSQL left from an earlier run (process ${String(pid)}) does not stop. End it and try again.`,
      );
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Process numbers are used again: after a restart of the machine the number may be another program's. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return readFile(`/proc/${String(pid)}/cmdline`, 'utf8').then(
    (line) => line.includes('postgres'),
    () => false,
  );
}

/**
 * Opens the database `npm start` keeps, for a moment: on the server that is running, or one started for it.
 * @throws LocalStartError when `npm start` has never filled it
 */
export async function openExistingDatabase(folder: string): Promise<LocalDatabase> {
  const directory = await usableDirectory(join(folder, 'postgres'));
  if (!existsSync(`${directory}.filled`))
    throw new LocalStartError('There is no database yet. Run npm start once, or set DATABASE_URL.');
  const running = await runningServer(directory);
  if (running !== null)
    return { url: applicationUrl(running), ownerUrl: running, stop: () => Promise.resolve() };
  const server = await startLocalPostgres({ directory, port: 0, persistent: true });
  return addressesOf(server);
}

/** Nobody reaches the server from another machine, so the password protects nothing. */
function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'spend_control';
  url.password = 'local';
  return url.href;
}

function addressesOf(server: LocalPostgres): LocalDatabase {
  const ownerUrl = server.url(NAME);
  return { url: applicationUrl(ownerUrl), ownerUrl, stop: () => server.stop() };
}

/** Address of the database on the server that has the folder open; `null` where none has. */
async function runningServer(directory: string): Promise<string | null> {
  const lock = join(directory, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  // Process number, folder, start time, port: one a line.
  const [pid, , , port] = (await readFile(lock, 'utf8')).split('\n');
  return isAlive(Number(pid)) && (await isPostgres(Number(pid)))
    ? localDatabaseUrl(NAME, Number(port))
    : null;
}

/**
 * Starts the local PostgreSQL, makes the database where it is missing or was never filled to the end, and migrates it.
 * @param folder where everything local is kept
 * @param fill fills a new database; what it leaves unfinished is made again next time
 * @param tell told where its reference data are not those that come with the service
 */
export async function openLocalDatabase(
  folder: string,
  fill: (database: Database) => Promise<void>,
  tell: (line: string) => void,
): Promise<LocalDatabase> {
  const directory = await usableDirectory(join(folder, 'postgres'));
  // An initialisation cut short leaves a folder PostgreSQL can neither use nor make anew.
  if (existsSync(directory) && !existsSync(join(directory, 'global', 'pg_control')))
    await rm(directory, { recursive: true, force: true });
  await stopLeftover(directory);
  const server = await startLocalPostgres({ directory, port: 0, persistent: true });
  try {
    await ready(server, directory, fill, tell);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return addressesOf(server);
}

const YEAR = 365 * 86_400_000;

async function ready(
  server: LocalPostgres,
  directory: string,
  fill: (database: Database) => Promise<void>,
  tell: (line: string) => void,
): Promise<void> {
  const filled = `${directory}.filled`;
  if (server.created || !existsSync(filled)) {
    await rm(filled, { force: true });
    const maintenance = new Database({ url: server.url('postgres'), poolSize: 1 });
    await maintenance.asNobody().query({ text: `drop database if exists ${NAME}`, values: [] });
    await maintenance.asNobody().query({ text: `create database ${NAME}`, values: [] });
    await maintenance.close();
  }
  const { url, ownerUrl } = addressesOf(server);
  await prepareDatabase(ownerUrl, url);
  const database = new Database({ url, poolSize: 10 });
  try {
    const isFilled = existsSync(filled);
    const now = new SystemClock().now();
    // The demonstration has a past, in which these were there already.
    const loadedAt = isFilled ? now : new Date(now.getTime() - YEAR);
    for (const difference of await loadShippedReferenceData(database.asService(), loadedAt)) tell(difference);
    if (isFilled) return;
    await fill(database);
  } finally {
    await database.close();
  }
  await writeFile(filled, 'The demonstration data were loaded to the end.\n');
}
