import type { EventOf, Working } from './replay-working.js';

/** A report of what was spent; it takes the place of the one before, which is kept. */
export function takeSpendReport(working: Working, event: EventOf<'spend-recorded'>): void {
  const { reportId, decisionId, approvedPence, years, totalPence, note, final, endedOn } = event.payload;
  working.spendReports.push({
    id: reportId,
    sequence: event.sequence,
    decisionId,
    approvedPence,
    years,
    totalPence,
    note: note ?? null,
    final,
    endedOn,
    recordedBy: event.actorId,
    recordedAt: event.occurredAt,
  });
}

/** A request was started from the case. */
export function takeFollower(working: Working, { payload, occurredAt }: EventOf<'variation-started'>): void {
  working.startedFromIt.push({
    caseId: payload.followingCaseId,
    reference: payload.followingReference,
    kind: payload.kind,
    startedAt: occurredAt,
  });
}
