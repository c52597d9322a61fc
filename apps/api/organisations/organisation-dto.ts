import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { DateField, field, Text, UuidField } from '#edge';
import { NamedPersonResource } from './person-dto.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_KEY = 100;

/** A readable, stable name for addresses and files. */
function KeyField(): PropertyDecorator {
  return applyDecorators(
    field(
      { type: 'string', pattern: KEY.source, maxLength: LONGEST_KEY },
      (value) =>
        typeof value === 'string' && value.length <= LONGEST_KEY && KEY.test(value)
          ? null
          : 'Enter a key in small letters, digits and single hyphens, like home-office',
      { example: 'home-office' },
    ),
  );
}

/** A new organisation. */
export class OrganisationRequest {
  @KeyField()
  readonly key!: string;

  @Text({ max: 200, example: 'Home Office' })
  readonly name!: string;

  @Text({ max: 20, optional: true, nullable: true, example: 'HO' })
  readonly acronym?: string | null;

  @UuidField({ optional: true, nullable: true, description: 'The organisation it belongs to.' })
  readonly parentId?: string | null;

  @DateField({ optional: true, description: 'First day it exists; today unless given.' })
  readonly validFrom?: string;
}

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

/** What to change of an organisation; what is left out stays. */
export class OrganisationChangeRequest {
  @Text({ max: 200, optional: true, example: 'Home Office' })
  readonly name?: string;

  @Text({ max: 20, optional: true, nullable: true, example: 'HO' })
  readonly acronym?: string | null;

  @DateField({
    optional: true,
    nullable: true,
    description: 'First day it no longer exists; null takes an end back.',
  })
  readonly validTo?: string | null;
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
