import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#domain';
import { EmailField, Text } from '#edge';
import { LONGEST_PASSWORD } from '#identity';

/** What signing in takes. */
export class SignInRequest {
  @EmailField({ description: 'Email address of the account.' })
  readonly email!: string;

  @Text({ max: LONGEST_PASSWORD, description: 'The password, exactly.' })
  readonly password!: string;
}

/** An organisation, in brief. */
export class OrganisationSummary {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', description: 'Readable and stable, like “home-office”.' })
  readonly key!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;
}

/** A role somebody holds now. */
export class RoleSummary {
  @ApiProperty({ type: 'string', enum: [...ROLES] })
  readonly role!: Role;

  @ApiProperty({ type: OrganisationSummary })
  readonly organisation!: OrganisationSummary;
}

/** Who is signed in. */
export class SessionPerson {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', format: 'email' })
  readonly email!: string;

  @ApiProperty({ type: [RoleSummary] })
  readonly roles!: readonly RoleSummary[];
}

/** The answer to signing in. */
export class NewSession {
  @ApiProperty({
    type: 'string',
    description: 'Told once: keep it secret, send it as “Authorization: Bearer”.',
  })
  readonly token!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When the token ends.' })
  readonly expiresAt!: string;

  @ApiProperty({ type: SessionPerson })
  readonly person!: SessionPerson;
}

/** The session of the token that was sent. */
export class CurrentSession {
  @ApiProperty({ type: SessionPerson })
  readonly person!: SessionPerson;
}
