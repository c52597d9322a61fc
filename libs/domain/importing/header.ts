import { IMPORT_COLUMNS, type ImportCells, type ImportColumn, type ImportColumnName } from './columns.js';

/** Something wrong in one place of a file. */
export interface ImportProblem {
  /** Column as the documents name it, or as the file does where nobody knows it; `null` for the whole line. */
  readonly column: string | null;
  /** What is wrong and what to do, as a sentence without a full stop. */
  readonly reason: string;
}

/** What a header says: which column each cell of a row is. */
export type HeaderReading =
  | { readonly ok: true; readonly columns: readonly ImportColumnName[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

const COLUMNS: readonly ImportColumn[] = IMPORT_COLUMNS;

/** Capitals, spaces and underscores are forgiven; nothing else is. */
function columnNameOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}

function isColumnName(name: string): name is ImportColumnName {
  return COLUMNS.some((column) => column.name === name);
}

/** Reads the header; every unknown, missing or repeated column is named. Columns may come in any order. */
export function readHeader(cells: readonly string[]): HeaderReading {
  const names = cells.map(columnNameOf);
  const [only = ''] = cells;
  if (cells.length === 1 && /[;\t]/.test(only))
    return refuse([{ column: null, reason: 'Separate the columns with commas' }]);
  const problems = names.flatMap((name, index): readonly ImportProblem[] => {
    const column = name === '' ? `column ${String(index + 1)}` : name;
    if (!isColumnName(name))
      return [{ column, reason: 'This is not a column of this file: take it out, or correct its name' }];
    return names.indexOf(name) < index
      ? [{ column, reason: 'This column is there twice: take one out' }]
      : [];
  });
  const missing = COLUMNS.filter(({ name, required }) => required === 'always' && !names.includes(name));
  const all = [
    ...problems,
    ...missing.map(({ name }) => ({ column: name, reason: 'This column is missing: add it' })),
  ];
  return all.length > 0 ? refuse(all) : { ok: true, columns: names.filter(isColumnName) };
}

function refuse(problems: readonly ImportProblem[]): HeaderReading {
  return { ok: false, problems };
}

/** Whether a row is nothing but empty cells, as spreadsheets leave them at the end. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The cells of a row by column, without the blanks around them, or what is wrong with their number. */
export function cellsByColumn(
  columns: readonly ImportColumnName[],
  cells: readonly string[],
):
  | { readonly ok: true; readonly cells: ImportCells }
  | { readonly ok: false; readonly problem: ImportProblem } {
  const beyond = cells.slice(columns.length);
  if (cells.length < columns.length || !isBlankRow(beyond))
    return {
      ok: false,
      problem: {
        column: null,
        reason: `This row has ${String(cells.length)} cells and the header ${String(columns.length)}: a comma or a quotation mark is missing or too many`,
      },
    };
  const entries = columns.map((column, index) => [column, tidy(cells[index])] as const);
  return { ok: true, cells: Object.fromEntries(entries) };
}

/** Line ends are the same whichever system wrote the file. */
function tidy(cell = ''): string {
  return cell.replaceAll(/\r\n?/g, '\n').trim();
}
