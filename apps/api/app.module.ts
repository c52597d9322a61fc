import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { patienceOf } from '#edge';
import { IdentityModule } from '#identity';
import { PersistenceModule } from '#persistence';
import { PlatformModule, type AppLogger, type Clock, type Config } from '#platform';
import { AccessModule } from './access/access.module.js';
import { CasesModule } from './cases/cases.module.js';
import { HistoryModule } from './history/history.module.js';
import { EdgeModule } from './http/edge.module.js';
import { KeepAnswer } from './idempotency/keep-answer.js';

/** What an API may be given beside its configuration: the machine's own clock and a logger of its own otherwise. */
export interface ApiParts {
  readonly clock?: Clock;
  readonly logger?: AppLogger;
}

/** The whole API. */
@Module({})
export class AppModule {
  static forConfig(config: Config, { clock, logger }: ApiParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forConfig(config, clock, logger),
        PersistenceModule.forDatabase({
          url: config.databaseUrl,
          poolSize: config.databasePoolSize,
          patience: patienceOf(config),
          eventFormat: config.logEventFormat,
        }),
        IdentityModule,
        EdgeModule,
        CasesModule.forConfig(config),
        AccessModule,
        HistoryModule,
      ],
      providers: [{ provide: APP_INTERCEPTOR, useClass: KeepAnswer }],
    };
  }
}
