import type { ActorFacts } from '#domain';
import type { Actor, Witness } from '#persistence';

export { seesInternal, sightOf } from '#domain';

/** The person who acts, with the roles they hold now; the first argument of everything people do with a case. */
export interface Acting extends ActorFacts, Actor {
  readonly name: string;
  readonly email: string;
  /** The key the request came with, so that a repeat is answered and not done again. */
  readonly idempotency?: IdempotencyClaim | undefined;
  /** Told what the person is shown, as it is read. */
  readonly witness?: Witness | undefined;
}

/** A promise to give one answer to one request. */
export interface IdempotencyClaim {
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
}
