import type { AdviceMessageKind, GuidanceEnd } from '../advice/advice-words.js';
import type { ProtectiveMarking } from '../case/case-content.js';
import type { CaseEvent } from './events.js';
import { amend, type EventOf, type Working } from './replay-working.js';

type MessageEvent = EventOf<
  | 'advice-asked'
  | 'advice-followed-up'
  | 'advice-answered'
  | 'advice-referred'
  | 'advice-closed'
  | 'advice-reopened'
>;

/** Every message of a thread is an event of its own. */
export function takeMessage(working: Working, event: MessageEvent, kind: AdviceMessageKind): void {
  const { payload } = event;
  working.messages.push({
    id: payload.messageId,
    sequence: event.sequence,
    kind,
    body: payload.body,
    outcome: 'outcome' in payload ? payload.outcome : null,
    sentTo: 'sentTo' in payload ? payload.sentTo : null,
    authorId: event.actorId,
    authorRole: event.actorRole,
    writtenAt: event.occurredAt,
  });
}

/** Says which case a question is about. */
export function takeTie(working: Working, event: EventOf<'advice-tied'>): void {
  const { aboutCaseId, aboutReference, point, protectiveMarking } = event.payload;
  if (working.advice !== null) working.advice = { ...working.advice, aboutCaseId, aboutReference, point };
  takeMarking(working, event, protectiveMarking);
}

/** Marks a question. Guidance that was made of a marked one is no longer published: that follows from the marking. */
export function takeMarking(working: Working, event: CaseEvent, protectiveMarking: ProtectiveMarking): void {
  working.details = { ...working.details, protectiveMarking };
  if (protectiveMarking === 'OFFICIAL') return;
  for (const { id } of working.guidance.filter(({ withdrawnAt }) => withdrawnAt === null))
    takeDown(working, event, id, 'marked');
}

function takeDown(working: Working, event: CaseEvent, id: string, withdrawnBecause: GuidanceEnd): void {
  amend(working.guidance, id, event, (before) => ({
    ...before,
    withdrawnAt: event.occurredAt,
    withdrawnBecause,
  }));
}

export function takePublication(working: Working, event: EventOf<'guidance-published'>): void {
  const { guidanceId, subject, point, title, body } = event.payload;
  working.guidance.push({
    id: guidanceId,
    sequence: event.sequence,
    subject,
    point,
    title,
    body,
    publishedBy: event.actorId,
    publishedAt: event.occurredAt,
    withdrawnAt: null,
    withdrawnBecause: null,
  });
}

export function takeWithdrawalOfGuidance(working: Working, event: EventOf<'guidance-withdrawn'>): void {
  takeDown(working, event, event.payload.guidanceId, 'taken-back');
}
