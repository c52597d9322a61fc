import type { EmailStatus } from '#domain';
import { withinSight, type Sight } from '../cases/case-record.js';
import { toldOf } from '../cases/event-sight.js';
import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

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
  /** When it was sent or given up; `null` until then, and for good when it went into a digest. */
  readonly settledAt: Date | null;
  /** When it is tried next; `null` once it is settled, and while others decide that: a digest it waits for or is in. */
  readonly nextAttemptAt: Date | null;
  /** The digest it was put in, and what became of that; `null` where it is in none. */
  readonly digest: {
    readonly status: EmailStatus;
    /** When the digest was sent or given up, UTC; `null` until then. */
    readonly settledAt: string | null;
  } | null;
}

/**
 * Every email about a case the person may see, latest event first; but for those of an event they are not told of, because
 * it names a case they do not see.
 */
export async function emailsOfCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<readonly EmailOfCase[]> {
  return queryable.query<EmailOfCase>({
    name: 'mail-of-case',
    text: `
      select e.id, e.sequence, e.template, e.recipient_name as "recipientName", e.recipient_role as "recipientRole",
             e.status, e.attempts, e.last_error as "lastError", e.created_at as "createdAt",
             e.settled_at as "settledAt",
             case when e.status in ('queued', 'sending') then e.next_attempt_at end as "nextAttemptAt",
             case when d.id is not null then jsonb_build_object('status', d.status,
               'settledAt', ${utc('d.settled_at')}) end as digest
        from email e left join email d on d.id = e.digest_id
       where e.case_id = (select c.id from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')})
         and not exists (select from case_event v where v.case_id = e.case_id and v.sequence = e.sequence
           and (${toldOf('v', { internal: 'true', organisationIds: '$3::uuid[]' })}) is not true)
       order by e.sequence desc, e.recipient_role, e.id`,
    values: [reference, sight.everything, sight.organisationIds],
  });
}
