import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { AppLogger } from '#platform';
import { MailSender, type AttemptOutcome } from '../sending/mail-sender.js';
import { GIVE_OUT_AGAIN, MAIL_CONCURRENCY, MAIL_QUEUE, type MailJob } from './queue-plan.js';

/** Takes jobs from the mail queue. Trying again is the row's business: a job that fails is forgotten. */
@Processor(MAIL_QUEUE, { concurrency: MAIL_CONCURRENCY, ...GIVE_OUT_AGAIN })
export class MailProcessor extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly sender: MailSender,
    private readonly logger: AppLogger,
  ) {
    super();
  }

  override async process(job: Job<MailJob, AttemptOutcome>): Promise<AttemptOutcome> {
    return this.sender.attempt(job.data.emailId);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<MailJob> | undefined, error: Error): void {
    this.logger.error({ emailId: job?.data.emailId, error }, 'An attempt at an email was broken off');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'The mail worker reported an error');
  }

  /** Takes no more jobs and waits for those in hand, while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.worker.close();
  }
}
