import {
  SCOPES,
  SERVICE_ACCOUNT_ROLES,
  SERVICE_ACCOUNT_SCOPES,
  type Scope,
  type ServiceAccountRole,
} from '#domain';
import { badRequest } from '#platform';
import { Choice, ChoiceList, EmailField, isUuid, Text, UuidField, WholeNumber } from '../fields/fields.js';
import { decodeCursor } from '../fields/paging.js';

const MOST_DAYS = 365;
const LONGEST_SUBJECT = 300;

/** A token to be made for a program. */
export class MachineTokenRequest {
  @Text({ max: 100, description: 'What it is for, so that it can be told from others later.' })
  readonly name!: string;

  @ChoiceList(SCOPES, { minItems: 1, description: 'What the program may do at most.' })
  readonly scopes!: Scope[];

  @WholeNumber({
    min: 1,
    max: MOST_DAYS,
    optional: true,
    description: 'Days it lasts; as configured unless given, and no more than configured.',
  })
  readonly days?: number;
}

/** A client of an issuer, to be registered with the service account it acts as. */
export class MachineClientRequest {
  @Text({ max: 200, description: 'What people know the client and its account by.' })
  readonly name!: string;

  @Text({ max: LONGEST_SUBJECT, description: 'One of the configured issuers, exactly.' })
  readonly issuer!: string;

  @Text({
    max: LONGEST_SUBJECT,
    description: '“sub” of the client’s tokens, exactly; at many issuers its client id.',
  })
  readonly subject!: string;

  @ChoiceList(SERVICE_ACCOUNT_SCOPES, {
    minItems: 1,
    description: 'What the client may do at most; of these, what its token has in “scope”.',
  })
  readonly scopes!: Scope[];

  @EmailField({
    description: 'Of whoever looks after the client: where emails to its account go. No person may have it.',
  })
  readonly email!: string;

  @Choice(SERVICE_ACCOUNT_ROLES, { description: 'The role its account holds.' })
  readonly role!: ServiceAccountRole;

  @UuidField({ description: 'The organisation the role is held in.' })
  readonly organisationId!: string;
}

/**
 * Where a page of tokens starts; `null` for the first.
 *
 * @throws ProblemError 400 when the cursor is not one such a list gave
 */
export function tokenPositionOf(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isUuid(id) || !INSTANT.test(at) || Number.isNaN(Date.parse(at)))
    throw badRequest('The cursor is not one this list gave.');
  return { at, id };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
