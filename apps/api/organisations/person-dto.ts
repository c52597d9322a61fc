import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#domain';
import { Choice, EmailField, Text, UuidField } from '#edge';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#identity';
import { OrganisationSummary } from '../sessions/session-dto.js';

/** A new person. */
export class PersonRequest {
  @EmailField({ description: 'Kept in lower case.' })
  readonly email!: string;

  @Text({ max: 200 })
  readonly name!: string;

  @Text({
    min: SHORTEST_PASSWORD,
    max: LONGEST_PASSWORD,
    optional: true,
    nullable: true,
    description: 'Left out for somebody who signs in elsewhere.',
  })
  readonly password?: string | null;
}

/** A person. */
export class PersonResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', format: 'email' })
  readonly email!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;
}

/** A role to give. */
export class RoleRequest {
  @Choice(ROLES)
  readonly role!: Role;

  @UuidField({ description: 'The organisation the role is held in.' })
  readonly organisationId!: string;
}

/** A role that has been given. */
export class RoleResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', enum: [...ROLES] })
  readonly role!: Role;

  @ApiProperty({ type: OrganisationSummary })
  readonly organisation!: OrganisationSummary;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly validFrom!: string;
}

/** That somebody has been shut out. */
export class DeactivationResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly personId!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it was first done.' })
  readonly deactivatedAt!: string;
}
