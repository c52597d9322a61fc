import { Injectable } from '@nestjs/common';
import { ReviewService, SubmissionService, type Acting } from '#casework';
import type { StepName } from './steps.js';

/** Does what a step says. */
@Injectable()
export class HandOn {
  constructor(
    private readonly submission: SubmissionService,
    private readonly review: ReviewService,
  ) {}

  /**
   * @param expected revision of the case somebody looked at
   * @param reason empty where none is asked for
   * @throws ProblemError 403, 404, 409, 412 or 422 as the services say
   */
  async do(
    step: StepName,
    acting: Acting,
    reference: string,
    expected: number,
    reason: string,
  ): Promise<void> {
    switch (step) {
      case 'sign-off':
        await this.submission.signOff(acting, reference, expected);
        return;
      case 'take-back-sign-off':
        await this.submission.takeBackSignOff(acting, reference, expected, reason);
        return;
      case 'submit':
        await this.submission.submit(acting, reference, expected);
        return;
      case 'resubmit':
        await this.submission.resubmit(acting, reference, expected, reason);
        return;
      case 'record-departmental-assurance':
        await this.submission.recordDepartmentalAssurance(acting, reference, expected, reason);
        return;
      case 'close-below-threshold':
        await this.review.closeDraftBelowThreshold(acting, reference, expected, reason);
        return;
    }
  }
}
