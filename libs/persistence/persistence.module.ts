import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type DatabaseOptions } from './database/database.js';

/** Closes the connections when the program ends. */
class ClosingDatabase extends Database implements OnApplicationShutdown {
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
      providers: [{ provide: Database, useFactory: () => new ClosingDatabase(options) }],
      exports: [Database],
    };
  }
}
