import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  extensionAllowed,
  type ActionRequest,
  type ExternalOutcome,
  type FurtherStepKind,
  type ReviewDepth,
  type Turnaround,
  type TurnaroundTarget,
} from '#domain';
import {
  Database,
  databaseErrorOf,
  externalDecision,
  recordExternalDecision,
  recordRatingReview,
  SUPERSEDED_ONCE_CONSTRAINT,
  type CaseRecord,
  type ExternalDecisionInBrief,
} from '#persistence';
import { conflict, unprocessable } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import type { Moment } from '../desk/plan.js';
import { clockStanding, standingAfter } from '../desk/schedule.js';
import { ofCase } from '../desk/preconditions.js';
import { currentVersionOf } from '../review/review-service.js';
import { noticeBy } from '../submission/submission-service.js';
import { computedRating, rated, triageRecord, workloadOf } from './triage-of-case.js';

/** A decision made elsewhere, as it is recorded. */
export interface ExternalDecisionRequest {
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  /** The record this one corrects; the note then says why. */
  readonly supersedesId: string | null;
}

/** What GDS Assurance does to a submission beside reviewing it: how it is rated, how closely looked at, by when. */
@Injectable()
export class TriageService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
  ) {}

  /** Confirms the rating the answers make, or overrides it with a reason, which stays visible. */
  reviewRating(
    acting: Acting,
    reference: string,
    expected: number,
    given: { readonly version: number; readonly rating: string; readonly reason: string | null },
  ): Promise<Answer> {
    const { version, rating, reason } = given;
    return this.desk.perform(acting, reference, {
      action: 'review-rating',
      request: () => ({ version, rating, ...(reason === null ? {} : { reason }) }),
      precondition: ofCase(expected),
      plan: (record, by, facts, at) => {
        const computed = computedRating(facts);
        const id = randomUUID();
        const triage = triageRecord(facts, rating);
        return {
          type: 'rating-reviewed',
          payload: {
            ratingReviewId: id,
            computed,
            rating,
            triage,
            workload: workloadOf(facts.policy, rating),
          },
          toState: record.state,
          reason,
          set: [['rating_confirmed', true, 'boolean'], ...rated(triage, facts.policy)],
          riders: [
            recordRatingReview({
              id,
              version: currentVersionOf(record),
              computed,
              rating,
              reason,
              reviewedBy: acting.personId,
              reviewedAt: at,
            }),
          ],
          notice: {
            ...noticeBy(by, reason ?? undefined),
            rating: {
              level: levelName(facts.policy.regime.rating, rating),
              computed: computed === null ? null : levelName(facts.policy.regime.rating, computed),
              overridden: computed !== rating,
            },
          },
          made: { rating, computed, overridden: computed !== rating, route: triage.route },
        };
      },
    });
  }

  /** Says how closely the case is looked at. */
  setDepth(
    acting: Acting,
    reference: string,
    expected: number,
    depth: ReviewDepth,
    reason: string | null,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'set-review-depth',
      request: () => (reason === null ? {} : { reason }),
      precondition: ofCase(expected),
      plan: (record) => ({
        type: 'review-depth-set',
        payload: { depth },
        toState: record.state,
        reason,
        set: [['review_depth', depth, 'text']],
        made: { reviewDepth: depth },
      }),
    });
  }

  /**
   * Records a decision of a minister or of HM Treasury, with its document and date, or corrects what was recorded of
   * one. This service makes none itself.
   * @throws ProblemError 409 when what is to be corrected does not stand, 422 when a correction gives no reason
   */
  async recordExternalDecision(
    acting: Acting,
    reference: string,
    request: ExternalDecisionRequest,
  ): Promise<Answer> {
    const { kind, outcome, decidedOn, documentTitle, documentUrl, supersedesId } = request;
    const corrected =
      supersedesId === null ? null : await externalDecision(this.database.as(acting), supersedesId);
    const recorded = this.desk.perform(acting, reference, {
      action: 'record-external-decision',
      request: () => ({ decidedOn }),
      plan: (record, _by, _facts, at) => {
        if (supersedesId !== null) refuseCorrection(record, corrected, request);
        const id = randomUUID();
        return {
          type: 'external-decision-recorded',
          payload: {
            externalDecisionId: id,
            kind,
            outcome,
            decidedOn,
            documentTitle,
            documentUrl,
            ...(supersedesId === null ? {} : { supersedesId }),
          },
          toState: record.state,
          reason: request.note,
          riders: [recordExternalDecision({ ...request, id, recordedBy: acting.personId, recordedAt: at })],
          status: 201,
          location: `/api/v1/cases/${record.reference}/external-decisions`,
          made: { id },
        };
      },
    });
    return recorded.catch((error: unknown) => {
      if (databaseErrorOf(error)?.constraint === SUPERSEDED_ONCE_CONSTRAINT) throw conflict(NOT_STANDING);
      throw error;
    });
  }

  /** Takes a case that the department assured itself to GDS Assurance after all. */
  callIn(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'call-in',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (_record, by, facts) => {
        const policy = { ...facts.policy, withGdsAssurance: 'called-in' as const };
        const triage = triageRecord({ ...facts, policy }, facts.confirmedRating);
        return {
          type: 'called-in',
          payload: { triage, workload: workloadOf(policy, triage.rating) },
          toState: 'submitted',
          reason,
          set: rated(triage, policy),
          notice: noticeBy(by, reason),
        };
      },
    });
  }

  /**
   * Gives a target more time, within the regime's limit.
   * @param days days of the target's own kind, 1 or more
   */
  extendClock(
    acting: Acting,
    reference: string,
    expected: number,
    given: { readonly target: string; readonly days: number; readonly reason: string },
  ): Promise<Answer> {
    const { target, days, reason } = given;
    return this.desk.perform(acting, reference, {
      action: 'extend-clock',
      request: (record, moment) => ({
        reason,
        extension: extensionOf(record.clockEvents, moment, target, days),
      }),
      precondition: ofCase(expected),
      plan: (record, by, facts, at, inForce) => {
        const payload = { target, days };
        const event = { type: 'clock-extended', payload } as const;
        const standing = standingAfter(record, inForce, event, at)?.targets.find(({ id }) => id === target);
        const rule = targetIn(facts.policy.regime.turnaround, target);
        return {
          ...event,
          toState: record.state,
          reason,
          notice: {
            ...noticeBy(by, reason),
            days,
            ...(rule === undefined ? {} : { dayKind: rule.dayKind }),
            target: { name: rule?.name ?? target, dueAt: standing?.dueAt?.toISOString() ?? null },
          },
          made: payload,
        };
      },
    });
  }
}

const NOT_STANDING =
  'The record you correct does not stand: look again at the decisions recorded of this case';

function refuseCorrection(
  record: CaseRecord,
  corrected: ExternalDecisionInBrief | null,
  { kind, note }: ExternalDecisionRequest,
): void {
  if (corrected?.caseId !== record.id || corrected.superseded) throw conflict(NOT_STANDING);
  if (corrected.kind !== kind) throw wrong('/kind', 'Correct a record by one of the same kind');
  if ((note ?? '').trim() === '') throw wrong('/note', 'Say why the record is corrected');
}

function wrong(pointer: string, detail: string) {
  return unprocessable(`${detail}.`, [{ pointer, detail }]);
}

function targetIn(turnaround: Turnaround | 'not-known', id: string): TurnaroundTarget | undefined {
  return turnaround === 'not-known' ? undefined : turnaround.targets.find((target) => target.id === id);
}

function extensionOf(
  events: Parameters<typeof clockStanding>[1],
  moment: Moment,
  targetId: string,
  days: number,
): NonNullable<ActionRequest['extension']> {
  const { turnaround } = moment.policy.regime;
  const target = targetIn(turnaround, targetId);
  if (target === undefined) {
    const ids = turnaround === 'not-known' ? [] : turnaround.targets.map(({ id }) => `“${id}”`);
    const unknownTarget =
      ids.length === 0
        ? 'The regime of this case has no targets'
        : `Name a target of the regime this case is under: ${ids.join(', ')}`;
    return { refusals: [], unknownTarget };
  }
  const standing = clockStanding(moment, events, moment.at);
  return { refusals: standing === null ? [] : extensionAllowed(target, standing, days) };
}

function levelName(
  scheme: 'not-known' | { readonly levels: readonly { readonly id: string; readonly name: string }[] },
  id: string,
): string {
  return (scheme === 'not-known' ? undefined : scheme.levels.find((level) => level.id === id)?.name) ?? id;
}
