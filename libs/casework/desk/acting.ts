import type { ActorFacts, HeldRole } from '#domain';
import { isAssuranceRole, isDepartmentRole } from '#domain';
import type { CaseSeen, Sight } from '#persistence';

/** The person who acts, with the roles they hold now; the first argument of everything people do with a case. */
export interface Acting extends ActorFacts {
  readonly name: string;
  readonly email: string;
  /** The key the request came with, so that a repeat is answered and not done again. */
  readonly idempotency?: IdempotencyClaim | undefined;
  /** Told what the person is shown, as it is read. */
  readonly witness?: Witness | undefined;
}

/** Hears what somebody is shown, so that it can be recorded. Everything that reads for a person tells it. */
export interface Witness {
  /** Something of this case was read. */
  sawCase(seen: CaseSeen): void;
  /** A list was made, or a count. @param count how many it gives */
  sawList(count: number): void;
}

/** A promise to give one answer to one request. */
export interface IdempotencyClaim {
  readonly key: string;
  /** SHA-256 of what was asked. */
  readonly requestHash: Buffer;
}

/**
 * Which cases a person may see: GDS Assurance and auditors every case, a department's people those of their own
 * organisations, administrators none. A case outside it does not exist for them.
 */
export function sightOf(roles: readonly HeldRole[]): Sight {
  return {
    everything: roles.some((held) => isAssuranceRole(held.role) || held.role === 'auditor'),
    organisationIds: roles.filter((held) => isDepartmentRole(held.role)).map((held) => held.organisationId),
  };
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
