import { ROLES, type Role } from '#domain';
import { decodeCursor, isUuid, PageQuery, QueryChoice, QueryFlag, QueryText, QueryUuid } from '#edge';
import { badRequest } from '#platform';

/** Which people to list; all of them by default. */
export class PeopleListQuery extends PageQuery {
  @QueryText({ max: 200, description: 'Part of a name or an email address, in whatever letters.' })
  text?: string;

  @QueryUuid({ description: 'They hold a role in this organisation now; with “role”, that role there.' })
  organisationId?: string;

  @QueryChoice(ROLES, { description: 'They hold this role now.' })
  role?: Role;

  @QueryFlag({ description: 'True for those who were not deactivated, false for those who were.' })
  active?: boolean;
}

/**
 * Where a page of a list by name starts; `null` for the first.
 *
 * @throws ProblemError 400 when the cursor is not one such a list gave
 */
export function positionOf(cursor: string | undefined): { name: string; id: string } | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isUuid(id)) throw badRequest('The cursor is not one this list gave.');
  return { name, id };
}
