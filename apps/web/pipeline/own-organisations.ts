import { Injectable } from '@nestjs/common';
import type { Acting } from '#casework';
import { isDepartmentRole } from '#domain';
import { IdentityService } from '#identity';

/** An organisation somebody writes for. */
export interface OwnOrganisation {
  readonly id: string;
  readonly name: string;
}

/** Finds the organisations people write for. */
@Injectable()
export class OwnOrganisations {
  constructor(private readonly identity: IdentityService) {}

  /** In the order of their names. */
  async read(acting: Acting): Promise<readonly OwnOrganisation[]> {
    const { roles } = await this.identity.profileOf(acting);
    const own = new Map(
      roles
        .filter(({ role }) => isDepartmentRole(role))
        .map(({ organisation: { id, name } }) => [id, { id, name }] as const),
    );
    return [...own.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }
}
