import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Database, forgetEnded } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { DueConditions } from './due-conditions.js';
import { MailSweep } from './mail-sweep.js';
import {
  ANSWERS_KEPT_MS,
  ENDED_TOKENS_KEPT_MS,
  GIVE_OUT_AGAIN,
  SCHEDULE_QUEUE,
  type Schedule,
} from './queue-plan.js';

/** Does what comes round by the clock, one thing at a time. */
@Processor(SCHEDULE_QUEUE, { concurrency: 1, ...GIVE_OUT_AGAIN })
export class ScheduleProcessor extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly mailSweep: MailSweep,
    private readonly dueConditions: DueConditions,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    super();
  }

  override async process(job: Job<unknown, number, Schedule>): Promise<number> {
    switch (job.name) {
      case 'sweep-mail':
        return this.mailSweep.sweep();
      case 'raise-due-conditions': {
        const raised = await this.dueConditions.raiseDue();
        if (raised > 0) this.logger.info({ conditions: raised }, 'Conditions fell due');
        return raised;
      }
      case 'forget-ended': {
        const now = this.clock.now().getTime();
        const { answers, tokens } = await forgetEnded(
          this.database,
          new Date(now - ANSWERS_KEPT_MS),
          new Date(now - ENDED_TOKENS_KEPT_MS),
        );
        return answers + tokens;
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
