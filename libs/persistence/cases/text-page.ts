import { createHash } from 'node:crypto';
import { SHORT_LIVED_DIGEST } from '#domain';

/** A place in a list ordered by an instant and an id, newest first. */
export interface ListPosition {
  /** UTC, as `2026-11-24T10:00:00.000Z`. */
  readonly at: string;
  readonly id: string;
}

/** One page as JSON text of an array, and where the next one starts; `null` at the end. */
export interface TextPage<Position = ListPosition> {
  readonly json: string;
  readonly next: Position | null;
  /** How many it gives. */
  readonly count: number;
}

/** Makes a page of rows of which one more was asked for than is given. */
export function textPageOf<Row extends { readonly json: string }, Position>(
  rows: readonly Row[],
  limit: number,
  positionOf: (last: Row) => Position,
): TextPage<Position> {
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  return {
    json: `[${given.map((row) => row.json).join(',')}]`,
    count: given.length,
    next: rows.length > limit && last !== undefined ? positionOf(last) : null,
  };
}

/** A statement name for a combination of filters. PostgreSQL cuts names at 63 characters, so a long one would clash. */
export function shapeName(kind: string, text: string): string {
  return `${kind}_${createHash(SHORT_LIVED_DIGEST).update(text).digest('hex').slice(0, 40)}`;
}
