import type { HeldRole, Role } from '#domain';

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
}

/** Somebody whose request came with a bearer token. */
export interface TokenHolder extends ActingPerson {
  /** The token, so that it can be ended. */
  readonly tokenId: string;
}

/** Somebody whose request came with the token of a browser session. */
export interface SessionHolder extends ActingPerson {
  readonly sessionId: string;
  /** When the session ends unless it is used again before; never after `expiresAt`. */
  readonly idleEndsAt: Date;
  /** When it ends however much it is used. */
  readonly expiresAt: Date;
}

/** Whether the person holds one of the roles, in whatever organisation. */
export function holdsAny(person: Pick<ActingPerson, 'roles'>, roles: readonly Role[]): boolean {
  return person.roles.some((held) => roles.includes(held.role));
}
