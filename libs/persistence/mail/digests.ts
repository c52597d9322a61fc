import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/** What became of held emails that no digest will take. */
export interface Released {
  /** How many were queued, because their reader wants each email by now. */
  readonly queued: number;
  /** How many will not be sent, because their reader's account has ended. */
  readonly ended: number;
}

/** Why an email to somebody who was deactivated is not sent. */
export const ACCOUNT_ENDED = 'The account has ended';

/**
 * Sees to held emails whose reader will get no digest: those of people who want each email by now are queued, those of
 * people who were deactivated are settled as refused. Normally there are none of the first kind, because changing
 * one's mind queues them; but an email can be written at that very moment by somebody who did not know yet.
 */
export async function releaseHeld(queryable: Queryable, now: Date): Promise<Released> {
  const [row] = await queryable.query<Released>({
    name: 'mail-release-held',
    text: `
      with stray as (
        select e.id, p.deactivated_at is not null as ended
          from email e join person p on p.id = e.person_id
         where e.status = 'held' and (p.deactivated_at is not null or p.email_preference = 'each')
         order by e.id for update of e
      ), settled as (
        update email
           set status = case when stray.ended then 'refused' else 'queued' end,
               last_error = case when stray.ended then $2::text end,
               settled_at = case when stray.ended then $1::timestamptz end,
               next_attempt_at = $1
          from stray where email.id = stray.id
        returning stray.ended
      )
      select (count(*) filter (where not ended))::int as queued, (count(*) filter (where ended))::int as ended
        from settled`,
    values: [now, ACCOUNT_ENDED],
  });
  return row ?? { queued: 0, ended: 0 };
}

/** A digest that may be due: which day's, and what belongs in it. */
export interface DigestRound {
  /** London date, `YYYY-MM-DD`. */
  readonly day: string;
  /** Time of that day in London, `HH:MM`; what was held from then on waits for the next digest. */
  readonly heldBefore: string;
}

/** SQL of the instant a round closes, from its day and its time. */
function closing(day: string, time: string): string {
  return `((${day}::text::date + ${time}::text::time) at time zone 'Europe/London')`;
}

/** SQL of what a day's digest for a person is sent for, once and never again. */
function occasion(personId: string, day: string): string {
  return `'digest:' || ${personId}::text || ':' || ${day}::text`;
}

/**
 * People with emails held for a day's digest who have not had that digest, by id.
 *
 * @param after only people after this id; `null` from the start
 */
export async function peopleAwaitingDigest(
  queryable: Queryable,
  round: DigestRound,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>({
    name: 'mail-awaiting-digest',
    text: `
      select p.id from person p
       where ($3::uuid is null or p.id > $3)
         and p.deactivated_at is null and p.email_preference = 'daily-digest'
         and exists (select from email e where e.person_id = p.id and e.status = 'held'
           and e.created_at < ${closing('$1', '$2')})
         and not exists (select from email d where d.occasion = ${occasion('p.id', '$1')})
       order by p.id limit $4`,
    values: [round.day, round.heldBefore, after, limit],
  });
  return rows.map(({ id }) => id);
}

/**
 * Makes a person's digest of a day and puts the held emails into it, in one statement: of any number of workers that
 * try, one makes it, and an email is in a digest or still held, never neither. It holds what each email would have
 * been written from, so that it can be written when it is sent.
 *
 * @param digestId id for the new row of the outbox
 * @returns how many emails went into it; 0 when there was nothing to tell, or the day's digest is made already
 */
export async function makeDigest(
  queryable: Queryable,
  digestId: string,
  personId: string,
  round: DigestRound,
  now: Date,
): Promise<number> {
  const rows = await queryable.query({
    name: 'mail-make-digest',
    // The rows are locked before anything is read from them: what somebody else has just taken is not told again.
    text: `
      with held as (
        select e.id, e.sequence, e.template, e.parameters, e.created_at
          from email e
         where e.person_id = $2 and e.status = 'held' and e.created_at < ${closing('$3', '$4')}
         order by e.id for update
      ), digest as (
        insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
                           parameters, status, attempts, created_at, next_attempt_at)
        select $1::uuid, p.id, ${occasion('p.id', '$3')}, 'daily-digest', p.name, p.email, 'digest-reader',
               jsonb_build_object('day', $3::text, 'items', (
                 select jsonb_agg(jsonb_build_object('template', h.template, 'at', ${utc('h.created_at')},
                     'parameters', h.parameters) order by h.created_at, h.sequence, h.id)
                   from held h)),
               'queued', 0, $5::timestamptz, $5::timestamptz
          from person p
         where p.id = $2 and p.deactivated_at is null and p.email_preference = 'daily-digest'
           and exists (select from held)
        on conflict (occasion) do nothing
        returning id
      )
      update email set status = 'in-digest', digest_id = digest.id
        from digest, held
       where email.id = held.id
      returning email.id`,
    values: [digestId, personId, round.day, round.heldBefore, now],
  });
  return rows.length;
}
