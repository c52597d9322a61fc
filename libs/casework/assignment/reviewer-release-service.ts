import { Injectable } from '@nestjs/common';
import { ruleFor } from '#domain';
import {
  Database,
  strandedCases,
  type CaseRecord,
  type StrandedBecause,
  type StrandedCase,
} from '#persistence';
import { AppLogger, Clock } from '#platform';
import { CaseDesk } from '../desk/case-desk.js';
import type { Plan } from '../desk/plan.js';

/** Cases looked at in one go. */
const BATCH = 200;

const REASONS: Readonly<Record<StrandedBecause, string>> = {
  deactivated: 'The reviewer’s account was deactivated.',
  'no-reviewer': 'The reviewer is no longer a GDS Assurance reviewer.',
  'of-the-department': 'The reviewer now speaks for the organisation this case belongs to.',
};

/**
 * Takes cases from reviewers who can no longer act on them, so that they wait in the queue again instead of being
 * nobody's work. Nobody acts: the event says why, and is written against the revision the case was looked at in, so it
 * is there once however many workers look. This service's own rule.
 */
@Injectable()
export class ReviewerReleaseService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** @returns how many cases were taken from their reviewers */
  async releaseStranded(): Promise<number> {
    const { from } = ruleFor('unassign');
    const failed = new Set<string>();
    let released = 0;
    for (;;) {
      const found = await strandedCases(
        this.database.asService(),
        from,
        this.clock.now(),
        BATCH + failed.size,
      );
      const left = found.filter(({ reference }) => !failed.has(reference));
      if (left.length === 0) return released;
      for (const stranded of left) {
        try {
          const done = await this.desk.note(stranded.reference, (record) => planRelease(record, stranded));
          if (done) released += 1;
          else failed.add(stranded.reference);
        } catch (error) {
          // One case that cannot be written must not keep the others from their next reviewer.
          failed.add(stranded.reference);
          this.logger.error(
            { reference: stranded.reference, error },
            'A case could not be taken from its reviewer',
          );
        }
      }
    }
  }
}

/** Nothing where the case went on, or to somebody else, meanwhile. */
function planRelease(record: CaseRecord, { reviewerId, because }: StrandedCase): Plan | null {
  if (record.reviewerId !== reviewerId || !ruleFor('unassign').from.includes(record.state)) return null;
  const reason = REASONS[because];
  return {
    type: 'reviewer-unassigned',
    payload: { reviewerId },
    toState: record.state,
    reason,
    set: [['reviewer_id', null, 'uuid']],
    notice: { reason, ...(record.reviewerName === null ? {} : { reviewerName: record.reviewerName }) },
  };
}
