import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  STATE_NAMES,
  type ActionRequest,
  type CaseAction,
  type DecidedState,
  type HeldRole,
  type ImposedCondition,
  type NewCondition,
  type Pence,
  type PointOverride,
} from '#domain';
import { Database, openConditions, recordDecision, type CaseRecord } from '#persistence';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import type { Plan } from '../desk/plan.js';
import { ofCase } from '../desk/preconditions.js';
import { noticeBy } from '../submission/submission-service.js';
import { changeOfApprovalBefore, promisesBinding, type PromisesOfDecision } from './promises-of-decision.js';
import { StepUp } from './step-up.js';

/** A decision as the decider words it. */
export interface DecisionRequest {
  readonly version: number;
  readonly reason: string;
  /** Pence; left out when nothing is approved. */
  readonly approvedPence?: Pence | undefined;
  readonly conditions?: readonly NewCondition[] | undefined;
  readonly overrides?: readonly PointOverride[] | undefined;
}

/** A correction of a decision: a new one that takes its place, the old one being kept. */
export interface SupersedingRequest extends DecisionRequest {
  readonly outcome: DecidedState;
  /** Id of the decision that stands and is to be superseded. */
  readonly supersedes: string;
}

/** Which row of the lifecycle a decision is. */
export const ACTION_OF: Readonly<Record<DecidedState, CaseAction>> = {
  approved: 'approve',
  'approved-with-conditions': 'approve-with-conditions',
  'not-approved': 'not-approve',
};

/** What the decider does. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly stepUp: StepUp,
  ) {}

  /**
   * Decides a recommended case.
   * @throws ProblemError 403 `sign-in-again` where the amount asks for a sign-in not long ago, as {@link supersede}
   */
  decide(
    acting: Acting,
    reference: string,
    expected: number,
    outcome: DecidedState,
    request: DecisionRequest,
  ): Promise<Answer> {
    return this.record(acting, reference, expected, ACTION_OF[outcome], outcome, request, null);
  }

  /** Replaces the decision that stands by another. Nothing of the old one is altered. */
  supersede(
    acting: Acting,
    reference: string,
    expected: number,
    request: SupersedingRequest,
  ): Promise<Answer> {
    return this.record(
      acting,
      reference,
      expected,
      'supersede',
      request.outcome,
      request,
      request.supersedes,
    );
  }

  /** Sends a recommended case back to the review. */
  referBack(
    acting: Acting,
    reference: string,
    expected: number,
    given: { readonly version: number; readonly reason: string },
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'refer-back',
      request: () => given,
      precondition: ofCase(expected),
      plan: (_record, by) => ({
        type: 'referred-back',
        payload: {},
        toState: 'in-review',
        reason: given.reason,
        notice: noticeBy(by, given.reason),
      }),
    });
  }

  private record(
    acting: Acting,
    reference: string,
    expected: number,
    action: CaseAction,
    outcome: DecidedState,
    request: DecisionRequest,
    supersedes: string | null,
  ): Promise<Answer> {
    const asked: Omit<ActionRequest, 'today'> = {
      ...request,
      outcome,
      ...(supersedes === null ? {} : { supersedes }),
    };
    return this.desk.perform(acting, reference, {
      action,
      request: () => asked,
      precondition: ofCase(expected),
      plan: async (record, by, facts, at) => {
        // Last of all: who may not decide is told that, and not to sign in again.
        this.stepUp.refuseStale(acting, [record.details.requestedPence, request.approvedPence ?? null]);
        const promises = await promisesBinding(this.database.as(acting), record, facts, outcome);
        return planDecision(acting, record, by, at, outcome, request, supersedes, promises);
      },
    });
  }
}

function planDecision(
  acting: Acting,
  record: CaseRecord,
  by: HeldRole,
  at: Date,
  outcome: DecidedState,
  request: DecisionRequest,
  supersedesId: string | null,
  promises: PromisesOfDecision,
): Plan<'decided'> {
  const { requestedPence } = record.details;
  if (requestedPence === null) throw new Error(`Case ${record.reference} was submitted without an amount`);
  const decisionId = randomUUID();
  const imposed = request.conditions ?? [];
  const conditions: readonly ImposedCondition[] = [...imposed, ...promises.asked].map((condition, index) => ({
    ...condition,
    id: randomUUID(),
    number: index + 1,
  }));
  const decision = {
    number: (record.decision?.number ?? 0) + 1,
    outcome,
    requestedPence,
    approvedPence: request.approvedPence ?? null,
    overrides: request.overrides ?? [],
    recommendationId: record.recommendation?.id ?? null,
    supersedesId,
    regimeVersion: record.policy.regimeVersion,
    synthetic: record.synthetic,
  };
  const alongside = changeOfApprovalBefore(acting, record, by, at, decisionId, promises);
  return {
    type: 'decided',
    payload: { decisionId, ...decision, conditions },
    toState: outcome,
    reason: request.reason,
    set: [['decision_id', decisionId, 'uuid']],
    riders: [
      recordDecision({
        ...decision,
        id: decisionId,
        version: request.version,
        reason: request.reason,
        decidedBy: acting.personId,
        decidedRole: by.role,
        decidedAt: at,
      }),
      ...(conditions.length > 0 ? [openConditions(decisionId, conditions, at)] : []),
    ],
    ...(alongside === undefined ? {} : { alongside }),
    notice: {
      ...noticeBy(by, request.reason),
      outcome: STATE_NAMES[outcome],
      requestedPence,
      approvedPence: decision.approvedPence,
      conditions: conditions.slice(0, imposed.length),
      promises: promises.asked.map(({ text, dueOn }) => ({ text, dueOn })),
      replaces: supersedesId !== null,
      lapsed: record.conditions.filter(({ decisionId: of }) => of === supersedesId),
    },
    made: {
      decisionId,
      decisionNumber: decision.number,
      conditions: conditions.map(({ id, number }) => ({ id, number })),
    },
  };
}
