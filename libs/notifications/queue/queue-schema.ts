import { runMigrations } from 'bullmq';
import { asOwner } from '#persistence';

/**
 * Makes or updates the tables the queue keeps its jobs in where there is no Redis. Run as the owner of the database:
 * the application may use them and not alter them.
 */
export async function prepareQueueTables(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) => runMigrations(client));
}
