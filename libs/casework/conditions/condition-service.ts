import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseAction, ConditionStatus, EvidenceLink, IsoDate } from '#domain';
import {
  handInWith,
  moveCondition,
  moveConditionDue,
  recordConditionEvidence,
  type CaseRecord,
  type ConditionRecord,
} from '#persistence';
import { notFound } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import { noticeBy } from '../submission/submission-service.js';

/** Conditions and promises from open to settled. */
@Injectable()
export class ConditionService {
  constructor(private readonly desk: CaseDesk) {}

  /** The department shows that a condition is met. */
  submitEvidence(
    acting: Acting,
    reference: string,
    expected: number,
    given: {
      readonly conditionId: string;
      readonly text: string;
      readonly links: readonly EvidenceLink[];
    },
  ): Promise<Answer> {
    const { conditionId, text, links } = given;
    return this.desk.perform(acting, reference, {
      action: 'submit-condition-evidence',
      request: (record) => ({ condition: maybeConditionIn(record, conditionId) }),
      precondition: { expected, actual: (record) => conditionIn(record, conditionId).revision },
      plan: (record, by, _facts, at) => {
        const condition = conditionIn(record, conditionId);
        const evidenceId = randomUUID();
        const attachmentIds = record.attachments
          .filter((one) => one.conditionId === conditionId && one.evidenceId === null)
          .map(({ id }) => id);
        return {
          type: 'condition-evidence-submitted',
          payload: {
            conditionId,
            evidenceId,
            text,
            links,
            ...(attachmentIds.length === 0 ? {} : { attachmentIds }),
          },
          toState: record.state,
          riders: [
            moveCondition(conditionId, 'evidence-submitted', at),
            recordConditionEvidence({
              id: evidenceId,
              conditionId,
              text,
              links,
              submittedBy: acting.personId,
              submittedAt: at,
            }),
            ...(attachmentIds.length === 0 ? [] : [handInWith(evidenceId, attachmentIds)]),
          ],
          notice: { ...noticeBy(by), conditionText: condition.text, dueOn: condition.dueOn },
          status: 201,
          etag: condition.revision + 1,
          made: { conditionId, status: 'evidence-submitted', conditionRevision: condition.revision + 1 },
        };
      },
    });
  }

  /** GDS Assurance is satisfied. */
  confirmMet(acting: Acting, reference: string, expected: number, conditionId: string): Promise<Answer> {
    return this.settle('confirm-condition-met', 'met', acting, reference, expected, conditionId);
  }

  /** The evidence does not show it yet: the condition is open again. */
  sendBack(
    acting: Acting,
    reference: string,
    expected: number,
    conditionId: string,
    reason: string,
  ): Promise<Answer> {
    return this.settle('send-condition-back', 'open', acting, reference, expected, conditionId, reason);
  }

  /** What the department promised did not come, and is not waited for any more. */
  concludeNotMet(
    acting: Acting,
    reference: string,
    expected: number,
    conditionId: string,
    reason: string,
  ): Promise<Answer> {
    return this.settle('conclude-not-met', 'not-met', acting, reference, expected, conditionId, reason);
  }

  /** The condition no longer has to be met. */
  waive(
    acting: Acting,
    reference: string,
    expected: number,
    conditionId: string,
    reason: string,
  ): Promise<Answer> {
    return this.settle('waive-condition', 'waived', acting, reference, expected, conditionId, reason);
  }

  /** The condition is still to be met, by a later day. */
  extend(
    acting: Acting,
    reference: string,
    expected: number,
    {
      conditionId,
      dueOn,
      reason,
    }: { readonly conditionId: string; readonly dueOn: IsoDate; readonly reason: string },
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'extend-condition',
      request: (record) => ({ reason, newDueOn: dueOn, condition: maybeConditionIn(record, conditionId) }),
      precondition: { expected, actual: (record) => conditionIn(record, conditionId).revision },
      plan: (record, by, _facts, at) => {
        const condition = conditionIn(record, conditionId);
        return {
          type: 'condition-extended',
          payload: { conditionId, dueOn, previousDueOn: condition.dueOn },
          toState: record.state,
          reason,
          riders: [moveConditionDue(conditionId, dueOn, at)],
          notice: {
            ...noticeBy(by, reason),
            conditionText: condition.text,
            dueOn,
            conditions: [{ ...condition, dueOn }],
          },
          etag: condition.revision + 1,
          made: { conditionId, dueOn, status: condition.status, conditionRevision: condition.revision + 1 },
        };
      },
    });
  }

  private settle(
    action: CaseAction,
    status: ConditionStatus,
    acting: Acting,
    reference: string,
    expected: number,
    conditionId: string,
    reason?: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action,
      request: (record) => ({ reason, condition: maybeConditionIn(record, conditionId) }),
      precondition: { expected, actual: (record) => conditionIn(record, conditionId).revision },
      plan: (record, by, _facts, at) => {
        const condition = conditionIn(record, conditionId);
        return {
          type: 'condition-changed',
          payload: { conditionId, status },
          toState: record.state,
          reason: reason ?? null,
          riders: [moveCondition(conditionId, status, at)],
          notice: {
            ...noticeBy(by, reason),
            conditionText: condition.text,
            dueOn: condition.dueOn,
            status,
            conditions: [condition],
          },
          etag: condition.revision + 1,
          made: { conditionId, status, conditionRevision: condition.revision + 1 },
        };
      },
    });
  }
}

/** A condition of the case, where there is one. Whether it exists is told only to whom it concerns. */
export function maybeConditionIn(record: CaseRecord, conditionId: string): ConditionRecord | undefined {
  return record.conditions.find((condition) => condition.id === conditionId);
}

/** @throws ProblemError 404 when no condition of the case has this id */
export function conditionIn(record: CaseRecord, conditionId: string): ConditionRecord {
  const found = maybeConditionIn(record, conditionId);
  if (found === undefined) throw notFound();
  return found;
}
