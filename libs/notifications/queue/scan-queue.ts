import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { AppLogger, Clock } from '#platform';
import type { DueScan } from './attached-files.js';
import { addJobs } from './add-jobs.js';
import { FORGET_WHEN_DONE, SCAN_QUEUE, scanJobId, type ScanJob } from './queue-plan.js';

/** Tells the workers that there is a file to check. The rows are the truth; a nudge only saves waiting for the sweep. */
@Injectable()
export class ScanQueue {
  constructor(
    @InjectQueue(SCAN_QUEUE) private readonly queue: Queue<ScanJob>,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'The scan queue reported an error');
    });
  }

  /** Asks for new files to be checked at once. Never throws: without the queue the next sweep finds them. */
  async nudge(ids: readonly string[]): Promise<void> {
    try {
      await this.enqueue(ids.map((id) => ({ id, attempts: 0 })));
    } catch (error) {
      this.logger.warn(
        { attachmentIds: ids, error },
        'The scan queue could not be nudged; the next sweep finds the files',
      );
    }
  }

  /**
   * Puts jobs for files into the queue; one that is there already is left as it is.
   * @throws when the queue cannot be reached
   */
  async enqueue(due: readonly DueScan[]): Promise<void> {
    if (due.length === 0) return;
    const now = this.clock.now();
    await addJobs(
      this.queue,
      'scan',
      due.map(({ id, attempts }) => ({
        data: { attachmentId: id },
        opts: { jobId: scanJobId(id, attempts, now), ...FORGET_WHEN_DONE },
      })),
    );
  }
}
