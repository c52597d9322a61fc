import { ApiProperty } from '@nestjs/swagger';
import { NamedPersonResource } from './person-dto.js';

/** An organisation. */
export class OrganisationResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', description: 'Readable and stable.', example: 'home-office' })
  readonly key!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly acronym!: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly parentId!: string | null;

  @ApiProperty({ type: 'string', format: 'date' })
  readonly validFrom!: string;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'First day it no longer exists.',
  })
  readonly validTo!: string | null;
}

/** One page of organisations. */
export class OrganisationPage {
  @ApiProperty({ type: [OrganisationResource] })
  readonly items!: readonly OrganisationResource[];

  @ApiProperty({ type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' })
  readonly next!: string | null;
}

/** What can be changed of an organisation, as it was or became. */
export class OrganisationNamingResource {
  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly acronym!: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  readonly validTo!: string | null;
}

/** A change to an organisation. */
export class OrganisationChangeResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly changedAt!: string;

  @ApiProperty({ type: NamedPersonResource })
  readonly changedBy!: NamedPersonResource;

  @ApiProperty({ type: OrganisationNamingResource })
  readonly before!: OrganisationNamingResource;

  @ApiProperty({ type: OrganisationNamingResource })
  readonly after!: OrganisationNamingResource;
}

/** Every change to an organisation, the last one first. */
export class OrganisationChangesResource {
  @ApiProperty({ type: [OrganisationChangeResource] })
  readonly items!: readonly OrganisationChangeResource[];
}
