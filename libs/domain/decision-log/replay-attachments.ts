import type { StandingAttachment } from '../attachments/attachment.js';
import { amend, type EventOf, type Working } from './replay-working.js';
import type { Replayed, ReplayedAttachment } from './replayed.js';

/** A file nothing has happened to yet, whose bytes lie under its own id. */
export const NEW_FILE = {
  storedId: null,
  conditionId: null,
  messageId: null,
  evidenceId: null,
  removedBy: null,
  removedAt: null,
  infectedAt: null,
  signature: null,
} as const;

export function takeAttachment(working: Working, event: EventOf<'attachment-added'>): void {
  const { attachmentId, messageId = null, ...file } = event.payload;
  working.attachments.push({
    ...NEW_FILE,
    ...file,
    id: attachmentId,
    messageId,
    addedBy: event.actorId,
    addedAt: event.occurredAt,
  });
}

export function takeAttachmentRemoval(working: Working, event: EventOf<'attachment-removed'>): void {
  amend(working.attachments, event.payload.attachmentId, event, (before) => ({
    ...before,
    removedBy: event.actorId,
    removedAt: event.occurredAt,
  }));
}

export function takeInfection(working: Working, event: EventOf<'attachment-infected'>): void {
  amend(working.attachments, event.payload.attachmentId, event, (before) => ({
    ...before,
    infectedAt: event.occurredAt,
    signature: event.payload.signature,
  }));
}

/** The files that were handed in with evidence belong to it from then on. */
export function bindToEvidence(working: Working, event: EventOf<'condition-evidence-submitted'>): void {
  const { evidenceId, attachmentIds = [] } = event.payload;
  for (const id of attachmentIds)
    amend(working.attachments, id, event, (before) => ({ ...before, evidenceId }));
}

/**
 * The files that have not been taken out, oldest first; of two as old, by id. Those of a legacy exception that was
 * taken out went with it.
 */
export function standingAttachments({
  attachments,
  legacyExceptions,
}: Pick<Replayed, 'attachments' | 'legacyExceptions'>): readonly StandingAttachment[] {
  const gone = new Set(legacyExceptions.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id));
  const key = ({ addedAt, id }: ReplayedAttachment): string => `${addedAt} ${id}`;
  return attachments
    .filter(({ removedAt, exceptionId }) => removedAt === null && !gone.has(exceptionId ?? ''))
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
