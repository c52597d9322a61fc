import type { Queryable } from '../database/statement.js';
import { answerOfBefore, type AnswerOfBefore } from './kept-answer.js';

/** Status of a record whose answer is still being worked out. */
const IN_HAND = 0;

/** A claim to answer one request under a key. */
export interface AnswerClaim {
  readonly personId: string;
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
  /** When it was claimed; tells this claim from a later one under the same key. */
  readonly claimedAt: Date;
}

/**
 * What came of claiming a key: it is ours to answer; somebody is answering it just now; or it was answered before.
 * `requestHash` is hex.
 */
export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'in-hand'; readonly requestHash: string }
  | { readonly outcome: 'answered'; readonly answer: AnswerOfBefore };

/**
 * Claims a key for a request. Of many who try at once one gets it: the primary key decides.
 * @param abandonedBefore claims made before this instant and never settled were left by a process that ended
 */
export async function claimAnswer(
  queryable: Queryable,
  claim: AnswerClaim,
  abandonedBefore: Date,
): Promise<ClaimOutcome> {
  for (;;) {
    const claimed = await queryable.query({
      name: 'claim_answer',
      text: `insert into idempotency_record (person_id, key, request_hash, status, headers, body, created_at)
        values ($1::uuid, $2, $3::bytea, ${String(IN_HAND)}, '{}'::jsonb, '', $4::timestamptz)
        on conflict (person_id, key) do update
          set request_hash = excluded.request_hash, created_at = excluded.created_at
          where idempotency_record.status = ${String(IN_HAND)} and idempotency_record.created_at < $5::timestamptz
        returning key`,
      values: [claim.personId, claim.key, claim.requestHash, claim.claimedAt, abandonedBefore],
    });
    if (claimed.length === 1) return { outcome: 'claimed' };
    const answer = await answerOfBefore(queryable, claim.personId, claim.key);
    // Given up between the two statements: it can be claimed again.
    if (answer === null) continue;
    return answer.status === IN_HAND
      ? { outcome: 'in-hand', requestHash: answer.requestHash }
      : { outcome: 'answered', answer };
  }
}

/** Keeps the answer to a claimed request. Nothing happens when the claim was taken over meanwhile. */
export async function settleAnswer(
  queryable: Queryable,
  claim: AnswerClaim,
  answer: Omit<AnswerOfBefore, 'requestHash'>,
): Promise<void> {
  await queryable.query({
    name: 'settle_answer',
    text: `update idempotency_record set status = $4::smallint, headers = $5::jsonb, body = $6
      where person_id = $1::uuid and key = $2 and status = ${String(IN_HAND)} and created_at = $3::timestamptz`,
    values: [
      claim.personId,
      claim.key,
      claim.claimedAt,
      answer.status,
      JSON.stringify(answer.headers),
      answer.body,
    ],
  });
}

/** Gives a claim up, so that the key can be used again: the request failed, and failures are not kept. */
export async function dropClaim(queryable: Queryable, claim: AnswerClaim): Promise<void> {
  await queryable.query({
    name: 'drop_claim',
    text: `delete from idempotency_record
      where person_id = $1::uuid and key = $2 and status = ${String(IN_HAND)} and created_at = $3::timestamptz`,
    values: [claim.personId, claim.key, claim.claimedAt],
  });
}
