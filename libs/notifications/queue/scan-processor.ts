import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { AppLogger } from '#platform';
import { AttachedFiles } from './attached-files.js';
import { GIVE_OUT_AGAIN, SCAN_CONCURRENCY, SCAN_QUEUE, type ScanJob } from './queue-plan.js';

/** Takes jobs from the scan queue. Trying again is the row's business: a job that fails is forgotten. */
@Processor(SCAN_QUEUE, { concurrency: SCAN_CONCURRENCY, ...GIVE_OUT_AGAIN })
export class ScanProcessor extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly files: AttachedFiles,
    private readonly logger: AppLogger,
  ) {
    super();
  }

  override async process(job: Job<ScanJob, string>): Promise<string> {
    return this.files.scan(job.data.attachmentId);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<ScanJob> | undefined, error: Error): void {
    this.logger.error(
      { attachmentId: job?.data.attachmentId, error },
      'The checking of a file was broken off',
    );
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'The scan worker reported an error');
  }

  /** Takes no more jobs and waits for those in hand, while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.worker.close();
  }
}
