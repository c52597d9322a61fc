import { Injectable } from '@nestjs/common';
import { AfterCommit } from '#casework';
import { MailQueue, ScanQueue } from '#notifications';

/** Tells the workers' queues that emails, or files to be checked, are waiting. The request does not wait for it. */
@Injectable()
export class MailNudge extends AfterCommit {
  constructor(
    private readonly queue: MailQueue,
    private readonly scans: ScanQueue,
  ) {
    super();
  }

  emailsQueued(emailIds: readonly string[]): void {
    // It never throws: what the queue does not take, the worker's sweep finds.
    void this.queue.nudge(emailIds);
  }

  attachmentsWait(ids: readonly string[]): void {
    // Likewise.
    void this.scans.nudge(ids);
  }
}
