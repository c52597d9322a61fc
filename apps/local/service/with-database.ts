import { join } from 'node:path';
import { FIRST_EVENT_FORMAT, isEventFormat, type EventFormat } from '#domain';
import { Database } from '#persistence';
import { prepareDatabase } from '../prepare-database.js';
import { openExistingDatabase } from './local-database.js';
import { LocalStartError, projectFolder } from './surroundings.js';

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
    const database = new Database({ url, poolSize: 2, eventFormat: eventFormat() });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await local?.stop();
  }
}

/** What the service of this database hashes events in. @throws LocalStartError where that is no format */
function eventFormat(): EventFormat {
  const text = process.env['LOG_EVENT_FORMAT']?.trim() ?? '';
  const given = text === '' ? FIRST_EVENT_FORMAT : Number(text);
  if (!isEventFormat(given)) throw new LocalStartError('LOG_EVENT_FORMAT must be 1 or 2.');
  return given;
}

function localFolder(): string {
  return process.env['LOCAL_DIRECTORY'] ?? join(projectFolder(), '.local');
}
