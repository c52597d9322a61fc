import { createHmac } from 'node:crypto';
import { WEBHOOK_MAC } from '../cryptography/algorithms.js';
import { audienceOf, EVENT_TYPES, type EventType } from '../decision-log/events.js';

/** Types of events an address can be told of: what the department sees as it happens. Never more of one than that it happened. */
export const WEBHOOK_EVENT_TYPES: readonly EventType[] = EVENT_TYPES.filter(
  (type) => audienceOf(type) === 'shared',
);

/**
 * Types of events only webhooks of the case's own organisation are told of. Guidance is published without names: who is
 * told of every organisation's cases could tell by the time whose question it was taken from.
 */
export const TOLD_TO_ITS_OWN_ORGANISATION: readonly EventType[] = [
  'guidance-published',
  'guidance-withdrawn',
];

/** Where the telling of one event to one address has come to. `withheld`: the case was marked higher meanwhile. */
export const DELIVERY_STATUSES = ['queued', 'sending', 'delivered', 'given-up', 'withheld'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What people read for each of them. */
export const DELIVERY_STATUS_NAMES: Readonly<Record<DeliveryStatus, string>> = {
  queued: 'Waiting',
  sending: 'Being sent',
  delivered: 'Delivered',
  'given-up': 'Given up',
  withheld: 'Held back',
};

/** What one attempt came to. */
export const ATTEMPT_OUTCOMES = [
  'delivered',
  /** Answered, but not with a status of 200 to 299. */
  'not-accepted',
  /** Answered with another address, which is never followed. */
  'redirected',
  'timed-out',
  'unreachable',
  /** The name stands for an address on a private network. */
  'address-refused',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** What people read for each of them. */
export const ATTEMPT_OUTCOME_NAMES: Readonly<Record<AttemptOutcome, string>> = {
  delivered: 'Taken',
  'not-accepted': 'Not accepted',
  redirected: 'Answered with another address, which is not followed',
  'timed-out': 'No answer in time',
  unreachable: 'Could not be reached',
  'address-refused': 'The name leads to a private address, which is not called',
};

/** What is done to an address, as it stays on record. `failing` and `gone` are done by the service itself. */
export const WEBHOOK_CHANGES = [
  'added',
  'changed',
  'secret-rotated',
  'disabled',
  'failing',
  'gone',
  'enabled',
  'ended',
] as const;
export type WebhookChange = (typeof WEBHOOK_CHANGES)[number];

/** What people read for each of them. */
export const WEBHOOK_CHANGE_NAMES: Readonly<Record<WebhookChange, string>> = {
  added: 'Added',
  changed: 'Changed',
  'secret-rotated': 'New secret made',
  disabled: 'Disabled',
  failing: 'Disabled because nothing arrived',
  gone: 'Disabled because it answered that it is gone',
  enabled: 'Enabled again',
  ended: 'Ended for good',
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Pauses after the first, second, … attempt in vain: more than a day in all. Close to what the specification suggests. */
export const RETRY_PAUSES_MS: readonly number[] = [
  5 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
];
/** Part of a pause that chance may add, so that what failed together is not tried together. */
const JITTER = 0.1;

/**
 * When to try again; `null` once it is given up.
 * @param tries how many there have been since it was queued or replayed, at least 1
 * @param chance from 0 up to 1
 */
export function nextDelivery(tries: number, now: Date, chance: number): Date | null {
  const pause = RETRY_PAUSES_MS[tries - 1];
  return pause === undefined ? null : new Date(now.getTime() + Math.round(pause * (1 + JITTER * chance)));
}

/** Calls to one address at the same time: while it takes what it is sent, and while it does not. This service's own choice. */
export const CALLS_AT_ONCE = { working: 2, failing: 1 } as const;

/** An address that asks for it is left alone, but no longer than this. */
const LONGEST_ASKED_MS = HOUR_MS;
const WAITS_WHEN_ASKED: readonly number[] = [429, 503];
/** Longest an address waits as a whole after attempts in vain, in milliseconds. This service's own choice. */
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;

/** An answer, as far as it matters to when to try again. */
export interface Answered {
  /** `null` where nothing was answered. */
  readonly statusCode: number | null;
  /** The header `Retry-After` (RFC 9110): seconds, or an instant; `null` without one. */
  readonly retryAfter: string | null;
}

/** Until when an address asks to be left alone, within bounds; `null` where it asks for nothing. */
export function askedToWaitUntil({ statusCode, retryAfter }: Answered, now: Date): Date | null {
  if (statusCode === null || retryAfter === null || !WAITS_WHEN_ASKED.includes(statusCode)) return null;
  const asked = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * SECOND_MS
    : new Date(retryAfter).getTime() - now.getTime();
  return asked > 0 ? new Date(now.getTime() + Math.min(asked, LONGEST_ASKED_MS)) : null;
}

/**
 * Until when nothing is sent to an address after attempts in vain, whatever waits for it: so that it holds up nobody else,
 * and is not pressed while it is down.
 * @param failures attempts in vain since the last that arrived, at least 1
 */
export function pausedUntil(failures: number, now: Date): Date {
  const pause = Math.min(RETRY_PAUSES_MS[failures - 1] ?? LONGEST_PAUSE_MS, LONGEST_PAUSE_MS);
  return new Date(now.getTime() + pause);
}

/** Whether an address says that it will never take anything again (Standard Webhooks): nothing more is sent to it. */
export function saysItIsGone({ statusCode }: Pick<Answered, 'statusCode'>): boolean {
  return statusCode === 410;
}

/** An address at which nothing has arrived for this long is told nothing more. */
export const DISABLED_AFTER_DAYS = 5;

/** An address that has failed since then or before is given up. */
export function failingBefore(now: Date): Date {
  return new Date(now.getTime() - DISABLED_AFTER_DAYS * DAY_MS);
}

/** After a new secret is made, what is sent is signed with the old one as well for this long. */
export const SECRET_OVERLAP_HOURS = 24;

/** Until when the secret before signs too. */
export function overlapUntil(now: Date): Date {
  return new Date(now.getTime() + SECRET_OVERLAP_HOURS * HOUR_MS);
}

/** Bytes of a secret; the specification asks for 24 to 64. */
export const SECRET_BYTES = 32;

/** A secret as people copy it (Standard Webhooks). */
export function secretText(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString('base64')}`;
}

/** One event of a case, as much of it as other systems are told. */
export interface ToldEvent {
  readonly type: EventType;
  /** UTC. */
  readonly occurredAt: string;
  readonly reference: string;
  readonly organisationId: string;
  /** Counted from 1 within the case; what GDS Assurance keeps to itself has its numbers too. */
  readonly sequence: number;
  readonly fromState: string | null;
  readonly toState: string;
}

/** The body other systems are sent: that something happened, and to which case; no text, and nobody's name. */
export function webhookBody({ type, occurredAt, reference, organisationId, ...event }: ToldEvent): string {
  const { sequence, fromState, toState } = event;
  return JSON.stringify({
    type: `case.${type}`,
    timestamp: occurredAt,
    data: { reference, event: type, sequence, fromState, toState, organisationId },
  });
}

/**
 * Headers of a message by the Standard Webhooks specification: its id, when it is sent, and a signature by each secret.
 * @param id the same however often it is sent
 */
export function signedHeaders(
  id: string,
  sentAt: Date,
  body: string,
  secrets: readonly Uint8Array[],
): Readonly<Record<string, string>> {
  const { hash, mark } = WEBHOOK_MAC;
  const timestamp = String(Math.floor(sentAt.getTime() / SECOND_MS));
  const signatures = secrets.map(
    (secret) => `${mark},${createHmac(hash, secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
