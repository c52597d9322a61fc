import type { EmailStatus } from '#domain';
import type { Queryable } from '../database/database.js';

/** What became of one email about a case. The address stays where it is: a name and a role say enough. */
export interface EmailOfCase {
  readonly id: string;
  /** Number of the event it tells of. */
  readonly sequence: number;
  /** Name of the event it tells of. */
  readonly template: string;
  readonly recipientName: string;
  readonly recipientRole: string;
  readonly status: EmailStatus;
  readonly attempts: number;
  /** Why the last attempt failed, in plain words; `null` when none did or it was sent after all. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  /** When it was sent or given up; `null` until then. */
  readonly settledAt: Date | null;
  /** When it is tried next; `null` once it is settled. */
  readonly nextAttemptAt: Date | null;
}

/** Every email about a case, latest event first. */
export async function emailsOfCase(queryable: Queryable, caseId: string): Promise<readonly EmailOfCase[]> {
  return queryable.query<EmailOfCase>({
    name: 'mail-of-case',
    text: `
      select id, sequence, template, recipient_name as "recipientName", recipient_role as "recipientRole", status,
             attempts, last_error as "lastError", created_at as "createdAt", settled_at as "settledAt",
             case when settled_at is null then next_attempt_at end as "nextAttemptAt"
        from email
       where case_id = $1
       order by sequence desc, recipient_role, id`,
    values: [caseId],
  });
}
