import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Database, forgetEnded, forgetLimits } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { DigestService } from '../digest/digest-service.js';
import { AttachedFiles } from './attached-files.js';
import { Disposals } from './disposals.js';
import { Followers } from './followers.js';
import { Likenesses } from './likenesses.js';
import { LogSealer } from './log-sealer.js';
import { MailSweep } from './mail-sweep.js';
import {
  ANSWERS_KEPT_MS,
  ENDED_TOKENS_KEPT_MS,
  GIVE_OUT_AGAIN,
  KNOWN_ADDRESSES_KEPT_MS,
  SCHEDULE_QUEUE,
  SCHEDULES,
  TRIES_KEPT_MS,
  type Schedule,
} from './queue-plan.js';
import { Reminders } from './reminders.js';
import { ScanQueue } from './scan-queue.js';
import { WebhookQueue } from './webhook-queue.js';
import { WebhookSender } from '../webhooks/webhook-sender.js';
import { SessionsOver } from './sessions-over.js';

/** Does what comes round by the clock, one thing at a time. */
@Processor(SCHEDULE_QUEUE, { concurrency: 1, ...GIVE_OUT_AGAIN })
export class ScheduleProcessor extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly mailSweep: MailSweep,
    private readonly reminders: Reminders,
    private readonly digests: DigestService,
    private readonly followers: Followers,
    private readonly sealer: LogSealer,
    private readonly disposals: Disposals,
    private readonly likenesses: Likenesses,
    private readonly sessions: SessionsOver,
    private readonly files: AttachedFiles,
    private readonly scans: ScanQueue,
    private readonly webhooks: WebhookSender,
    private readonly webhookQueue: WebhookQueue,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    super();
  }

  override async process(job: Job<unknown, number>): Promise<number> {
    const schedule = SCHEDULES.find((known) => known === job.name);
    // Left behind by an earlier version of the service; its schedule is taken away by the keeper.
    if (schedule === undefined) return 0;
    return this.run(schedule);
  }

  private async run(schedule: Schedule): Promise<number> {
    switch (schedule) {
      case 'sweep-mail':
        return this.mailSweep.sweep();
      case 'raise-reminders': {
        const raised = await this.reminders.raiseDue();
        if (raised > 0) this.logger.info({ occasions: raised }, 'Reminders raised');
        return raised;
      }
      case 'send-digests':
        return this.digests.makeDue();
      case 'tell-followers': {
        const told = await this.followers.tellFollowers();
        if (told > 0) this.logger.info({ followers: told }, 'Followers of searches told');
        return told;
      }
      case 'seal-log':
        return this.sealer.sealAndPublish();
      case 'carry-out-disposals': {
        const disposed = await this.disposals.carryOutDue();
        if (disposed > 0) this.logger.info({ cases: disposed }, 'Cases disposed of');
        return disposed;
      }
      case 'forget-ended': {
        const now = this.clock.now().getTime();
        const { answers, tokens } = await forgetEnded(
          this.database.asService(),
          new Date(now - ANSWERS_KEPT_MS),
          new Date(now - ENDED_TOKENS_KEPT_MS),
        );
        const limits = await forgetLimits(
          this.database.asService(),
          new Date(now),
          new Date(now - TRIES_KEPT_MS),
          new Date(now - KNOWN_ADDRESSES_KEPT_MS),
        );
        return answers + tokens + limits;
      }
      case 'clear-sessions':
        return this.sessions.clearOld();
      case 'sweep-scans': {
        const due = await this.files.due();
        await this.scans.enqueue(due);
        return due.length;
      }
      case 'send-webhooks': {
        const due = await this.webhooks.due();
        await this.webhookQueue.enqueue(due);
        return due.length;
      }
      case 'compare-cases': {
        const compared = await this.likenesses.compareChanged();
        if (compared > 0) this.logger.info({ cases: compared }, 'Cases compared with others');
        return compared;
      }
      case 'sweep-files': {
        const destroyed = await this.files.sweep();
        if (destroyed > 0) this.logger.info({ files: destroyed }, 'Files that belong to nothing destroyed');
        return destroyed;
      }
    }
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.logger.error({ schedule: job?.name, error }, 'What came round by the clock could not be done');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'The schedule worker reported an error');
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker.close();
  }
}
