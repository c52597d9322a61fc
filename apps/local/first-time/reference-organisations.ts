import { randomUUID } from 'node:crypto';
import { GOVERNMENT_ORGANISATIONS } from '#domain';
import { insertOrganisation, listOrganisations, type Database } from '#persistence';

/** Before the first regime this service knows of; the source gives no dates of its own. */
const VALID_FROM = '2010-05-11';

/**
 * Adds the organisations this service knows, where they are not there yet; those that are stay as they are.
 * @returns id by key, of every organisation there is
 */
export async function addKnownOrganisations(database: Database): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(
    (await listOrganisations(database.asService(), 10_000, null)).map(({ key, id }) => [key, id]),
  );
  for (const organisation of GOVERNMENT_ORGANISATIONS) {
    if (ids.has(organisation.key)) continue;
    const id = randomUUID();
    const parentId = organisation.parentKey === null ? null : (ids.get(organisation.parentKey) ?? null);
    const { key, name, acronym, abolishedOn } = organisation;
    await insertOrganisation(database.asService(), {
      id,
      key,
      name,
      acronym,
      parentId,
      validFrom: VALID_FROM,
      validTo: abolishedOn,
    });
    ids.set(key, id);
  }
  return ids;
}
