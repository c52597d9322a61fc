import { randomUUID } from 'node:crypto';
import { TestDatabase } from './test-database.js';

/** A migrated, empty database of a test's own. */
export interface FreshDatabase {
  /** Connected as the service is: it may add to history and not change it. */
  readonly database: TestDatabase;
  readonly url: string;
  /** Connected as the owner of the tables, for what a test sets up or breaks by hand. */
  readonly owner: TestDatabase;
  readonly ownerUrl: string;
  /** Ends both connections and the database. */
  readonly close: () => Promise<void>;
}

function server(variable: 'TEST_DATABASE_SERVER' | 'TEST_APPLICATION_SERVER'): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error('The test database server has not been started');
  return url;
}

/** Clones the migrated template; quick, and no test sees another's rows. */
export async function freshDatabase(poolSize = 10): Promise<FreshDatabase> {
  return databaseFrom('template_migrated', poolSize);
}

/** A database with nothing in it at all. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return databaseFrom('template0', 2);
}

/** Does something to the server itself, for which one has to be connected to another database. */
async function maintain(work: (maintenance: TestDatabase) => Promise<unknown>): Promise<void> {
  const maintenance = new TestDatabase(
    { url: `${server('TEST_DATABASE_SERVER')}postgres`, poolSize: 1 },
    'owner',
  );
  try {
    await work(maintenance);
  } finally {
    await maintenance.close();
  }
}

/** Copies files rather than write every page into the log, as the server does unless told. */
async function clone(maintenance: TestDatabase, name: string, template: string): Promise<void> {
  // Cloning needs the template to itself for a moment, and another worker may be cloning it just now.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await maintenance.query({
        text: `create database ${name} template ${template} strategy file_copy`,
        values: [],
      });
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

async function databaseFrom(template: string, poolSize: number): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain((maintenance) => clone(maintenance, name, template));
  const url = `${server('TEST_APPLICATION_SERVER')}${name}`;
  const ownerUrl = `${server('TEST_DATABASE_SERVER')}${name}`;
  const database = new TestDatabase({ url, poolSize });
  const owner = new TestDatabase({ url: ownerUrl, poolSize: 2 }, 'owner');
  return {
    database,
    url,
    owner,
    ownerUrl,
    close: async () => {
      await database.close();
      await owner.close();
      // It may take up memory; a process that a test has killed may not have let go of it yet.
      await maintain((maintenance) =>
        maintenance.query({ text: `drop database ${name} with (force)`, values: [] }),
      );
    },
  };
}
