import type { CaseCriteria, HeldRole } from '#domain';
import type { CaseSearch } from '#persistence';
import { sightOf } from '../desk/acting.js';

/** What a search is for one person: what they may see, and “me” is they. */
export function searchFor(
  person: { readonly personId: string; readonly roles: readonly HeldRole[] },
  criteria: CaseCriteria,
  now: Date,
): CaseSearch {
  return { criteria, sight: sightOf(person.roles), personId: person.personId, now };
}
