import { Injectable } from '@nestjs/common';
import { isDepartmentRole } from '#domain';
import {
  answerOfBefore,
  Database,
  lockedLoadOf,
  nextCaseFor,
  reviewerLoads,
  rolesOfPerson,
  type CaseRecord,
  type NextCase,
  type PersonWithRoles,
  type Queryable,
  type ReviewerLoad,
} from '#persistence';
import { Clock, Config, conflict } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import { replay, type Answer } from '../desk/answer.js';
import type { Instruction } from '../desk/plan.js';
import { ofCase } from '../desk/preconditions.js';
import { acknowledgement, namedOrNobody, tellingOf, type NamedReviewer } from '../review/acknowledgement.js';
import { noticeBy } from '../submission/submission-service.js';

/** Who reviews which case. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Every reviewer with what they have in hand, least busy first. */
  reviewers(acting: Acting): Promise<readonly ReviewerLoad[]> {
    return reviewerLoads(this.database.as(acting), this.clock.now());
  }

  /** Gives a case nobody has to a reviewer. */
  async assign(acting: Acting, reference: string, expected: number, reviewerId: string): Promise<Answer> {
    const reviewer = await this.find(acting, reviewerId);
    return this.desk.perform(acting, reference, {
      ...assignment(reviewer),
      precondition: ofCase(expected),
    });
  }

  /** Gives a case from its reviewer to another one. Who hands a case over is not given it again unasked. */
  async handOver(
    acting: Acting,
    reference: string,
    expected: number,
    reviewerId: string,
    reason: string,
  ): Promise<Answer> {
    const reviewer = await this.find(acting, reviewerId);
    return this.desk.perform(acting, reference, {
      action: 'hand-over',
      request: () => ({ reviewer: namedOrNobody(reviewer), reason }),
      precondition: ofCase(expected),
      plan: (record, by) => {
        const named = namedOrNobody(reviewer);
        const { personId } = named;
        return {
          type: 'reviewer-assigned',
          payload: { reviewerId: personId, previousReviewerId: record.reviewerId },
          toState: record.state,
          reason,
          set: [['reviewer_id', personId, 'uuid'], ...gaveBack(acting, record)],
          notice: { ...noticeBy(by, reason), ...tellingOf(named) },
          made: { reviewerId: personId },
        };
      },
    });
  }

  /** Takes a case from its reviewer, or gives one's own back; it waits in the queue again. */
  unassign(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'unassign',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (record, by) => {
        if (record.reviewerId === null)
          throw new Error('The rules let a case without a reviewer be unassigned');
        return {
          type: 'reviewer-unassigned',
          payload: { reviewerId: record.reviewerId },
          toState: record.state,
          reason,
          set: [['reviewer_id', null, 'uuid'], ...gaveBack(acting, record)],
          notice: {
            ...noticeBy(by, reason),
            ...(record.reviewerName === null ? {} : { reviewerName: record.reviewerName }),
          },
        };
      },
    });
  }

  /**
   * Gives the person who asks the case that is due first among those they may take; a submission is acknowledged with
   * it. Of any number who ask at once each gets another one. The case is picked and taken in one transaction: first
   * past rows that others hold, then, where that finds none, waiting for them, so that a case somebody only touches is
   * not withheld.
   * @returns `null` when there is none
   * @throws ProblemError 403 for others than reviewers, 409 when the person has enough in hand
   */
  async giveNext(acting: Acting): Promise<Answer | null> {
    const { idempotency } = acting;
    if (idempotency !== undefined) {
      const before = await answerOfBefore(this.database.as(acting), acting.personId, idempotency.key);
      if (before !== null) return replay(acting, before);
    }
    for (const skipLocked of [true, false]) {
      const answer = await this.desk.performOnPicked(acting, (queryable) =>
        this.pick(queryable, acting, skipLocked),
      );
      if (answer !== null) return answer;
    }
    return null;
  }

  private async pick(
    queryable: Queryable,
    acting: Acting,
    skipLocked: boolean,
  ): Promise<{
    readonly reference: string;
    readonly instruction: Instruction<'acknowledged' | 'reviewer-assigned'>;
  } | null> {
    const limit = this.config.reviewerWorkloadLimit;
    const load = await lockedLoadOf(queryable, acting.personId);
    if (load >= limit)
      throw conflict(
        `You have ${String(load)} points of work in hand, and the limit is ${String(limit)}: finish a case, or hand one over, before you take the next`,
      );
    const next = await nextCaseFor(queryable, {
      personId: acting.personId,
      ownOrganisationIds: acting.roles
        .filter((held) => isDepartmentRole(held.role))
        .map((held) => held.organisationId),
      skipLocked,
    });
    return next === null ? null : { reference: next.reference, instruction: taking(acting, next) };
  }

  private find(acting: Acting, reviewerId: string): Promise<PersonWithRoles | null> {
    return rolesOfPerson(this.database.as(acting), reviewerId, this.clock.now());
  }
}

/** Taking a case for oneself: a submission is acknowledged, a case further on is assigned. */
function taking(acting: Acting, { state }: NextCase): Instruction<'acknowledged' | 'reviewer-assigned'> {
  return state === 'submitted' ? acknowledgement(acting) : assignment(acting);
}

function assignment(reviewer: NamedReviewer | null): Instruction<'reviewer-assigned'> {
  return {
    action: 'assign-reviewer',
    request: () => ({ reviewer: namedOrNobody(reviewer) }),
    plan: (record, by) => {
      const named = namedOrNobody(reviewer);
      const { personId } = named;
      return {
        type: 'reviewer-assigned',
        payload: { reviewerId: personId, previousReviewerId: null },
        toState: record.state,
        set: [['reviewer_id', personId, 'uuid']],
        notice: { ...noticeBy(by), ...tellingOf(named) },
        made: { reviewerId: personId },
      };
    },
  };
}

/** Whoever gives their own case away is remembered, so that it is not given to them again. */
function gaveBack(
  acting: Acting,
  { reviewerId, givenBackBy }: CaseRecord,
): readonly (readonly [string, unknown, string])[] {
  if (reviewerId !== acting.personId || givenBackBy.includes(acting.personId)) return [];
  return [['given_back_by', [...givenBackBy, acting.personId], 'uuid[]']];
}
