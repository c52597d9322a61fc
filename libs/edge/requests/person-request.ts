import { ROLES, type Role } from '#domain';
import { Choice, EmailField, Flag, Text, UuidField } from '../fields/fields.js';

/** A new person. Whoever adds them chooses no password for them: they choose it themselves, by an invitation. */
export class PersonRequest {
  @EmailField({ description: 'Kept in lower case.' })
  readonly email!: string;

  @Text({ max: 200 })
  readonly name!: string;
}

/** A role to give. */
export class RoleRequest {
  @Choice(ROLES)
  readonly role!: Role;

  @UuidField({ description: 'The organisation the role is held in.' })
  readonly organisationId!: string;
}

/** A role to give to somebody who is here. */
export class RoleGivenRequest extends RoleRequest {
  @Flag({
    optional: true,
    description:
      'Whether to give it as well in every organisation that belongs to this one, at any depth, and exists today. Those that are added later are not among them.',
  })
  readonly children?: boolean;
}

/** Who to invite, and as what. */
export class InvitationRequest extends RoleRequest {
  @Text({ max: 200, description: 'Their name, should they be new here.' })
  readonly name!: string;

  @EmailField({ description: 'Where the invitation is sent. Kept in lower case.' })
  readonly email!: string;
}
