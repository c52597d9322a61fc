import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { DueDelivery } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { addJobs } from './add-jobs.js';
import { FORGET_WHEN_DONE, WEBHOOK_QUEUE, webhookJobId, type WebhookJob } from './queue-plan.js';

/** Hands what other systems are to be told to whoever sends it. The rows are the truth. */
@Injectable()
export class WebhookQueue {
  constructor(
    @InjectQueue(WEBHOOK_QUEUE) private readonly queue: Queue<WebhookJob>,
    private readonly clock: Clock,
    logger: AppLogger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'The queue of webhooks reported an error');
    });
  }

  /**
   * Puts jobs for deliveries into the queue; one that is there already is left as it is.
   * @throws when the queue cannot be reached
   */
  async enqueue(due: readonly DueDelivery[]): Promise<void> {
    if (due.length === 0) return;
    const now = this.clock.now();
    await addJobs(
      this.queue,
      'send',
      due.map(({ id, attempts }) => ({
        data: { deliveryId: id },
        opts: { jobId: webhookJobId(id, attempts, now), ...FORGET_WHEN_DONE },
      })),
    );
  }
}
