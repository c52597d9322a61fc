import type { CasesOfEmail } from '#domain';
import type { Queryable } from '../database/statement.js';
import { INVITATION } from '../people/invitations.js';
import { PASSWORD_RESET } from '../people/passwords.js';

/** A row of the outbox, taken in hand by one attempt. */
export interface ClaimedEmail {
  readonly id: string;
  /** `null` where it is about several cases, as a digest is. */
  readonly caseId: string | null;
  /** Number of the event it tells of; `null` where it tells of none, or of several. */
  readonly sequence: number | null;
  /** Name of the event it tells of, or of the kind of letter about several cases. */
  readonly template: string;
  readonly recipientName: string;
  readonly recipientAddress: string;
  readonly recipientRole: string;
  /** What the template needs, as it stood when the event happened. */
  readonly parameters: unknown;
  /** Number of this attempt, from 1. It is also the proof that the row is still ours when it is settled. */
  readonly attempts: number;
  readonly firstAttemptAt: Date;
  readonly createdAt: Date;
  /** The cases it names, as they stand now. */
  readonly cases: CasesOfEmail;
}

/** A row that waits to be sent, and how many attempts it has seen. */
export interface DueEmail {
  readonly id: string;
  readonly attempts: number;
}

/** What is true of an attempt while it lasts. */
export interface Attempt {
  readonly emailId: string;
  readonly attempts: number;
}

/** SQL of whether the person of an email may see the case `c` at the instant `$2`, by the rule of `sightOf`. */
const STILL_SEES = `exists (select from role_assignment r join person p on p.id = r.person_id
    where r.person_id = email.person_id and p.deactivated_at is null
      and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
      and (r.role in ('reviewer', 'decider', 'auditor')
        or (r.role in ('submitter', 'assurance-lead') and r.organisation_id = c.organisation_id)))`;

/** SQL of the cases an email names, wherever in its parameters. */
const NAMED_CASES_NOW = `(select coalesce(jsonb_object_agg(c.reference, jsonb_build_object('marking', c.protective_marking,
      'seen', email.person_id is null or ${STILL_SEES})), '{}'::jsonb)
    from spend_case c where c.reference in (
      select named #>> '{}' from jsonb_path_query(email.parameters, 'lax $.**.reference') named))`;

/**
 * Takes a row in hand, if it is due or its last keeper let the lease run out. One statement, so that of any number of
 * attempts at the same moment exactly one gets the row.
 *
 * @param now by the service's clock, UTC
 * @param leaseUntil after this instant others may take the row to be abandoned
 * @returns the row, or `null` where there is nothing to send
 */
export async function claimEmail(
  queryable: Queryable,
  emailId: string,
  now: Date,
  leaseUntil: Date,
): Promise<ClaimedEmail | null> {
  const rows = await queryable.query<ClaimedEmail>({
    name: 'mail-claim',
    text: `
      update email
         set status = 'sending', attempts = attempts + 1,
             first_attempt_at = coalesce(first_attempt_at, $2), lease_until = $3
       where id = $1
         and ((status = 'queued' and next_attempt_at <= $2) or (status = 'sending' and lease_until < $2))
      returning id, case_id as "caseId", sequence, template, recipient_name as "recipientName",
        recipient_address as "recipientAddress", recipient_role as "recipientRole", parameters, attempts,
        first_attempt_at as "firstAttemptAt", created_at as "createdAt", ${NAMED_CASES_NOW} as cases`,
    values: [emailId, now, leaseUntil],
  });
  return rows[0] ?? null;
}

/**
 * SQL of the parameters of an email that has come to its end: what opens a door goes with it. Only
 * invitations and links to choose another password have a token among their own.
 */
const WITHOUT_TOKEN = `case when template in ('${INVITATION}', '${PASSWORD_RESET}') then parameters - 'token' else parameters end`;

/**
 * Records that the email left. That is true whoever holds the row by now, so a keeper who was slow, and whose lease
 * ran out, may still say it: better than that a third attempt sends it again.
 */
export async function settleSent(
  queryable: Queryable,
  emailId: string,
  at: Date,
  providerReference: string,
): Promise<void> {
  await queryable.query({
    text: `
      update email
         set status = 'sent', settled_at = $2, provider_reference = $3, lease_until = null, last_error = null,
             parameters = ${WITHOUT_TOKEN}
       where id = $1 and status <> 'sent'`,
    values: [emailId, at, providerReference],
  });
}

/**
 * Records that the email will not be sent.
 *
 * @returns false when the row is no longer in the hands of this attempt, and nothing was changed
 */
export async function settleUnsent(
  queryable: Queryable,
  attempt: Attempt,
  outcome: { status: 'refused' | 'technical-failure'; reason: string; at: Date },
): Promise<boolean> {
  const rows = await queryable.query({
    text: `
      update email
         set status = $3, settled_at = $4, last_error = $5, lease_until = null,
             parameters = ${WITHOUT_TOKEN}
       where id = $1 and status = 'sending' and attempts = $2
      returning id`,
    values: [attempt.emailId, attempt.attempts, outcome.status, outcome.at, outcome.reason],
  });
  return rows.length === 1;
}

/**
 * Puts the email back to be tried again.
 *
 * @returns false when the row is no longer in the hands of this attempt, and nothing was changed
 */
export async function returnToQueue(
  queryable: Queryable,
  attempt: Attempt,
  again: { reason: string; nextAttemptAt: Date },
): Promise<boolean> {
  const rows = await queryable.query({
    text: `
      update email
         set status = 'queued', next_attempt_at = $3, last_error = $4, lease_until = null
       where id = $1 and status = 'sending' and attempts = $2
      returning id`,
    values: [attempt.emailId, attempt.attempts, again.nextAttemptAt, again.reason],
  });
  return rows.length === 1;
}

/** Rows that are due and in nobody's hands, or whose keeper let the lease run out; longest waiting first. */
export async function dueEmails(
  queryable: Queryable,
  now: Date,
  limit: number,
): Promise<readonly DueEmail[]> {
  return queryable.query<DueEmail>({
    name: 'mail-due',
    text: `
      select id, attempts
        from email
       where (status = 'queued' and next_attempt_at <= $1) or (status = 'sending' and lease_until < $1)
       order by next_attempt_at, id
       limit $2`,
    values: [now, limit],
  });
}
