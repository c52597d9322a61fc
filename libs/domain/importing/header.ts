import { IMPORT_COLUMNS, type ImportColumn, type ImportColumnName } from './columns.js';

/** Something wrong in one place of a file. */
export interface ImportProblem {
  /** Column as the documents name it, or as the file does where nobody knows it; `null` for the whole line. */
  readonly column: string | null;
  /** What is wrong and what to do, as a sentence without a full stop. */
  readonly reason: string;
}

/** What a header says: which column each cell of a row is. */
export type HeaderReading<Name extends string = ImportColumnName> =
  | { readonly ok: true; readonly columns: readonly Name[] }
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

/** Which columns a kind of file has. */
export interface KnownColumns<Name extends string> {
  readonly isColumn: (name: string) => name is Name;
  /** Those it must have. */
  readonly required: readonly Name[];
}

const DECISION_COLUMNS: KnownColumns<ImportColumnName> = {
  isColumn: isColumnName,
  required: IMPORT_COLUMNS.filter(({ required }) => required === 'always').map(({ name }) => name),
};

/** Reads the header of a file of decisions. */
export function readHeader(cells: readonly string[]): HeaderReading {
  return readColumns(cells, DECISION_COLUMNS);
}

/** Reads a header; every unknown, missing or repeated column is named. Columns may come in any order. */
export function readColumns<Name extends string>(
  cells: readonly string[],
  { isColumn, required }: KnownColumns<Name>,
): HeaderReading<Name> {
  const names = cells.map(columnNameOf);
  const [only = ''] = cells;
  if (cells.length === 1 && /[;\t]/.test(only))
    return refuse([{ column: null, reason: 'Separate the columns with commas' }]);
  const problems = names.flatMap((name, index): readonly ImportProblem[] => {
    const column = name === '' ? `column ${String(index + 1)}` : name;
    if (!isColumn(name))
      return [{ column, reason: 'This is not a column of this file: remove it, or correct its name' }];
    return names.indexOf(name) < index ? [{ column, reason: 'This column is there twice: remove one' }] : [];
  });
  const missing = required.filter((name) => !(names as readonly string[]).includes(name));
  const all = [
    ...problems,
    ...missing.map((name) => ({ column: name, reason: 'This column is missing: add it' })),
  ];
  return all.length > 0 ? refuse(all) : { ok: true, columns: names.filter(isColumn) };
}

function refuse(problems: readonly ImportProblem[]): HeaderReading<never> {
  return { ok: false, problems };
}

/** Whether a row is nothing but empty cells, as spreadsheets leave them at the end. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The cells of a row by column, without the blanks around them, or what is wrong with their number. */
export function cellsByColumn<Name extends string>(
  columns: readonly Name[],
  cells: readonly string[],
):
  | { readonly ok: true; readonly cells: Readonly<Partial<Record<Name, string>>> }
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
  return { ok: true, cells: Object.fromEntries(entries) as Partial<Record<Name, string>> };
}

/** A cell without the blanks around it; line ends are the same whichever system wrote the file. */
export function tidy(cell = ''): string {
  return cell.replaceAll(/\r\n?/g, '\n').trim();
}
