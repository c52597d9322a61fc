import type { CarriedOverCondition, CaseEvent } from './events.js';
import { madeBy } from './replay-submission.js';
import { amend, type EventOf, type Working } from './replay-working.js';
import type { ReplayedCondition } from './replayed.js';

/** A decision takes the place of the one before; its conditions begin open. */
export function takeDecision(working: Working, event: EventOf<'decided'>): void {
  const { decisionId, conditions, ...decision } = event.payload;
  working.decisionId = decisionId;
  working.decisions.push({
    ...decision,
    ...madeBy(event, decisionId),
    reason: event.reason,
    decidedBy: event.actorId,
    decidedRole: event.actorRole,
    decidedInSource: null,
    decidedAt: event.occurredAt,
  });
  const open = conditions.map((condition) => ({ ...condition, status: 'open' as const }));
  takeConditions(working, event, decisionId, open);
}

/** The conditions a decision comes with. */
export function takeConditions(
  working: Working,
  { occurredAt }: CaseEvent,
  decisionId: string,
  conditions: readonly CarriedOverCondition[],
): void {
  for (const condition of conditions)
    working.conditions.push({
      ...condition,
      kind: condition.kind ?? 'condition',
      exceptionId: condition.exceptionId ?? null,
      carriedOverTo: null,
      decisionId,
      revision: 1,
      changedAt: occurredAt,
      evidence: [],
    });
}

export function takeConditionEvidence(
  working: Working,
  event: EventOf<'condition-evidence-submitted'>,
): void {
  const { conditionId, evidenceId, text, links } = event.payload;
  amend(working.conditions, conditionId, event, (condition): ReplayedCondition => ({
    ...condition,
    status: 'evidence-submitted',
    revision: condition.revision + 1,
    changedAt: event.occurredAt,
    evidence: [
      ...condition.evidence,
      {
        id: evidenceId,
        sequence: event.sequence,
        text,
        links,
        submittedBy: event.actorId,
        submittedAt: event.occurredAt,
        judgement: null,
      },
    ],
  }));
}

export function takeConditionChange(working: Working, event: EventOf<'condition-changed'>): void {
  const { conditionId, status } = event.payload;
  amend(working.conditions, conditionId, event, (condition): ReplayedCondition => ({
    ...condition,
    status,
    revision: condition.revision + 1,
    changedAt: event.occurredAt,
    evidence: condition.evidence.map((evidence) => ({
      ...evidence,
      // Each is judged once: by the first change after it.
      judgement: evidence.judgement ?? {
        status,
        reason: event.reason,
        judgedBy: event.actorId,
        judgedAt: event.occurredAt,
      },
    })),
  }));
}

/** Promises that are followed with another case, or with this one again. */
export function takePromisesCarried(working: Working, event: EventOf<'promises-carried-over'>): void {
  const { followingReference, promises } = event.payload;
  for (const { conditionId, status } of promises)
    amend(working.conditions, conditionId, event, (condition): ReplayedCondition => ({
      ...condition,
      status,
      carriedOverTo: status === 'open' ? null : followingReference,
      revision: condition.revision + 1,
      changedAt: event.occurredAt,
    }));
}

export function takeConditionExtension(working: Working, event: EventOf<'condition-extended'>): void {
  const { conditionId, dueOn } = event.payload;
  amend(working.conditions, conditionId, event, (condition): ReplayedCondition => ({
    ...condition,
    dueOn,
    revision: condition.revision + 1,
    changedAt: event.occurredAt,
  }));
}
