import isEqual from 'fast-deep-equal';
import type { JsonValue } from '../case/difference.js';
import { canonicalJson } from './canonical.js';
import {
  PROJECTED_COLUMNS,
  PROJECTED_TABLES,
  ROW_KEYS,
  type ProjectedTable,
  type Projection,
} from './projected-columns.js';

/** Something in the working tables that is not what the events give. */
export interface ProjectionDifference {
  readonly table: ProjectedTable;
  /** What tells the row apart within its case. */
  readonly row: string;
  /** `null` where the whole row is missing, or should not be there. */
  readonly column: string | null;
  /** What the events give; `null` also for no row. */
  readonly expected: JsonValue;
  readonly found: JsonValue;
}

type AnyRow = Readonly<Record<string, unknown>>;

/**
 * What the working tables say otherwise than the events give: rows that are missing or should not be there, and columns
 * that differ. The order of rows, and of keys within a value, is nothing.
 * @param found the rows as they are, by the same names
 */
export function projectionDifferences(
  expected: Projection,
  found: Projection,
): readonly ProjectionDifference[] {
  return PROJECTED_TABLES.flatMap((table) => {
    const wanted = byKey(table, expected[table]);
    const there = byKey(table, found[table]);
    return [...new Set([...wanted.keys(), ...there.keys()])].flatMap((row) =>
      rowDifferences(table, row, wanted.get(row), there.get(row)),
    );
  });
}

function byKey(table: ProjectedTable, rows: readonly AnyRow[]): ReadonlyMap<string, AnyRow> {
  return new Map(rows.map((row) => [ROW_KEYS[table].map((column) => String(row[column])).join(' '), row]));
}

function rowDifferences(
  table: ProjectedTable,
  row: string,
  wanted: AnyRow | undefined,
  there: AnyRow | undefined,
): readonly ProjectionDifference[] {
  if (wanted === undefined || there === undefined)
    return [{ table, row, column: null, expected: jsonOf(wanted), found: jsonOf(there) }];
  return Object.keys(PROJECTED_COLUMNS[table]).flatMap((column) => {
    const expected = wanted[column];
    // A row that was read has every column; one that is made for a test need not.
    const found = there[column] ?? null;
    return expected === undefined || isSame(expected, found)
      ? []
      : [{ table, row, column, expected: jsonOf(expected), found: jsonOf(found) }];
  });
}

/** Most columns are no objects, and millions of them are compared. */
function isSame(expected: unknown, found: unknown): boolean {
  if (expected === found) return true;
  if (typeof expected !== 'object' || expected === null) return false;
  // Equal objects are found quickly; those that are not may still be equal as JSON, which leaves out what is undefined.
  return isEqual(expected, found) || canonicalJson(expected) === canonicalJson(found);
}

/** The value as JSON has it; nothing as `null`. */
function jsonOf(value: unknown): JsonValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as JsonValue);
}
