import type { ActorFacts, Machine } from '#domain';
import type { Actor, Witness } from '#persistence';

export { seesInternal, sightOf } from '#domain';

/** The person who acts, with the roles they hold now; the first argument of everything people do with a case. */
export interface Acting extends ActorFacts, Actor {
  readonly name: string;
  readonly email: string;
  /** When they proved who they are; left out, or `null`, where nobody can say. */
  readonly authenticatedAt?: Date | null | undefined;
  /** The key the request came with, so that a repeat is answered and not done again. */
  readonly idempotency?: IdempotencyClaim | undefined;
  /** Told what the person is shown, as it is read. */
  readonly witness?: Witness | undefined;
  /** The program that acts for them; absent where they do so themselves. */
  readonly machine?: Machine | undefined;
}

/** A promise to give one answer to one request. */
export interface IdempotencyClaim {
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
}
