import { loadShippedReferenceData } from '#casework';
import { Database } from '#persistence';
import { AppLogger, ConfigError, loadConfig, SystemClock } from '#platform';
import { addFirstAdministrator } from './first-time/first-administrator.js';
import { addKnownOrganisations } from './first-time/reference-organisations.js';
import { prepareDatabase } from './prepare-database.js';

/**
 * The one-off job of a deployment: brings the database up to date, adds the organisations this service knows and,
 * where the configuration names one, the first administrator. Running it again changes nothing.
 */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = new AppLogger({ level: config.logLevel });
  if (config.migrationDatabaseUrl === null)
    throw new ConfigError(['MIGRATION_DATABASE_URL must be set: the address for the owner of the tables']);
  const applied = await prepareDatabase(config.migrationDatabaseUrl, config.databaseUrl);
  logger.info({ applied }, 'Database is up to date');
  const database = new Database({ url: config.databaseUrl, poolSize: 2 });
  try {
    for (const difference of await loadShippedReferenceData(database.asService(), new SystemClock().now()))
      logger.warn(difference);
    const organisationIds = await addKnownOrganisations(database);
    const made = await addFirstAdministrator(database, config, organisationIds, new SystemClock().now());
    logger.info({ organisations: organisationIds.size, administratorMade: made }, 'Reference data is there');
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else new AppLogger({ level: 'fatal' }).fatal({ error }, 'The database could not be brought up to date');
  process.exitCode = 1;
});
