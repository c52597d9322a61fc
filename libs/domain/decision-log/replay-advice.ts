import type { AdviceMessageKind } from '../advice/advice-words.js';
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
export function takeTie(working: Working, { payload }: EventOf<'advice-tied'>): void {
  const { aboutCaseId, aboutReference, point, protectiveMarking } = payload;
  if (working.advice !== null) working.advice = { ...working.advice, aboutCaseId, aboutReference, point };
  working.details = { ...working.details, protectiveMarking };
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
  });
}

export function takeWithdrawalOfGuidance(working: Working, event: EventOf<'guidance-withdrawn'>): void {
  amend(working.guidance, event.payload.guidanceId, event, (before) => ({
    ...before,
    withdrawnAt: event.occurredAt,
  }));
}
