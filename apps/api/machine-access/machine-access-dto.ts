import { ApiProperty } from '@nestjs/swagger';
import { SCOPES, type Scope } from '#domain';
import { NamedPersonResource } from '../organisations/person-dto.js';

/** A token of a program, without the token itself. */
export class MachineTokenResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', description: 'What it is for.' })
  readonly name!: string;

  @ApiProperty({ type: 'string', enum: [...SCOPES], isArray: true })
  readonly scopes!: readonly Scope[];

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'It works until then.' })
  readonly expiresAt!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'To about a minute; null where it was never used.',
  })
  readonly lastUsedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly revokedAt!: string | null;

  @ApiProperty({
    type: NamedPersonResource,
    nullable: true,
    description: 'Null also where it ended with a password that was forgotten.',
  })
  readonly revokedBy!: NamedPersonResource | null;

  @ApiProperty({ type: NamedPersonResource, description: 'Whom it acts for.' })
  readonly person!: NamedPersonResource;
}

/** A token that was made. */
export class NewMachineTokenResource extends MachineTokenResource {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'Told once: keep it secret, send it as “Authorization: Bearer”. Null where the request is repeated.',
  })
  readonly token!: string | null;
}

/** Somebody's own tokens. */
export class OwnMachineTokensResource {
  @ApiProperty({
    type: [MachineTokenResource],
    description: 'The latest first; those that no longer work too.',
  })
  readonly items!: readonly MachineTokenResource[];
}

/** One page of everybody's tokens. */
export class MachineTokenPage extends OwnMachineTokensResource {
  @ApiProperty({ type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' })
  readonly next!: string | null;
}

/** A client of an issuer. */
export class MachineClientResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', description: '“iss” of its tokens.' })
  readonly issuer!: string;

  @ApiProperty({ type: 'string', description: '“sub” of its tokens.' })
  readonly subject!: string;

  @ApiProperty({ type: 'string', enum: [...SCOPES], isArray: true })
  readonly scopes!: readonly Scope[];

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: NamedPersonResource })
  readonly createdBy!: NamedPersonResource;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'To about a minute.' })
  readonly lastUsedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly revokedAt!: string | null;

  @ApiProperty({ type: NamedPersonResource, nullable: true })
  readonly revokedBy!: NamedPersonResource | null;

  @ApiProperty({ type: NamedPersonResource, description: 'The service account it acts as.' })
  readonly account!: NamedPersonResource;
}

/** Every client, and the issuers one can be registered of. */
export class MachineClientsResource {
  @ApiProperty({
    type: [MachineClientResource],
    description: 'The latest first; those that were revoked too.',
  })
  readonly items!: readonly MachineClientResource[];

  @ApiProperty({ type: 'string', isArray: true, description: 'Issuers this service trusts.' })
  readonly issuers!: readonly string[];
}
