import {
  EMAIL_STATUS_NAMES,
  EVENT_NAMES,
  RECIPIENT_NAMES,
  type EmailStatus,
  type EventType,
  type Recipient,
} from '#domain';
import type { ReadingService } from '#casework';
import { instantInWords } from '../views/page-filters.js';

type EmailOfCase = Awaited<ReturnType<ReadingService['emails']>>[number];

/** An email about a case, and what becomes of it, in words. */
export interface EmailView {
  readonly id: string;
  /** What it tells of. */
  readonly about: string;
  readonly to: string;
  readonly as: string;
  readonly createdAt: Date;
  readonly status: EmailStatus;
  readonly statusName: string;
  /** What happened, or happens next: sentences. */
  readonly next: readonly string[];
  readonly isFailed: boolean;
}

function isIn<Key extends string>(names: Readonly<Record<Key, string>>, key: string): key is Key {
  return key in names;
}

function digestNext(digest: NonNullable<EmailOfCase['digest']>): string {
  const { status, settledAt } = digest;
  if (status === 'sent') return `The digest was sent on ${instantInWords(settledAt)}.`;
  return `The digest: ${EMAIL_STATUS_NAMES[status].toLowerCase()}.`;
}

function whatNext(email: EmailOfCase): readonly string[] {
  const { status, attempts, lastError, settledAt, nextAttemptAt, digest } = email;
  const failed = lastError === null ? [] : [`The last attempt failed: ${lastError.replace(/\.$/, '')}.`];
  const tried = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  switch (status) {
    case 'sent':
      return [`Sent on ${instantInWords(settledAt)}.`];
    case 'queued':
    case 'sending':
      return [
        ...failed,
        ...(attempts > 0 && nextAttemptAt !== null
          ? [`It is tried again on ${instantInWords(nextAttemptAt)}.`]
          : ['It is sent as soon as its turn comes.']),
      ];
    case 'refused':
      return [...failed, 'It is not tried again: the address has to be put right.'];
    case 'technical-failure':
      return [...failed, `It was given up after ${tried}, and is not tried again.`];
    case 'held':
      return ['It goes into the next daily digest of this person.'];
    case 'in-digest':
      return digest === null ? [] : [digestNext(digest)];
  }
}

/** The emails of a case as they are shown, latest first. */
export function emailViews(emails: readonly EmailOfCase[]): readonly EmailView[] {
  return emails.map((email) => {
    const { id, template, recipientName, recipientRole, createdAt, status, digest } = email;
    return {
      id,
      about: isIn<EventType>(EVENT_NAMES, template) ? EVENT_NAMES[template] : template,
      to: recipientName,
      as: isIn<Recipient>(RECIPIENT_NAMES, recipientRole) ? RECIPIENT_NAMES[recipientRole] : recipientRole,
      createdAt,
      status,
      statusName: EMAIL_STATUS_NAMES[status],
      next: whatNext(email),
      isFailed: [status, digest?.status].some((one) => one === 'refused' || one === 'technical-failure'),
    };
  });
}
