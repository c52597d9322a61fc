import { ASSURING_ORGANISATION_KEY, isAssuranceRole, ROLE_NAMES, type Role } from '#domain';
import { findOrganisation, type Queryable } from '#persistence';
import { unprocessable } from '#platform';

/** Why somebody is not given a role beside the ones they hold. */
export const KEPT_APART =
  'An administrator does nothing to cases, so nobody holds that role beside one in which people do: end the other first';

/**
 * Reviewers and deciders are people of GDS Assurance; one held elsewhere would judge its own organisation's cases.
 *
 * @throws ProblemError 422 when the role is of GDS Assurance and the organisation is not
 */
export async function refuseRoleOutOfPlace(
  queryable: Queryable,
  role: Role,
  organisationId: string,
): Promise<void> {
  if (!isAssuranceRole(role)) return;
  const organisation = await findOrganisation(queryable, organisationId);
  if (organisation === null || organisation.key === ASSURING_ORGANISATION_KEY) return;
  const detail = `A ${ROLE_NAMES[role]} belongs to the organisation “${ASSURING_ORGANISATION_KEY}”`;
  throw unprocessable(detail, [{ pointer: '/organisationId', detail }]);
}
