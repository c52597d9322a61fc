import type { JobsOptions } from 'bullmq';
import { KNOWN_ADDRESS_DAYS } from '#domain';
import type { Config } from '#platform';

/** Sends emails. */
export const MAIL_QUEUE = 'mail';
/** Has attached files checked for viruses; apart from the others, so that a slow scanner holds up nothing else. */
export const SCAN_QUEUE = 'scan';
/** Tells other systems; apart, so that one that does not answer holds up nothing else. */
export const WEBHOOK_QUEUE = 'webhook';
/** What comes round by the clock; apart from the mail, so that a slow mail server does not hold it up. */
export const SCHEDULE_QUEUE = 'schedule';

/** Emails in hand at once in each worker process. */
export const MAIL_CONCURRENCY = 5;
/** Messages to other systems in hand at once in each worker process. */
export const WEBHOOK_CONCURRENCY = 5;
/** Files checked at once by each worker process. */
export const SCAN_CONCURRENCY = 2;
/**
 * How soon a job whose worker died is given to another, in milliseconds. Short, because a job given out twice by
 * mistake does no harm: the row decides who sends.
 */
export const GIVE_OUT_AGAIN = { lockDuration: 10_000, stalledInterval: 5_000 } as const;

/** What comes round, under the name of its job. */
export const SCHEDULES = [
  'sweep-mail',
  'raise-reminders',
  'send-digests',
  'tell-followers',
  'seal-log',
  'carry-out-disposals',
  'forget-ended',
  'clear-sessions',
  'sweep-scans',
  'sweep-files',
  'send-webhooks',
  'compare-cases',
] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** How long an answer is kept under its Idempotency-Key, in milliseconds: seven days. */
export const ANSWERS_KEPT_MS = 7 * 86_400_000;
/** How long the record of a token is kept after it ended, in milliseconds: thirty days. */
export const ENDED_TOKENS_KEPT_MS = 30 * 86_400_000;
/** How long the last try to sign in is remembered, in milliseconds: a day. */
export const TRIES_KEPT_MS = 86_400_000;
/** How long an address somebody signed in from is remembered without its use, in milliseconds. */
export const KNOWN_ADDRESSES_KEPT_MS = KNOWN_ADDRESS_DAYS * 86_400_000;

/** How often each comes round, in milliseconds. */
export function intervalOf(schedule: Schedule, config: Config): number {
  switch (schedule) {
    case 'sweep-mail':
    case 'sweep-scans':
    case 'send-webhooks':
      return config.appMode === 'local' ? 5_000 : 15_000;
    case 'compare-cases':
      return config.appMode === 'local' ? 5_000 : 30_000;
    case 'raise-reminders':
      return config.appMode === 'local' ? 30_000 : 5 * 60_000;
    case 'send-digests':
    case 'tell-followers':
      return 5 * 60_000;
    case 'seal-log':
      return config.appMode === 'local' ? 5_000 : 30_000;
    case 'carry-out-disposals':
    case 'forget-ended':
    case 'clear-sessions':
    case 'sweep-files':
      return 60 * 60_000;
  }
}

/** A finished job is forgotten at once: BullMQ ignores a new job while one of the same id is remembered. */
export const FORGET_WHEN_DONE = {
  removeOnComplete: true,
  removeOnFail: true,
} as const satisfies JobsOptions;

/** The most a mail job says: who is to be written to, and what, stays in the row. */
export interface MailJob {
  readonly emailId: string;
}

/** The most a scan job says. */
export interface ScanJob {
  readonly attachmentId: string;
}

/** The most a job that tells another system says. */
export interface WebhookJob {
  readonly deliveryId: string;
}

/** Time within which one attempt at one row is asked for only once. */
const SLOT_MS = 10 * 60_000;

/**
 * Id of the job for a row that has seen so many attempts. The same within ten minutes, so that nudging and sweeping
 * make one job between them; another after that, so that a job the queue has mislaid cannot stand in the way for good.
 */
export function mailJobId(emailId: string, attempts: number, now: Date): string {
  return `email-${emailId}-${attempts}-${Math.floor(now.getTime() / SLOT_MS)}`;
}

/** The same for a file that is to be checked. */
export function scanJobId(attachmentId: string, attempts: number, now: Date): string {
  return `scan-${attachmentId}-${attempts}-${Math.floor(now.getTime() / SLOT_MS)}`;
}

/** The same for what another system is to be told. */
export function webhookJobId(deliveryId: string, attempts: number, now: Date): string {
  return `webhook-${deliveryId}-${attempts}-${Math.floor(now.getTime() / SLOT_MS)}`;
}
