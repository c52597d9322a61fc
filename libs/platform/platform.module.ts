import { Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.js';
import { Config } from './config/config.js';
import { AppLogger } from './logging/app-logger.js';

/** Configuration, clock and logger, for every part of the service. Import it once, at the root. */
@Module({})
export class PlatformModule {
  /**
   * @param config as `loadConfig` gives it
   * @param clock the machine's own unless given
   * @param logger to standard output at the configured level unless given
   */
  static forConfig(config: Config, clock: Clock = new SystemClock(), logger?: AppLogger): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: AppLogger, useValue: logger ?? new AppLogger({ level: config.logLevel }) },
      ],
      exports: [Config, Clock, AppLogger],
    };
  }
}
