import { stringify } from 'csv-stringify/sync';
import {
  guardedCell,
  QUOTED_CELL,
  spreadsheetCell,
  spreadsheetColumns,
  spreadsheetHeading,
  type ColumnType,
  type HistoryColumn,
} from '#domain';

function cellOf(value: unknown, type: ColumnType): string {
  if (value === null || value === undefined) return '';
  switch (type) {
    case 'integer':
    case 'pence':
    case 'number':
      return String(Number(value));
    case 'pounds':
      return Number(value).toFixed(2);
    case 'yes-or-no':
      return value === true ? 'true' : 'false';
    case 'text':
    case 'id':
    case 'instant':
    case 'date':
    case 'json':
      return guardedCell(typeof value === 'string' ? value : JSON.stringify(value));
  }
}

function lines(cells: readonly (readonly string[])[]): string {
  return stringify(
    cells.map((row) => [...row]),
    { record_delimiter: 'windows', quoted_match: QUOTED_CELL },
  );
}

/** The first line: names of the columns. */
export function csvHead(columns: readonly HistoryColumn[]): string {
  return lines([columns.map(({ name }) => name)]);
}

/** Rows, given as JSON text of objects, as lines (RFC 4180). */
export function csvLines(columns: readonly HistoryColumn[], rows: readonly string[]): string {
  return lines(
    rows.map((json) => {
      const row = JSON.parse(json) as Readonly<Record<string, unknown>>;
      return columns.map(({ name, type }) => cellOf(row[name], type));
    }),
  );
}

/** Tells a spreadsheet that the file is UTF-8: without it a pound sign is two strange letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line for people: headings in words. */
export function spreadsheetHead(columns: readonly HistoryColumn[]): string {
  return `${BYTE_ORDER_MARK}${lines([spreadsheetColumns(columns).map(spreadsheetHeading)])}`;
}

/** Rows, given as JSON text of objects, as lines people read in a spreadsheet. */
export function spreadsheetLines(columns: readonly HistoryColumn[], rows: readonly string[]): string {
  const shown = spreadsheetColumns(columns);
  return lines(
    rows.map((json) => {
      const row = JSON.parse(json) as Readonly<Record<string, unknown>>;
      return shown.map((column) => {
        const { text, isNumber } = spreadsheetCell(column, row);
        return isNumber ? text : guardedCell(text);
      });
    }),
  );
}
