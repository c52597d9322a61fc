import type { Queryable } from '../database/statement.js';

/** Forgets answers kept longer than they need be, and tokens that ended long ago. Neither is part of any history. */
export async function forgetEnded(
  queryable: Queryable,
  answersBefore: Date,
  tokensBefore: Date,
): Promise<{ readonly answers: number; readonly tokens: number }> {
  const [row] = await queryable.query<{ answers: number; tokens: number }>({
    name: 'forget_ended',
    text: `with answers as (delete from idempotency_record where created_at < $1 returning 1),
      tokens as (delete from access_token where coalesce(revoked_at, expires_at) < $2 returning 1)
      select (select count(*) from answers) as answers, (select count(*) from tokens) as tokens`,
    values: [answersBefore, tokensBefore],
  });
  return row ?? { answers: 0, tokens: 0 };
}
