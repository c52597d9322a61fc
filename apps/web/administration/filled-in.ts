import type { PostedFields } from '../forms/posted-form.js';

/** What of a query was filled in: a form sends the boxes that were left empty as well. */
export function filledIn(query: PostedFields): PostedFields {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]): [string, string | readonly string[]][] => {
      const trimmed = typeof value === 'string' ? value.trim() : value;
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
}
