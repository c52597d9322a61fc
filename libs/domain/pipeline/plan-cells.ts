import type { IsoDate } from '../case/case-content.js';
import { isIsoDate } from '../case/dates.js';
import { LONGEST_NAME, MOST_SUPPLIERS } from '../case/limits.js';
import { bad, readDate, readPounds, readText, type Cell } from '../importing/cells.js';
import type { Pence } from '../money/pence.js';

const UK_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** Pounds, and one digit of the pence. */
const TENTHS = /^£?[\d,]+\.\d$/;

/** A date as this service writes it, or as a spreadsheet in the United Kingdom saves it: the day, the month, the year. */
export function readPlannedDate(text: string): Cell<IsoDate> {
  const [, day = '', month = '', year = ''] = UK_DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? { ok: true, value: date } : readDate(text);
}

/** An amount in pounds; also without the nought at the end, which a spreadsheet leaves away of 1234.50. */
export function readPlannedPounds(text: string): Cell<Pence> {
  return readPounds(TENTHS.test(text) ? `${text}0` : text);
}

/** Names in one cell; `readNames` backwards. */
export function namesInCell(names: readonly string[]): string {
  return names.map((name) => name.trim().replaceAll(/[\\;]/g, String.raw`\$&`)).join('; ');
}

/** Names of suppliers, separated by semicolons or line ends; a backslash takes the next character as it is. */
export function readNames(text: string): Cell<readonly string[]> {
  const parts = [...text.matchAll(/(?:\\.|[^;\n])+/g)];
  const names = parts.map(([part]) => part.trim().replaceAll(/\\(.)/g, '$1')).filter((name) => name !== '');
  if (names.length > MOST_SUPPLIERS) return bad(`Name at most ${String(MOST_SUPPLIERS)} suppliers`);
  for (const name of names) {
    const read = readText(name, LONGEST_NAME, false);
    if (!read.ok) return read;
  }
  return { ok: true, value: names };
}
