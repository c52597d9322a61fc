import { withAttachments } from '../attachments/attachment.js';
import {
  emptyPointEvidence,
  POINT_NUMBERS,
  type CaseContent,
  type CaseDetails,
  type LegacyException,
  type PointEvidence,
} from '../case/case-content.js';
import type { EventOf, Working } from './replay-working.js';
import { amend } from './replay-working.js';
import { standingAttachments } from './replay-attachments.js';
import type { Replayed } from './replayed.js';

/** What a case that was written before these were asked says of them: nothing. */
const NOT_ASKED_EARLIER: Pick<CaseDetails, 'ratingAnswers' | 'commitmentAnswers'> = {
  ratingAnswers: {},
  commitmentAnswers: {},
};

/** Details with everything that is asked today, whenever they were written. */
export function detailsOfToday(written: CaseDetails): CaseDetails {
  return { ...NOT_ASKED_EARLIER, ...written };
}

/** What the department says as it stands, as one value. */
export function contentOfReplayed(
  replayed: Pick<Replayed, 'points' | 'legacyExceptions' | 'attachments'>,
  details: CaseDetails,
): CaseContent {
  const saved = new Map(replayed.points.map(({ evidence }) => [evidence.point, evidence]));
  const content = {
    details,
    points: POINT_NUMBERS.map((point) => saved.get(point) ?? emptyPointEvidence(point)),
    legacyExceptions: standingExceptions(replayed).map(({ exception }) => exception),
  };
  return withAttachments(content, standingAttachments(replayed));
}

/** The legacy exceptions that have not been taken out, oldest first; of two as old, by id. */
export function standingExceptions({
  legacyExceptions,
}: Pick<Replayed, 'legacyExceptions'>): Replayed['legacyExceptions'] {
  return legacyExceptions
    .filter(({ removedAt }) => removedAt === null)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ addedAt, id }: Replayed['legacyExceptions'][number]): string {
  return `${addedAt} ${id}`;
}

export function takeDetails(working: Working, { payload }: EventOf<'details-changed'>): void {
  working.detailsAsWritten = payload.details;
  working.details = detailsOfToday(payload.details);
  working.detailsRevision += 1;
  if (payload.pipelineKey !== undefined) working.pipelineKey = payload.pipelineKey;
}

export function takeEvidence(
  working: Working,
  { payload, actorId, occurredAt }: EventOf<'point-evidence-saved'>,
): void {
  const evidence: PointEvidence = { ...emptyPointEvidence(payload.evidence.point), ...payload.evidence };
  const index = working.points.findIndex((saved) => saved.evidence.point === evidence.point);
  const revision = (working.points[index]?.revision ?? 0) + 1;
  const saved = { evidence, revision, savedBy: actorId, savedAt: occurredAt };
  if (index === -1) working.points.push(saved);
  else working.points[index] = saved;
}

export function takeNewException(
  working: Working,
  { payload, actorId, occurredAt }: EventOf<'legacy-exception-added'>,
): void {
  working.legacyExceptions.push({
    id: payload.exception.id,
    exception: payload.exception,
    revision: 1,
    savedBy: actorId,
    addedAt: occurredAt,
    removedAt: null,
  });
}

export function takeChangedException(working: Working, event: EventOf<'legacy-exception-changed'>): void {
  const exception: LegacyException = event.payload.exception;
  amend(working.legacyExceptions, exception.id, event, (before) => ({
    ...before,
    exception,
    revision: before.revision + 1,
    savedBy: event.actorId,
  }));
}

export function takeRemovedException(working: Working, event: EventOf<'legacy-exception-removed'>): void {
  amend(working.legacyExceptions, event.payload.exceptionId, event, (before) => ({
    ...before,
    removedAt: event.occurredAt,
  }));
}
