import { londonDate, londonMinutes } from '../working-time/london-time.js';
import { headingOf, nestedInWords, pointAsRead, wordOf, type MomentWords } from './column-words.js';
import type { ColumnType, HistoryColumn } from './question.js';

const PENCE_IN_POUND = 100;
const SECONDS_IN_HOUR = 3_600;
const MINUTES_IN_HOUR = 60;

/** `2026-04-01 14:30`, United Kingdom time, which spreadsheets read as a date. @param iso an instant, UTC */
function instantForSpreadsheet(iso: string): string {
  const instant = new Date(iso);
  const minutes = londonMinutes(instant);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${londonDate(instant)} ${two(Math.floor(minutes / MINUTES_IN_HOUR))}:${two(minutes % MINUTES_IN_HOUR)}`;
}

const MOMENTS: MomentWords = { instant: instantForSpreadsheet, day: (iso) => iso };

/** The columns of a spreadsheet: those people can read. Ids are for programs. */
export function spreadsheetColumns(columns: readonly HistoryColumn[]): readonly HistoryColumn[] {
  return columns.filter(({ type }) => type !== 'id');
}

/** What stands above a column, with the unit of its numbers. */
export function spreadsheetHeading({ name, type }: HistoryColumn): string {
  if (type === 'pence' || type === 'pounds') return `${headingOf(name)} (£)`;
  return name.endsWith('Seconds') ? `${headingOf(name)} (hours)` : headingOf(name);
}

/** What a cell holds, and whether it is a number, which needs no guarding from being read as a formula. */
export interface SpreadsheetCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/**
 * A value as spreadsheets can reckon with it and people can read it: pounds with two decimals, days as `2026-04-01`,
 * words as the pages have them. What is not there is an empty cell, as in the file for programs: a request that was
 * turned down has no amount approved, rather than an approval of nothing.
 */
export function spreadsheetCell(
  { name, type }: HistoryColumn,
  row: Readonly<Record<string, unknown>>,
): SpreadsheetCell {
  const value = row[name];
  if (value === null || value === undefined) return { text: '', isNumber: true };
  return ofType(name, type, value);
}

function ofType(name: string, type: ColumnType, value: unknown): SpreadsheetCell {
  const number = (text: string): SpreadsheetCell => ({ text, isNumber: true });
  const words = (text: string): SpreadsheetCell => ({ text, isNumber: false });
  switch (type) {
    case 'pence':
      return number((Number(value) / PENCE_IN_POUND).toFixed(2));
    case 'pounds':
      return number(Number(value).toFixed(2));
    case 'integer':
    case 'number':
      if (name === 'point') return words(pointAsRead(value));
      return number(
        name.endsWith('Seconds') ? (Number(value) / SECONDS_IN_HOUR).toFixed(2) : String(Number(value)),
      );
    case 'yes-or-no':
      return words(value === true ? 'Yes' : 'No');
    case 'instant':
      return words(instantForSpreadsheet(String(value)));
    case 'json':
      return words(Array.isArray(value) && value.length === 0 ? '' : nestedInWords(value, MOMENTS));
    case 'date':
    case 'text':
    case 'id':
      return words(wordOf(name, String(value)));
  }
}
