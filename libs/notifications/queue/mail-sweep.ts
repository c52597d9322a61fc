import { Injectable } from '@nestjs/common';
import { Database, dueEmails } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { MailQueue } from './mail-queue.js';

/** Rows put into the queue by one sweep at most; what is left waits for the next, with the longest waiting first. */
const BATCH = 500;

/** Finds the rows nobody is seeing to: their job was lost, their worker died, or their time to be tried again has come. */
@Injectable()
export class MailSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: MailQueue,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Puts every row that is due, or whose lease has run out, into the queue.
   *
   * @returns how many there were
   * @throws when the database or the queue cannot be reached
   */
  async sweep(): Promise<number> {
    const due = await dueEmails(this.database.asService(), this.clock.now(), BATCH);
    if (due.length === 0) return 0;
    await this.queue.enqueue(due);
    this.logger.info({ emails: due.length }, 'Emails found waiting');
    return due.length;
  }
}
