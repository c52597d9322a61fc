import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ACCOUNT_STANDINGS, ROLES, type AccountStanding, type Role } from '#domain';
import { OrganisationSummary } from '../sessions/session-dto.js';

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

  @ApiPropertyOptional({
    type: 'integer',
    description:
      'Where it was asked for: in how many organisations that belong to it the role was given too.',
  })
  readonly alsoIn?: number;
}

/** That somebody has been shut out. */
export class DeactivationResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly personId!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it was first done.' })
  readonly deactivatedAt!: string;
}

/** Somebody who did something. */
export class NamedPersonResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;
}

/** An invitation that waits to be taken up. */
export class OpenInvitationResource {
  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'It works until then.' })
  readonly expiresAt!: string;
}

/** A person, and how their account stands. */
export class PersonStandingResource extends PersonResource {
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly deactivatedAt!: string | null;

  @ApiProperty({
    type: 'string',
    enum: [...ACCOUNT_STANDINGS],
    description: 'Who is invited has not signed in yet, also where the time of the invitation has passed.',
  })
  readonly standing!: AccountStanding;

  @ApiProperty({
    type: OpenInvitationResource,
    nullable: true,
    description: 'The invitation that waits to be taken up.',
  })
  readonly invitation!: OpenInvitationResource | null;
}

/** A person in a list, with the roles held now. */
export class PersonInListResource extends PersonStandingResource {
  @ApiProperty({ type: [RoleResource] })
  readonly roles!: readonly RoleResource[];
}

/** One page of people. */
export class PeoplePage {
  @ApiProperty({ type: [PersonInListResource] })
  readonly items!: readonly PersonInListResource[];

  @ApiProperty({ type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' })
  readonly next!: string | null;
}

/** A role with who gave it. */
export class GivenRoleResource extends RoleResource {
  @ApiProperty({
    type: NamedPersonResource,
    nullable: true,
    description: 'Null where the service was set up with it, or the claims of an identity provider gave it.',
  })
  readonly givenBy!: NamedPersonResource | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Identity provider whose claims gave it, and end it.',
  })
  readonly givenByProvider!: string | null;
}

/** A role that has ended. */
export class EndedRoleResource extends GivenRoleResource {
  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly validTo!: string;

  @ApiProperty({ type: NamedPersonResource, nullable: true })
  readonly endedBy!: NamedPersonResource | null;
}

/** That an account was locked after wrong passwords, or that a lock was lifted. */
export class SignInLockResource {
  @ApiProperty({ type: 'string', enum: ['locked', 'lifted'] })
  readonly what!: 'locked' | 'lifted';

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When the lock ends.' })
  readonly until!: string | null;

  @ApiProperty({ type: NamedPersonResource, nullable: true, description: 'Administrator who lifted it.' })
  readonly by!: NamedPersonResource | null;
}

/** What was done to an account by which its sessions ended. */
export class AccountChangeResource {
  @ApiProperty({ type: 'string', enum: ['sessions-ended', 'password-changed', 'password-reset'] })
  readonly what!: 'sessions-ended' | 'password-changed' | 'password-reset';

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: 'boolean', description: 'Whether an administrator ended everybody’s sessions.' })
  readonly everybody!: boolean;

  @ApiProperty({
    type: NamedPersonResource,
    nullable: true,
    description: 'Who did it; null where a link from an email did.',
  })
  readonly by!: NamedPersonResource | null;
}

/** How somebody is known at an identity provider. */
export class ExternalIdentityResource {
  @ApiProperty({ type: 'string', description: 'Id of the provider.' })
  readonly provider!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'Of the first sign-in through it.' })
  readonly createdAt!: string;
}

/** Everything about one person. */
export class PersonDetailResource extends PersonStandingResource {
  @ApiProperty({ type: NamedPersonResource, nullable: true })
  readonly deactivatedBy!: NamedPersonResource | null;

  @ApiProperty({ type: 'boolean', description: 'Whether the account is there to show the service with.' })
  readonly demonstration!: boolean;

  @ApiProperty({ type: 'boolean', description: 'Whether they have a password here.' })
  readonly hasPassword!: boolean;

  @ApiProperty({
    type: 'boolean',
    description: 'Whether it is no person: only a registered client acts as it.',
  })
  readonly serviceAccount!: boolean;

  @ApiProperty({
    type: ExternalIdentityResource,
    nullable: true,
    description: 'Null where they never signed in through a provider, or are to do so anew.',
  })
  readonly externalIdentity!: ExternalIdentityResource | null;

  @ApiProperty({ type: [GivenRoleResource], description: 'Roles held now.' })
  readonly roles!: readonly GivenRoleResource[];

  @ApiProperty({ type: [EndedRoleResource], description: 'Roles that have ended, the last one first.' })
  readonly earlierRoles!: readonly EndedRoleResource[];

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Null where they never did, or so long ago that it is not known any more.',
  })
  readonly lastSignInAt!: string | null;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Until when the account is locked after wrong passwords; null where it is not.',
  })
  readonly lockedUntil!: string | null;

  @ApiProperty({ type: [SignInLockResource], description: 'The latest locks, the last one first.' })
  readonly signInLocks!: readonly SignInLockResource[];

  @ApiProperty({
    type: [AccountChangeResource],
    description:
      'The latest times its sessions were ended or its password became another, the last one first.',
  })
  readonly accountChanges!: readonly AccountChangeResource[];
}

/** An invitation that was made. Its link is in the email and nowhere else. */
export class InvitationResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly personId!: string;

  @ApiProperty({ type: 'string', description: 'The name they are known by here.' })
  readonly name!: string;

  @ApiProperty({ type: 'string', format: 'email' })
  readonly email!: string;

  @ApiProperty({ type: 'boolean', description: 'Whether they are new here.' })
  readonly added!: boolean;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'The link works until then.' })
  readonly expiresAt!: string;
}
