import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { AppLogger } from '#platform';
import { WebhookSender } from '../webhooks/webhook-sender.js';
import { WebhookQueue } from './webhook-queue.js';
import { GIVE_OUT_AGAIN, WEBHOOK_CONCURRENCY, WEBHOOK_QUEUE, type WebhookJob } from './queue-plan.js';

/**
 * Takes jobs from the queue of webhooks. Trying again is the row's business: a job that fails is forgotten. What follows
 * for the same address is put at the end of the queue, so that addresses take turns.
 */
@Processor(WEBHOOK_QUEUE, { concurrency: WEBHOOK_CONCURRENCY, ...GIVE_OUT_AGAIN })
export class WebhookProcessor extends WorkerHost implements OnModuleDestroy {
  constructor(
    private readonly sender: WebhookSender,
    private readonly queue: WebhookQueue,
    private readonly logger: AppLogger,
  ) {
    super();
  }

  override async process(job: Job<WebhookJob, string>): Promise<string> {
    const { deliveryId } = job.data;
    const outcome = await this.sender.attempt(deliveryId);
    if (outcome === 'delivered' || outcome === 'withheld')
      await this.queue.enqueue(await this.sender.following(deliveryId));
    return outcome;
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<WebhookJob> | undefined, error: Error): void {
    this.logger.error({ deliveryId: job?.data.deliveryId, error }, 'An attempt at a webhook was broken off');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'The worker of webhooks reported an error');
  }

  /** Takes no more jobs and waits for those in hand, while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    await this.worker.close();
  }
}
