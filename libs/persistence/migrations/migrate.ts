import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/**
 * Brings a database up to date; running it again changes nothing.
 * @returns names of the migrations it applied
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const migrationsList = await migrationsOnDisk();
  return withSchemaEngine(databaseUrl, await schemaOnDisk(), async (engine) => {
    const result = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
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
