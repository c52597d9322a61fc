import { prepareQueueTables } from '#notifications';
import { allowApplication, allowSignIn, migrate } from '#persistence';

/**
 * Brings a database up to date: tables, the queue's tables, and what the application may do with them. Running it again
 * changes nothing.
 * @param ownerUrl address for the owner of the tables
 * @param applicationUrl address the service connects by; its user is made where it is missing
 * @returns names of the migrations applied
 * @throws Error with what PostgreSQL refused
 */
export async function prepareDatabase(ownerUrl: string, applicationUrl: string): Promise<readonly string[]> {
  const applied = await migrate(ownerUrl);
  await prepareQueueTables(ownerUrl);
  await allowApplication(ownerUrl);
  await allowSignIn(ownerUrl, applicationUrl);
  return applied;
}
