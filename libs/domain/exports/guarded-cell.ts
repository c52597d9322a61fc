/** What a reader that trims cells takes away before it looks for a formula: blanks that are no end of a cell or line. */
const BLANKS = String.raw`[^\S\t\r\n]*`;
const SIGNS = '=+\\-@＝＋－＠';

/** Where a spreadsheet reads a formula, with the apostrophes that keep it from doing so. */
const AT_START = new RegExp(`^(${BLANKS})('*)(?=[${SIGNS}\\t\\r\\n])`);
const GUARDED_AT_START = new RegExp(`^(${BLANKS})'('*)(?=[${SIGNS}\\t\\r\\n])`);
/** Where one would begin for a reader that takes another character than a comma for what separates cells, or heeds no quotes. */
const INSIDE = new RegExp(`([;|\\t\\r\\n]${BLANKS})('*)(?=[${SIGNS}])`, 'g');
const GUARDED_INSIDE = new RegExp(`([;|\\t\\r\\n]${BLANKS})'('*)(?=[${SIGNS}])`, 'g');

/**
 * Cells with one of these are written in quotation marks: some reader takes it for the end of a cell or of a line. A line
 * feed alone ends a line as well, whatever ends the lines of the file.
 */
export const QUOTED_CELL = /[,;|\t\r\n]/;

/** The text of a cell, kept from being run as a formula: what looks like one begins with an apostrophe more. */
export function guardedCell(text: string): string {
  return text.replaceAll(INSIDE, "$1'$2").replace(AT_START, "$1'$2");
}

/** The cell that was guarded; `guardedCell` backwards. */
export function unguardedCell(text: string): string {
  return text.replace(GUARDED_AT_START, '$1$2').replaceAll(GUARDED_INSIDE, '$1$2');
}
