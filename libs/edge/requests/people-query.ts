import { ROLES, type Role } from '#domain';
import { badRequest } from '#platform';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, PageQuery } from '../fields/paging.js';
import { QueryChoice, QueryFlag, QueryText, QueryUuid } from '../fields/query-fields.js';

/** Longest part of a name or an email address that is looked for, in characters. */
export const LONGEST_LOOKED_FOR = 200;

/** Which people to list; all of them by default. By name or email address they are looked for in no address. */
export class PeopleListQuery extends PageQuery {
  @QueryUuid({ description: 'They hold a role in this organisation now; with “role”, that role there.' })
  organisationId?: string;

  @QueryChoice(ROLES, { description: 'They hold this role now.' })
  role?: Role;

  @QueryFlag({ description: 'True for those who were not deactivated, false for those who were.' })
  active?: boolean;
}

/** Which people to list, also by what they are called. */
export class PeopleSearchQuery extends PeopleListQuery {
  @QueryText({
    max: LONGEST_LOOKED_FOR,
    description: 'Part of a name or an email address, in whatever letters.',
  })
  text?: string;
}

/** Which organisations to list; all of them by default. */
export class OrganisationListQuery extends PageQuery {
  @QueryText({ max: 200, description: 'Part of a name or an acronym, in whatever letters.' })
  text?: string;

  @QueryUuid({ description: 'They belong to this organisation.' })
  parentId?: string;
}

/**
 * Where a page of a list by name starts; `null` for the first.
 *
 * @throws ProblemError 400 when the cursor is not one such a list gave
 */
export function namePositionOf(cursor: string | undefined): { name: string; id: string } | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isUuid(id)) throw badRequest('The cursor is not one this list gave.');
  return { name, id };
}
