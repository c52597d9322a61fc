import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { DueEmail } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { addJobs } from './add-jobs.js';
import { FORGET_WHEN_DONE, MAIL_QUEUE, mailJobId, type MailJob } from './queue-plan.js';

/** Longest a request waits for the queue, in milliseconds. */
const NUDGE_LIMIT_MS = 2_000;

/** Tells the workers that there is something to send. The rows are the truth; a nudge only saves waiting for the sweep. */
@Injectable()
export class MailQueue {
  constructor(
    @InjectQueue(MAIL_QUEUE) private readonly queue: Queue<MailJob>,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'The mail queue reported an error');
    });
  }

  /**
   * Asks for new rows to be sent at once. Call it after the transaction that wrote them has been committed. Never
   * throws and never waits long: without the queue the next sweep finds the rows.
   */
  async nudge(emailIds: readonly string[]): Promise<void> {
    if (emailIds.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('The queue did not answer in time'));
      }, NUDGE_LIMIT_MS);
    });
    try {
      await Promise.race([this.enqueue(emailIds.map((id) => ({ id, attempts: 0 }))), late]);
    } catch (error) {
      this.logger.warn(
        { emailIds, error },
        'The mail queue could not be nudged; the next sweep finds the emails',
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Puts jobs for rows into the queue; one that is there already is left as it is.
   *
   * @throws when the queue cannot be reached
   */
  async enqueue(emails: readonly DueEmail[]): Promise<void> {
    const now = this.clock.now();
    await addJobs(
      this.queue,
      'send',
      emails.map(({ id, attempts }) => ({
        data: { emailId: id },
        opts: { jobId: mailJobId(id, attempts, now), ...FORGET_WHEN_DONE },
      })),
    );
  }
}
