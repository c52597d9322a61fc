import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';

/** One row of boxes that may be repeated, by the name of each box. */
export type Row<Name extends string> = Readonly<Record<Name, string>>;

function boxOf(fields: PostedFields, name: string, index: number): string {
  const value = fields[`${name}-${index}`];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/**
 * The rows somebody wrote anything in, in order; boxes are named `name-0`, `name-1` and so on. Empty rows are left out,
 * so the place of a row here is its place when the form is shown again.
 * @param most rows looked at: one more than may be given, so that too many are noticed and not dropped
 */
export function rowsOf<Name extends string>(
  fields: PostedFields,
  names: readonly Name[],
  most: number,
): readonly Row<Name>[] {
  return Array.from(
    { length: most + 1 },
    (_, index) => Object.fromEntries(names.map((name) => [name, boxOf(fields, name, index)])) as Row<Name>,
  ).filter((row) => names.some((name) => row[name] !== ''));
}

/** Rows as boxes. */
export function boxesOfRows<Name extends string>(rows: readonly Row<Name>[]): PostedFields {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries<string>(row).map(([name, value]) => [`${name}-${index}`, value]),
    ),
  );
}

/** Name of the button that shows the form again with one more row, and saves nothing. */
export const ADD_ROW = '_addRow';

/**
 * Place of the row that was just asked for, where the keyboard goes on; -1 where none was, or something is wrong.
 * @param shown how many rows the form shows now
 */
export function newRow(fields: PostedFields, shown: number, problems: readonly ShownProblem[]): number {
  return fields[ADD_ROW] === undefined || problems.length > 0 ? -1 : shown - 1;
}

/**
 * What to tell somebody who asks for one row more while one is empty: the empty one is shown again, so that nothing
 * seems to happen unless it is said. Nothing where every row says something.
 */
export function problemOfEmptyRow<Name extends string>(
  fields: PostedFields,
  names: readonly [Name, ...Name[]],
  sentence: string,
): readonly ShownProblem[] {
  const [first] = names;
  const shown = Object.keys(fields).filter((name) => name.replace(/\d+$/, '') === `${first}-`).length;
  const filled = rowsOf(fields, names, shown).length;
  if (filled >= shown) return [];
  const field = `${first}-${String(filled)}`;
  return [{ text: sentence, href: `#${field}`, field }];
}

/**
 * The rows a form shows: those that are filled, or one empty one, and one more where that was asked for.
 * @param most how many there may be
 */
export function shownRows<Name extends string>(
  fields: PostedFields,
  names: readonly Name[],
  most: number,
): readonly Row<Name>[] {
  const filled = rowsOf(fields, names, most);
  const empty = Object.fromEntries(names.map((name) => [name, ''])) as Row<Name>;
  const isMore = fields[ADD_ROW] !== undefined && filled.length < most;
  return filled.length === 0 || isMore ? [...filled, empty] : filled;
}
