import type { HeldRole, Machine, Role } from '#domain';
import type { Recognised } from '#persistence';

/** Who is asking, and what they may be, at the instant of the request. First argument of everything that acts. */
export interface ActingPerson {
  readonly personId: string;
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  /** Roles valid now; none is possible. */
  readonly roles: readonly HeldRole[];
  /** The instant they are those of, UTC. */
  readonly rolesAt: Date;
  /** The program that asks for them; absent where they ask themselves. */
  readonly machine?: Machine | undefined;
  /** When they proved who they are; left out, or `null`, where nobody can say. */
  readonly authenticatedAt?: Date | null | undefined;
  /** What the database said of their roles, to be taken at its word once. */
  readonly recognised?: Recognised | undefined;
}

/** Somebody whose request came with a bearer token. */
export interface TokenHolder extends ActingPerson {
  /** The token, so that it can be ended. */
  readonly tokenId: string;
}

/** Somebody a program asks for. */
export interface MachineHolder extends ActingPerson {
  readonly machine: Machine;
}

/** Somebody whose request came with the token of a browser session. */
export interface SessionHolder extends ActingPerson {
  readonly sessionId: string;
  /** When the session ends unless it is used again before; never after `expiresAt`. */
  readonly idleEndsAt: Date;
  /** When it ends however much it is used. */
  readonly expiresAt: Date;
  /** What its pages seal by, for the service alone, when it ends; `null` where it began without. */
  readonly writingKey: Uint8Array | null;
}

/** Whether the person holds one of the roles, in whatever organisation. */
export function holdsAny(person: Pick<ActingPerson, 'roles'>, roles: readonly Role[]): boolean {
  return person.roles.some((held) => roles.includes(held.role));
}
