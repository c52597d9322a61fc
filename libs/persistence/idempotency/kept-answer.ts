import type { Queryable } from '../database/statement.js';

/** An answer given before under an idempotency key. */
export interface AnswerOfBefore {
  /** SHA-256 of the request it answered, hex. */
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body exactly as sent. */
  readonly body: string;
}

/** The primary key that a second request with the same key runs into. */
export const KEPT_ANSWER_CONSTRAINT = 'idempotency_record_pkey';

/** The answer a person was given under a key, if any. */
export async function answerOfBefore(
  queryable: Queryable,
  personId: string,
  key: string,
): Promise<AnswerOfBefore | null> {
  const [row] = await queryable.query<AnswerOfBefore>({
    name: 'answer_of_before',
    text: `select encode(request_hash, 'hex') as "requestHash", status, headers, body
      from idempotency_record where person_id = $1 and key = $2`,
    values: [personId, key],
  });
  return row ?? null;
}
