import { badRequest } from '#platform';
import { QueryNumber, QueryText } from './query-fields.js';

/** How many things a page holds unless asked otherwise, and at most. */
export const PAGE_LIMIT = 25;
export const LARGEST_PAGE = 100;

/** What every list takes: pages follow one another by cursor, so that they stay right while things are added. */
export class PageQuery {
  @QueryNumber({ min: 1, max: LARGEST_PAGE, default: PAGE_LIMIT, description: 'Most to give on one page.' })
  limit: number = PAGE_LIMIT;

  @QueryText({
    max: 2_000,
    description: 'Where to go on: “next” of the page before. Without it, the first page.',
  })
  after?: string;
}

/** Values of the last row of a page, in the order the list is sorted by. */
export type CursorValues = readonly (string | number | null)[];

/** Writes a position in a list for the client to hand back unread. */
export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a position that `encodeCursor` wrote.
 *
 * @param kinds type of each value, in order; a value that may also be null ends in `?`
 * @throws ProblemError 400 when it is not one of this list's
 */
export function decodeCursor(
  cursor: string,
  kinds: readonly ('string' | 'number' | 'string?' | 'number?')[],
): CursorValues {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw unknownCursor();
  }
  const fits =
    Array.isArray(values) &&
    values.length === kinds.length &&
    kinds.every((kind, index) => {
      const value: unknown = (values as unknown[])[index];
      return value === null ? kind.endsWith('?') : typeof value === kind.replace('?', '');
    });
  // A NUL is text in JSON, and none in PostgreSQL.
  if (!fits || JSON.stringify(values).includes('\\u0000')) throw unknownCursor();
  return values as CursorValues;
}

function unknownCursor() {
  return badRequest('The cursor is not one this list gave.', [
    { pointer: '/after', detail: 'Give “next” of the page before, or leave it out for the first page' },
  ]);
}

/** One page of a list. `next` is `null` on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Makes a page of rows of which one more than `limit` was asked for. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  position: (last: Item) => CursorValues,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null };
}
