import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, hasDemonstrationAccounts } from '#persistence';
import { Config, ConfigError } from '#platform';

/**
 * Keeps a deployment from working with accounts that are there to show the service with: everybody knows their password.
 * A database that cannot be reached yet is no reason not to start: readiness says so until it can.
 */
@Injectable()
export class DemonstrationGuard implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** @throws ConfigError when there are such accounts outside local mode */
  async onApplicationBootstrap(): Promise<void> {
    await refuseDemonstrationAccounts(this.database, this.config);
  }
}

/** @throws ConfigError when there are demonstration accounts outside local mode */
export async function refuseDemonstrationAccounts(
  database: Database,
  { appMode }: Pick<Config, 'appMode'>,
): Promise<void> {
  if (appMode === 'local') return;
  if (await hasDemonstrationAccounts(database.asService()).catch(() => false))
    throw new ConfigError([
      'DATABASE_URL must not name a database with demonstration accounts where APP_MODE is “server”: everybody knows their password. Give the deployment a database of its own.',
    ]);
}

/**
 * Before demonstration data are loaded.
 * @throws ConfigError outside local mode
 */
export function allowDemonstrationData({ appMode }: Pick<Config, 'appMode'>): void {
  if (appMode !== 'local')
    throw new ConfigError([
      'APP_MODE must be “local” to load demonstration data: a deployment never has any.',
    ]);
}
