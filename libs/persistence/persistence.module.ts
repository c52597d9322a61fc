import {
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Database, type DatabaseOptions } from './database/database.js';
import { mayRewriteHistory } from './privileges/application-role.js';

/** The service is connected as somebody who could change what has happened. */
export class HistoryUnprotectedError extends Error {
  constructor() {
    super(
      'DATABASE_URL connects as a user who may change or remove history, such as the owner of the tables. Let it name a user of the application’s own; the job that brings the database up to date makes it (see MIGRATION_DATABASE_URL).',
    );
    this.name = 'HistoryUnprotectedError';
  }
}

/**
 * Refuses to work with a database whose history it could rewrite, and closes the connections when the program ends. A
 * database that cannot be reached yet is no reason not to start: readiness says so until it can.
 */
class GuardedDatabase extends Database implements OnApplicationBootstrap, OnApplicationShutdown {
  async onApplicationBootstrap(): Promise<void> {
    const unprotected = await mayRewriteHistory(this.asNobody()).catch(() => false);
    if (unprotected) throw new HistoryUnprotectedError();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}

/** Provides the one `Database` of a program. */
@Module({})
export class PersistenceModule {
  static forDatabase(options: DatabaseOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new GuardedDatabase(options) }],
      exports: [Database],
    };
  }
}
