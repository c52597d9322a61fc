import type { ActorFacts, HeldRole } from '#domain';
import { isDepartmentRole, sightOf } from '#domain';

export { sightOf };

/** The person who acts, with the roles they hold now; the first argument of everything people do with a case. */
export interface Acting extends ActorFacts {
  readonly name: string;
  readonly email: string;
  /** The key the request came with, so that a repeat is answered and not done again. */
  readonly idempotency?: IdempotencyClaim | undefined;
}

/** A promise to give one answer to one request. */
export interface IdempotencyClaim {
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
}

/**
 * Whether a person may read what GDS Assurance keeps to itself. Somebody who also speaks for the case's organisation
 * may not, whatever else they are.
 */
export function seesInternal(roles: readonly HeldRole[], organisationId: string): boolean {
  const speaksForIt = roles.some(
    (held) => isDepartmentRole(held.role) && held.organisationId === organisationId,
  );
  return !speaksForIt && sightOf(roles).everything;
}
