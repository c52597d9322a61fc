import { dateInWords } from '#domain';
import { findOrganisation, type OrganisationRow, type Queryable } from '#persistence';
import { conflict } from '#platform';

/**
 * The organisation something is started for; `null` where there is none.
 * @param what is started, to follow “start”
 * @throws ProblemError 409 when it has ended, or has not begun
 */
export async function organisationInBeing(
  queryable: Queryable,
  organisationId: string,
  today: string,
  what: string,
): Promise<OrganisationRow | null> {
  const organisation = await findOrganisation(queryable, organisationId);
  if (organisation === null) return null;
  const { name, validFrom, validTo } = organisation;
  if (validTo !== null && validTo <= today)
    throw conflict(
      `${name} ended on ${dateInWords(validTo)}: start ${what} for the organisation that took over`,
    );
  if (validFrom > today) throw conflict(`${name} begins on ${dateInWords(validFrom)}: start ${what} then`);
  return organisation;
}
