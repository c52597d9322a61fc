import { Module, type DynamicModule } from '@nestjs/common';
import { DemonstrationGuard } from '#identity';
import { NotificationsModule, type WorkerParts } from '#notifications';
import { PersistenceModule } from '#persistence';
import { PlatformModule, type Clock, type Config } from '#platform';

/** What else a worker is made of; the machine's own clock unless one is given. */
export interface WorkerOptions extends WorkerParts {
  readonly clock?: Clock;
}

/** The process that sends emails and does what comes round by the clock. */
@Module({})
export class WorkerModule {
  static forConfig(config: Config, options: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forConfig(config, options.clock),
        PersistenceModule.forDatabase({
          url: config.databaseUrl,
          poolSize: config.databasePoolSize,
          eventFormat: config.logEventFormat,
        }),
        NotificationsModule.forWorker(config, options),
      ],
      providers: [DemonstrationGuard],
    };
  }
}
