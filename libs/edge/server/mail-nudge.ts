import { Injectable } from '@nestjs/common';
import { AfterCommit } from '#casework';
import { MailQueue } from '#notifications';

/** Tells the workers' queue that emails are waiting. The request does not wait for it. */
@Injectable()
export class MailNudge extends AfterCommit {
  constructor(private readonly queue: MailQueue) {
    super();
  }

  emailsQueued(emailIds: readonly string[]): void {
    // It never throws: what the queue does not take, the worker's sweep finds.
    void this.queue.nudge(emailIds);
  }
}
