import { join } from 'node:path';
import { Database } from '#persistence';
import { prepareDatabase } from '../prepare-database.js';
import { openExistingDatabase } from './local-database.js';
import { projectFolder } from './surroundings.js';

/**
 * Does some work on the database `DATABASE_URL` names, or on the one `npm start` keeps, brought up to date first.
 * @throws LocalStartError when there is none
 */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const given = process.env['DATABASE_URL'];
  const local = given === undefined ? await openExistingDatabase(localFolder()) : null;
  const url = given ?? local?.url ?? '';
  const ownerUrl = given === undefined ? local?.ownerUrl : process.env['MIGRATION_DATABASE_URL'];
  try {
    if (ownerUrl !== undefined) await prepareDatabase(ownerUrl, url);
    const database = new Database({ url, poolSize: 2 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await local?.stop();
  }
}

function localFolder(): string {
  return process.env['LOCAL_DIRECTORY'] ?? join(projectFolder(), '.local');
}
