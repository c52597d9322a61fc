import {
  durationInWords,
  isNothingApproved,
  nestedInWords,
  pointAsRead,
  wordOf,
  type ColumnType,
  type HistoryColumn,
  type MomentWords,
} from '#domain';
import { dayInWords, instantInWords, pounds } from '../views/page-filters.js';

/** As pages write instants and days. */
export const PAGE_MOMENTS: MomentWords = { instant: instantInWords, day: dayInWords };

/**
 * A value of a row as people read it; nothing for nothing.
 * @param row the whole of it, which may say why there is no value
 */
export function valueInWords(
  { name, type }: Pick<HistoryColumn, 'name' | 'type'>,
  row: Readonly<Record<string, unknown>>,
): string {
  const value = row[name];
  if (value === null || value === undefined) return isNothingApproved(name, row) ? 'None' : '';
  return ofType(name, type, value);
}

function ofType(name: string, type: ColumnType, value: unknown): string {
  switch (type) {
    case 'pence':
      return pounds(value);
    case 'pounds':
      return pounds(Math.round(Number(value) * 100));
    case 'instant':
      return instantInWords(value);
    case 'date':
      return dayInWords(value);
    case 'yes-or-no':
      return value === true ? 'Yes' : 'No';
    case 'json':
      return Array.isArray(value) && value.length === 0 ? '' : nestedInWords(value, PAGE_MOMENTS);
    case 'integer':
    case 'number':
      if (name === 'point') return pointAsRead(value);
      return name.endsWith('Seconds')
        ? durationInWords(Number(value))
        : Number(value).toLocaleString('en-GB');
    case 'text':
    case 'id':
      return wordOf(name, String(value));
  }
}
