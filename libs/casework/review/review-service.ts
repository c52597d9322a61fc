import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkThreshold,
  STATE_NAMES,
  type DecidedState,
  type ExceptionRuling,
  type PointNumber,
  type ReturnedPoint,
  type Verdict,
} from '#domain';
import {
  Database,
  rolesOfPerson,
  recordAssessment,
  recordRecommendation,
  recordReturn,
  recordRuling,
  type CaseRecord,
} from '#persistence';
import { Clock } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import { ofCase } from '../desk/preconditions.js';
import { acknowledgement } from './acknowledgement.js';
import { exceptionIn } from '../drafting/drafting-service.js';
import { noticeBy } from '../submission/submission-service.js';
import { pinnedPolicy, triageRecord } from '../triage/triage-of-case.js';

/** The version a reviewer's act is about. The rules have seen to it that there is one. */
export function currentVersionOf(record: CaseRecord): number {
  if (record.currentVersion === null) throw new Error(`Case ${record.reference} was never submitted`);
  return record.currentVersion;
}

/** What GDS Assurance does between a submission and a recommendation. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Acknowledges a submission and names the reviewer, the person who acts unless another is named.
   * @throws ProblemError 422 when the person named cannot review the case
   */
  async acknowledge(
    acting: Acting,
    reference: string,
    expected: number,
    reviewerId?: string,
  ): Promise<Answer> {
    const reviewer =
      reviewerId === undefined
        ? acting
        : await rolesOfPerson(this.database.as(acting), reviewerId, this.clock.now());
    return this.desk.perform(acting, reference, {
      ...acknowledgement(reviewer),
      precondition: ofCase(expected),
    });
  }

  /** Starts the review. */
  startReview(acting: Acting, reference: string, expected: number): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'start-review',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (_record, by) => ({
        type: 'review-started',
        payload: {},
        toState: 'in-review',
        notice: noticeBy(by),
      }),
    });
  }

  /**
   * Records what the reviewer thinks of one point of the current version. An earlier assessment is kept.
   * @param expected sequence of the assessment the reviewer looked at, 0 where there was none
   */
  assess(
    acting: Acting,
    reference: string,
    expected: number,
    given: {
      readonly point: PointNumber;
      readonly version: number;
      readonly verdict: Verdict;
      readonly explanation: string | null;
    },
  ): Promise<Answer> {
    const { point, version, verdict, explanation } = given;
    return this.desk.perform(acting, reference, {
      action: 'assess-point',
      request: () => ({ version }),
      precondition: {
        expected,
        actual: (record) => record.assessments.find((latest) => latest.point === point)?.sequence ?? 0,
      },
      plan: (record, _by, _facts, at) => {
        const id = randomUUID();
        const assessment = { id, version, point, verdict, explanation };
        return {
          type: 'point-assessed',
          payload: { assessmentId: id, point, verdict, explanation },
          toState: record.state,
          riders: [recordAssessment({ ...assessment, assessedBy: acting.personId, assessedAt: at })],
          made: { point, verdict },
        };
      },
    });
  }

  /**
   * Accepts or refuses a legacy exception of the current version, with a reason.
   * @param expected sequence of the ruling the reviewer looked at, 0 where there was none
   */
  rule(
    acting: Acting,
    reference: string,
    expected: number,
    given: {
      readonly exceptionId: string;
      readonly version: number;
      readonly ruling: ExceptionRuling;
      readonly reason: string;
    },
  ): Promise<Answer> {
    const { exceptionId, version, ruling, reason } = given;
    return this.desk.perform(acting, reference, {
      action: 'rule-on-legacy-exception',
      request: () => ({ version, reason }),
      precondition: { expected, actual: (record) => exceptionIn(record, exceptionId).ruling?.sequence ?? 0 },
      plan: (record, _by, _facts, at) => {
        const rulingId = randomUUID();
        return {
          type: 'legacy-exception-ruled-on',
          payload: { rulingId, exceptionId, ruling },
          toState: record.state,
          reason,
          riders: [
            recordRuling({
              id: rulingId,
              exceptionId,
              version,
              ruling,
              reason,
              ruledBy: acting.personId,
              ruledAt: at,
            }),
          ],
          made: { exceptionId, ruling },
        };
      },
    });
  }

  /** Returns the case for information: the clock stops, and the department is told why and on which points. */
  giveBack(
    acting: Acting,
    reference: string,
    expected: number,
    given: {
      readonly version: number;
      readonly reason: string;
      readonly points: readonly ReturnedPoint[];
    },
  ): Promise<Answer> {
    const { version, reason, points } = given;
    return this.desk.perform(acting, reference, {
      action: 'return',
      request: () => ({ version, reason }),
      precondition: ofCase(expected),
      plan: (_record, by, _facts, at) => {
        const id = randomUUID();
        return {
          type: 'returned',
          payload: { returnId: id, points },
          toState: 'returned',
          reason,
          riders: [
            recordReturn({ id, version, reason, points, returnedBy: acting.personId, returnedAt: at }),
          ],
          notice: { ...noticeBy(by, reason), points },
        };
      },
    });
  }

  /** Recommends a decision to the decider. */
  recommend(
    acting: Acting,
    reference: string,
    expected: number,
    given: { readonly version: number; readonly outcome: DecidedState; readonly reason: string },
  ): Promise<Answer> {
    const { version, outcome, reason } = given;
    return this.desk.perform(acting, reference, {
      action: 'recommend',
      request: () => ({ version, reason }),
      precondition: ofCase(expected),
      plan: (record, by, _facts, at) => {
        const id = randomUUID();
        return {
          type: 'recommended',
          payload: { recommendationId: id, outcome },
          toState: 'recommended',
          reason,
          set: [['recommendation_id', id, 'uuid']],
          riders: [
            recordRecommendation({
              id,
              version,
              outcome,
              reason,
              recommendedBy: acting.personId,
              recommendedAt: at,
            }),
          ],
          notice: {
            ...noticeBy(by, reason),
            outcome: STATE_NAMES[outcome],
            requestedPence: record.details.requestedPence,
          },
        };
      },
    });
  }

  /** Closes a submission that did not need approval. */
  closeBelowThreshold(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.close('close-submission-below-threshold', acting, reference, expected, reason);
  }

  /** Records and closes a draft whose spending does not need approval. */
  closeDraftBelowThreshold(
    acting: Acting,
    reference: string,
    expected: number,
    reason: string,
  ): Promise<Answer> {
    return this.close('close-draft-below-threshold', acting, reference, expected, reason);
  }

  private close(
    action: 'close-submission-below-threshold' | 'close-draft-below-threshold',
    acting: Acting,
    reference: string,
    expected: number,
    reason: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action,
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (record, by, facts) => {
        const check = checkThreshold(facts.policy.regime, record.details);
        // The threshold a draft was closed by is that of this regime, whichever is adopted later.
        const triage = record.policy.pinned ? null : triageRecord(facts, null);
        return {
          type: 'closed-below-threshold',
          payload: { rule: check.known ? check.rule : '', ...(triage === null ? {} : { triage }) },
          toState: 'closed-below-threshold',
          reason,
          set: triage === null ? [] : pinnedPolicy(triage, facts.policy),
          notice: { ...noticeBy(by, reason), requestedPence: record.details.requestedPence },
        };
      },
    });
  }
}
