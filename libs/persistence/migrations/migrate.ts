import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { asOwner } from '../privileges/application-role.js';
import { chainEarlierEvents } from './chain-earlier-events.js';
import { withSchemaEngine } from './schema-engine.js';

/** The project's `prisma` folder, wherever this file runs from (sources or build). */
export function prismaFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'prisma', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('There is no prisma/migrations folder above this program');
    folder = parent;
  }
  return join(folder, 'prisma');
}

/** What the engine wants to know of the migrations on disk. */
export async function migrationsOnDisk(folder = prismaFolder()): Promise<MigrationsOnDisk> {
  const baseDir = join(folder, 'migrations');
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

/** Shape of the engine's list of migrations. */
export interface MigrationsOnDisk {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: {
    path: string;
    migrationFile: { path: string; content: { tag: 'ok'; value: string } };
  }[];
}

/** The Prisma schema as the engine reads it. */
export async function schemaOnDisk(folder = prismaFolder()): Promise<[string, string][]> {
  const names = (await readdir(join(folder, 'schema'))).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const path = join(folder, 'schema', name);
      return [path, await readFile(path, 'utf8')];
    }),
  );
}

/** Any number nobody else locks by: one database is brought up to date by one program at a time. */
const MIGRATION_LOCK = 6_202_611;

/**
 * Brings a database up to date; running it again changes nothing. A migration is one transaction: one that failed or
 * was cut short left nothing but the engine's note that it began, which would stop every later attempt, so the note is
 * closed and the migration tried again.
 * @param migrationsList the project's own unless a test brings a database up to date in steps
 * @returns names of the migrations it applied
 * @throws Error with what PostgreSQL refused; the database is then as it was after the last migration that succeeded
 */
export async function migrate(
  databaseUrl: string,
  migrationsList?: MigrationsOnDisk,
): Promise<readonly string[]> {
  const list = migrationsList ?? (await migrationsOnDisk());
  return alone(databaseUrl, async (client) => {
    const names = await withSchemaEngine(databaseUrl, await schemaOnDisk(), async (engine) => {
      const result = await engine.applyMigrations({
        migrationsList: list,
        filters: { externalTables: [], externalEnums: [] },
      });
      return result.appliedMigrationNames;
    });
    await chainEarlierEvents(client);
    return names;
  });
}

async function alone<Result>(ownerUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('_prisma_migrations') is not null as there`,
    );
    if (rows[0]?.there === true)
      await client.query(
        'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
      );
    return work(client);
  });
}

/**
 * The SQL that makes, in an empty database, what the Prisma schema describes: for drafting a migration, and for
 * holding the migrations against the schema.
 */
export async function sqlOfSchema(databaseUrl: string): Promise<string> {
  const files = (await schemaOnDisk()).map(([path, content]) => ({ path, content }));
  return withSchemaEngine(databaseUrl, undefined, async (engine) => {
    const answer = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return answer.stdout ?? '';
  });
}
