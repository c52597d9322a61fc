import { badRequest } from '#platform';
import { DATE_PARTS, fieldsOf } from './posted-form.js';

/** Where a list goes on, and how many it shows: part of every address of a list, and no filter. */
const OF_PAGES: readonly string[] = ['after', 'before', 'limit'];

/**
 * Refuses an address that asks a list for what it has no filter for: what is not understood is told, for a list that is
 * not narrowed looks just like one that is.
 * @param days those of the names that may come in three boxes
 * @throws ProblemError 400 naming each, which is shown with the address without it
 */
export function refuseUnknownFilters(
  query: unknown,
  names: readonly string[],
  days: readonly string[] = [],
): void {
  const boxes = days.flatMap((day) => DATE_PARTS.map((part) => `${day}-${part}`));
  const known = new Set([...names, ...boxes, ...OF_PAGES]);
  const unknown = Object.keys(fieldsOf(query)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw badRequest(
    'These filters cannot be used.',
    unknown.map((name) => ({ pointer: `/${name}`, detail: 'This list has no filter of this name' })),
  );
}
