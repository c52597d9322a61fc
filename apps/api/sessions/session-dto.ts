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

/** Something a person is signed in with. */
export class OwnSessionResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({
    type: 'string',
    enum: ['browser', 'token'],
    description: 'A browser, or a token given for an email address and a password.',
  })
  readonly kind!: 'browser' | 'token';

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Id of the identity provider it began at; null where it began with a password.',
  })
  readonly provider!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly beganAt!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'To about a minute; null for a token, of which it is not kept.',
  })
  readonly lastUsedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it ends at the latest.' })
  readonly expiresAt!: string;

  @ApiProperty({ type: 'boolean', description: 'Whether it is the one that asks.' })
  readonly current!: boolean;
}

/** What a person is signed in with. */
export class OwnSessionsPage {
  @ApiProperty({ type: [OwnSessionResource], description: 'The latest first.' })
  readonly items!: readonly OwnSessionResource[];
}

/** The session of the token that was sent. */
export class CurrentSession {
  @ApiProperty({ type: SessionPerson })
  readonly person!: SessionPerson;
}
