import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type ModuleMetadata, type Provider } from '@nestjs/common';
import { Config } from '#platform';
import { DigestCalendar } from './digest/digest-calendar.js';
import { DigestService } from './digest/digest-service.js';
import type { AttachedFiles } from './queue/attached-files.js';
import type { Disposals } from './queue/disposals.js';
import { Followers } from './queue/followers.js';
import type { Likenesses } from './queue/likenesses.js';
import type { LogSealer } from './queue/log-sealer.js';
import { MailProcessor } from './queue/mail-processor.js';
import { MailQueue } from './queue/mail-queue.js';
import { MailSweep } from './queue/mail-sweep.js';
import { queueBackend } from './queue/queue-backend.js';
import { MAIL_QUEUE, SCAN_QUEUE, SCHEDULE_QUEUE, WEBHOOK_QUEUE } from './queue/queue-plan.js';
import { Reminders } from './queue/reminders.js';
import { ScanProcessor } from './queue/scan-processor.js';
import { ScanQueue } from './queue/scan-queue.js';
import { ScheduleKeeper } from './queue/schedule-keeper.js';
import { ScheduleProcessor } from './queue/schedule-processor.js';
import { WebhookProcessor } from './queue/webhook-processor.js';
import { WebhookQueue } from './queue/webhook-queue.js';
import type { SessionsOver } from './queue/sessions-over.js';
import { MailSender } from './sending/mail-sender.js';
import { Chance, MathChance } from './sending/retry-plan.js';
import { chooseTransport } from './transports/choose-transport.js';
import { NameResolution, SystemResolution } from './webhooks/webhook-call.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { MailTransport } from './transports/mail-transport.js';

/** What a worker needs from elsewhere. */
export interface WorkerParts {
  /** Provides `Reminders`, for instance `{ provide: Reminders, useExisting: ReminderService }`. */
  readonly reminders: Provider<Reminders>;
  /** Provides `DigestCalendar`. */
  readonly digestCalendar: Provider<DigestCalendar>;
  /** Provides `Followers`. */
  readonly followers: Provider<Followers>;
  /** Provides `LogSealer`. */
  readonly sealer: Provider<LogSealer>;
  /** Provides `Disposals`. */
  readonly disposals: Provider<Disposals>;
  /** Provides `Likenesses`. */
  readonly likenesses: Provider<Likenesses>;
  /** Provides `SessionsOver`. */
  readonly sessions: Provider<SessionsOver>;
  /** Provides `AttachedFiles`. */
  readonly files: Provider<AttachedFiles>;
  /** Modules those providers need. */
  readonly imports?: ModuleMetadata['imports'];
}

/**
 * Emails, from the outbox to their readers. Needs `PlatformModule`; a worker also needs `Database`, from a global
 * module or through `imports`.
 */
@Module({})
export class NotificationsModule {
  /** For a process that only says that there is something to send or to check: provides `MailQueue` and `ScanQueue`. */
  static forProducer(config: Config): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [
        BullModule.forRoot(queueBackend(config)),
        BullModule.registerQueue({ name: MAIL_QUEUE }, { name: SCAN_QUEUE }),
      ],
      providers: [MailQueue, ScanQueue],
      exports: [MailQueue, ScanQueue],
    };
  }

  /**
   * For a process that sends: takes jobs, sweeps the outbox, makes digests, and calls what comes round by the clock.
   * Provides `MailQueue` as well.
   */
  static forWorker(config: Config, parts: WorkerParts): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [
        ...(parts.imports ?? []),
        BullModule.forRoot(queueBackend(config)),
        BullModule.registerQueue(
          { name: MAIL_QUEUE },
          { name: SCAN_QUEUE },
          { name: WEBHOOK_QUEUE },
          { name: SCHEDULE_QUEUE },
        ),
      ],
      providers: [
        MailQueue,
        MailSweep,
        MailSender,
        DigestService,
        MailProcessor,
        ScheduleKeeper,
        ScheduleProcessor,
        ScanQueue,
        ScanProcessor,
        WebhookQueue,
        WebhookProcessor,
        WebhookSender,
        { provide: NameResolution, useClass: SystemResolution },
        { provide: MailTransport, useFactory: chooseTransport, inject: [Config] },
        { provide: Chance, useClass: MathChance },
        parts.reminders,
        parts.digestCalendar,
        parts.followers,
        parts.sealer,
        parts.disposals,
        parts.likenesses,
        parts.sessions,
        parts.files,
      ],
      exports: [MailQueue],
    };
  }
}
