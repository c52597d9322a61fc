import { Injectable } from '@nestjs/common';
import { AdviceReadingService, type Acting } from '#casework';
import type { PointNumber } from '#domain';
import type { Guidance } from '#persistence';
import { together } from '#platform';
import { advisedOn, type AdvisedView } from './advice-model.js';

/** What stands beside a point: what was advised on it, and the guidance that was published. */
export interface BesidePoint {
  readonly advised: readonly AdvisedView[];
  readonly guidance: readonly Guidance[];
}

/** Most pieces of guidance beside a point; the page of guidance has all. */
const MOST_GUIDANCE = 5;

/** Reads what GDS Assurance has advised before, for pages that show one point of a case. */
@Injectable()
export class AdviceBesidePoint {
  constructor(private readonly reading: AdviceReadingService) {}

  /** @throws ProblemError 404 when the person may not see the case */
  async read(acting: Acting, reference: string, point: PointNumber): Promise<BesidePoint> {
    const [advised, guidance] = await together([
      this.reading.ofCase(acting, reference),
      this.reading.guidanceBeside(acting, point, MOST_GUIDANCE),
    ]);
    return { advised: advisedOn(advised, point), guidance };
  }
}
