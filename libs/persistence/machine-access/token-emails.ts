import { randomUUID } from 'node:crypto';
import { TOLD_BEFORE_END_DAYS } from '#domain';
import type { Queryable, Statement } from '../database/statement.js';

/** Name of the template that tells somebody of a token made in their name. */
export const MACHINE_TOKEN_MADE = 'machine-token-made';
/** Name of the template that tells somebody of a token that ends soon. */
export const MACHINE_TOKEN_ENDS = 'machine-token-ends';

/** What the templates need of the token `t`; nothing of it opens anything. */
const PARAMETERS = `jsonb_build_object('name', t.name, 'scopes', to_jsonb(t.scopes), 'expiresAt', t.expires_at)`;

/**
 * Queues an email about a token to its owner, once and never again. Never held for a digest: somebody else may have
 * made it, or something is about to stop.
 */
export function insertOfTokenEmail(template: string, tokenId: string, emailId: string, now: Date): Statement {
  return {
    name: 'machine_token_email',
    text: `insert into email (id, person_id, occasion, template, recipient_name, recipient_address, recipient_role,
        parameters, status, attempts, created_at, next_attempt_at)
      select $3::uuid, p.id, $1::text || ':' || t.id, $1::text, p.name, p.email, 'token-owner', ${PARAMETERS}, 'queued', 0,
        $4, $4
      from machine_token t join person p on p.id = t.person_id where t.id = $2
      on conflict (occasion) do nothing`,
    values: [template, tokenId, emailId, now],
  };
}

/**
 * Queues an email for each token that ends soon, once however often and by however many workers it is asked for. One
 * that lasts no longer than the notice was told of when it was made.
 *
 * @param until those that end then or before
 * @returns how many there were
 */
export async function tellOfEndingTokens(
  queryable: Queryable,
  now: Date,
  until: Date,
  limit: number,
): Promise<number> {
  const due = await queryable.query<{ id: string }>({
    name: 'ending_machine_tokens',
    text: `select t.id from machine_token t join person p on p.id = t.person_id
      where t.revoked_at is null and t.expires_at > $1 and t.expires_at <= $2 and p.deactivated_at is null
        and t.expires_at - t.created_at > make_interval(days => ${String(TOLD_BEFORE_END_DAYS)})
        and not exists (select from email e where e.occasion = '${MACHINE_TOKEN_ENDS}:' || t.id)
      order by t.expires_at, t.id limit $3`,
    values: [now, until, limit],
  });
  for (const { id } of due)
    await queryable.query(insertOfTokenEmail(MACHINE_TOKEN_ENDS, id, randomUUID(), now));
  return due.length;
}
