import type { Queryable } from '../database/statement.js';

/** A pair of keys of a session, P-256, as bytes. */
export interface WritingKeys {
  /** Uncompressed point. */
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/**
 * The keys of a session of a person, which outlive it; `null` where there are none, or the session was somebody else's.
 */
export async function findWritingKeys(
  queryable: Queryable,
  sessionId: string,
  personId: string,
): Promise<WritingKeys | null> {
  const [row] = await queryable.query<WritingKeys>({
    name: 'find_writing_keys',
    text: `select public_key as "publicKey", private_key as "privateKey" from writing_key where id = $1 and person_id = $2`,
    values: [sessionId, personId],
  });
  return row ?? null;
}

/** What is sealed for a session by, and whose it was. */
export interface WritingKeyOf {
  readonly sessionId: string;
  readonly personId: string;
  readonly publicKey: Uint8Array;
}

/** The key by which to seal for a session that is over; `null` where its token is unknown, or it is too long ago. */
export async function findWritingKeyOf(
  queryable: Queryable,
  tokenHashes: readonly Uint8Array[],
): Promise<WritingKeyOf | null> {
  const [row] = await queryable.query<WritingKeyOf>({
    name: 'find_writing_key_of',
    text: `
      select k.id as "sessionId", k.person_id as "personId", k.public_key as "publicKey"
      from web_session w join writing_key k on k.id = w.id where w.token_hash = any($1::bytea[])`,
    values: [tokenHashes],
  });
  return row ?? null;
}
