import type { HeldRole, Role } from '#domain';

/** Who is asking, and what they may be, at the instant of the request. First argument of everything that acts. */
export interface ActingPerson {
  readonly personId: string;
  readonly name: string;
  /** Personal data; lower case. */
  readonly email: string;
  /** Roles valid now; none is possible. */
  readonly roles: readonly HeldRole[];
  /** The token the request came with, so that it can be ended. */
  readonly tokenId: string;
}

/** Whether the person holds one of the roles, in whatever organisation. */
export function holdsAny(person: Pick<ActingPerson, 'roles'>, roles: readonly Role[]): boolean {
  return person.roles.some((held) => roles.includes(held.role));
}
