import type { Queryable } from '../database/statement.js';

/** A sign-in that begins at an identity provider. */
export interface NewSignInJourney {
  readonly id: string;
  /** Id of the provider in the configuration. */
  readonly provider: string;
  /** What is kept of the state that comes back. */
  readonly stateHash: Uint8Array;
  /** What is kept of the browser's key. */
  readonly browserHash: Uint8Array;
  /** Everything else, sealed with the browser's key. */
  readonly sealed: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a journey. */
export async function insertSignInJourney(queryable: Queryable, journey: NewSignInJourney): Promise<void> {
  await queryable.query({
    name: 'insert_sign_in_journey',
    text: `insert into sign_in_journey (id, provider, state_hash, browser_hash, sealed, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      journey.id,
      journey.provider,
      journey.stateHash,
      journey.browserHash,
      journey.sealed,
      journey.createdAt,
      journey.expiresAt,
    ],
  });
}

/** A journey that somebody came back from. */
export interface TakenSignInJourney {
  readonly provider: string;
  /** `null` where it was taken before: it works once. */
  readonly sealed: Uint8Array | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/**
 * Takes the journey of a state and a browser, in one statement: of two who come back with the same state, one is given
 * what was sealed. `null` where this browser began no such journey.
 */
export async function takeSignInJourney(
  queryable: Queryable,
  stateHashes: readonly Uint8Array[],
  browserHashes: readonly Uint8Array[],
  now: Date,
): Promise<TakenSignInJourney | null> {
  const [row] = await queryable.query<TakenSignInJourney>({
    name: 'take_sign_in_journey',
    text: `
      with taken as (
        update sign_in_journey set taken_at = $3
        where state_hash = any($1::bytea[]) and browser_hash = any($2::bytea[]) and taken_at is null returning id, sealed
      )
      select j.provider, t.sealed, j.created_at as "createdAt", j.expires_at as "expiresAt"
      from sign_in_journey j left join taken t on t.id = j.id
      where j.state_hash = any($1::bytea[]) and j.browser_hash = any($2::bytea[])`,
    values: [stateHashes, browserHashes, now],
  });
  return row ?? null;
}

/**
 * Takes away journeys that began before an instant, logout tokens that came, and links to choose another password that
 * ended, before another, and keys of what was being written that were made before a third.
 *
 * @returns how many there were
 */
export async function clearSignInJourneys(
  queryable: Queryable,
  journeysBefore: Date,
  tokensBefore: Date,
  keysBefore: Date,
): Promise<number> {
  const [row] = await queryable.query<{ cleared: number }>({
    name: 'clear_sign_in_journeys',
    text: `
      with journeys as (delete from sign_in_journey where created_at < $1 returning 1),
        tokens as (delete from logout_token where received_at < $2 returning 1),
        links as (delete from password_reset where expires_at < $2 returning 1),
        keys as (delete from writing_key where created_at < $3 returning 1)
      select ((select count(*) from journeys) + (select count(*) from tokens) + (select count(*) from links)
        + (select count(*) from keys))::int as cleared`,
    values: [journeysBefore, tokensBefore, keysBefore],
  });
  return row?.cleared ?? 0;
}
