import type { EmailPreference } from '#domain';
import type { Queryable } from '../database/statement.js';

/** How somebody wants to be told; `null` when there is no such person or they were deactivated. */
export async function findEmailPreference(
  queryable: Queryable,
  personId: string,
): Promise<EmailPreference | null> {
  const [row] = await queryable.query<{ preference: EmailPreference }>({
    name: 'find_email_preference',
    text: `select email_preference as preference from person where id = $1 and deactivated_at is null`,
    values: [personId],
  });
  return row?.preference ?? null;
}

/**
 * Sets how somebody wants to be told. Who wants each email gets those held for their next digest at once: one
 * statement, so that nothing stays behind. An email written at the same moment by somebody who still knew the old
 * preference is found by {@link releaseHeld}.
 *
 * @param now from when the emails may be sent, UTC
 * @returns false, changing nothing, when there is no such person or they were deactivated
 */
export async function setEmailPreference(
  queryable: Queryable,
  personId: string,
  preference: EmailPreference,
  now: Date,
): Promise<boolean> {
  const rows = await queryable.query({
    name: 'set_email_preference',
    // Rows are locked in the order of their ids here and where digests are made, so that neither waits for the other.
    text: `
      with chosen as (
        update person set email_preference = $2 where id = $1 and deactivated_at is null returning id
      ), held as (
        select e.id from email e join chosen c on c.id = e.person_id
         where e.status = 'held' and $2 = 'each' order by e.id for update of e
      ), queued as (
        update email set status = 'queued', next_attempt_at = $3 from held where email.id = held.id
      )
      select id from chosen`,
    values: [personId, preference, now],
  });
  return rows.length === 1;
}
