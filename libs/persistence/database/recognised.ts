import { isAssuranceRole, isDepartmentRole, type HeldRole, type Role } from '#domain';

/** Roles of a person as the database said them. */
export interface RolesSaid {
  readonly roles: readonly Role[];
  /** Those they speak for. */
  readonly organisationIds: readonly string[];
}

/**
 * What the database said of a person's roles when it found out who asks. Only the statements that find that out make
 * one, of what they were answered, so that nothing the program believes of anybody gets in. It is taken at its word
 * once, by what is asked next; whatever is asked later looks again.
 */
export class Recognised {
  readonly #personId: string;
  readonly #at: Date;
  readonly #roles: readonly Role[];
  readonly #organisationIds: readonly string[];
  #isTaken = false;

  /** @param at the instant of which the roles are */
  constructor(personId: string, at: Date, roles: readonly HeldRole[]) {
    this.#personId = personId;
    this.#at = at;
    this.#roles = roles.map(({ role }) => role);
    this.#organisationIds = roles
      .filter(({ role }) => isDepartmentRole(role))
      .map(({ organisationId }) => organisationId);
  }

  /** What was said, the first time it is asked of the same person and instant; else `null`. */
  take(personId: string, at: Date): RolesSaid | null {
    if (this.#isTaken || personId !== this.#personId || at.getTime() !== this.#at.getTime()) return null;
    this.#isTaken = true;
    return { roles: this.#roles, organisationIds: this.#organisationIds };
  }

  /** Whether they saw all of every case, unless they are limited to OFFICIAL: which questions are worth asking, no more. */
  get seesEverything(): boolean {
    return this.#organisationIds.length === 0 && this.#roles.some(isForEveryCase);
  }
}

/** Whether a role sees every case. */
export function isForEveryCase(role: Role): boolean {
  return isAssuranceRole(role) || role === 'auditor';
}
