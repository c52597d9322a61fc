import {
  emptyPointEvidence,
  type CaseDetails,
  type LegacyException,
  type PointEvidence,
  type PointNumber,
} from '../case/case-content.js';
import type { CaseEvent } from './events.js';
import { detailsOfToday } from './replay-content.js';

/** One saved state of a part of a request, with the event that saved it. */
export interface SavedRevision<Value, Event = CaseEvent> {
  /** Counts from 1. */
  readonly revision: number;
  readonly value: Value;
  readonly event: Event;
}

/** The details an event saved; `null` where it saved none. */
export function detailsSavedBy(event: CaseEvent): CaseDetails | null {
  return event.type === 'case-created' ||
    event.type === 'imported' ||
    event.type === 'advice-asked' ||
    event.type === 'details-changed'
    ? detailsOfToday(event.payload.details)
    : null;
}

/** What an event saved of a point; `null` where it saved nothing of it. */
export function evidenceSavedBy(event: CaseEvent, point: PointNumber): PointEvidence | null {
  const saved =
    event.type === 'point-evidence-saved'
      ? [event.payload.evidence]
      : event.type === 'case-created'
        ? (event.payload.carriedOver?.points ?? [])
        : [];
  const found = saved.find((evidence) => evidence.point === point);
  return found === undefined ? null : { ...emptyPointEvidence(point), ...found };
}

/** What an event saved of a legacy exception; `null` where it saved nothing of it. */
export function exceptionSavedBy(event: CaseEvent, id: string): LegacyException | null {
  const saved =
    event.type === 'legacy-exception-added' || event.type === 'legacy-exception-changed'
      ? [event.payload.exception]
      : event.type === 'case-created'
        ? (event.payload.carriedOver?.legacyExceptions ?? [])
        : [];
  return saved.find((exception) => exception.id === id) ?? null;
}

/**
 * Every saved state of a part of a request, oldest first. Each saving is one revision of the part, so that a revision
 * somebody's form was opened at leads to what that form showed.
 * @param events of one case, in sequence, from the first on
 * @param savedBy what an event saved of the part
 */
export function savedRevisions<Value, Event extends CaseEvent>(
  events: readonly Event[],
  savedBy: (event: Event) => Value | null,
): readonly SavedRevision<Value, Event>[] {
  return events
    .flatMap((event) => {
      const value = savedBy(event);
      return value === null ? [] : [{ value, event }];
    })
    .map((saved, index) => ({ revision: index + 1, ...saved }));
}

/**
 * The saving that last changed an answer.
 * @param after revision since which to look
 * @param answerOf the answer, as people read it, of a saved state; of `null`, before the first, nothing was answered
 */
export function lastChangeOf<Value, Event>(
  revisions: readonly SavedRevision<Value, Event>[],
  after: number,
  answerOf: (value: Value | null) => string,
): SavedRevision<Value, Event> | null {
  return (
    revisions.findLast(
      ({ revision, value }, index) =>
        revision > after && answerOf(value) !== answerOf(revisions[index - 1]?.value ?? null),
    ) ?? null
  );
}
