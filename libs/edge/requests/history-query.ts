import { FILTER_NAMES, filterRule, type FilterName } from '#domain';
import { EXPORT_FORMATS, positionTypes, type ExportFormat, type HistoryPosition } from '#persistence';
import type { HistoryQuestion } from '#domain';
import { isIsoDate } from '#domain';
import { isInstant, LimitField, strangeCursor, CursorField } from './list-query.js';
import { field } from '../fields/field-rule.js';
import { isUuid } from '../fields/fields.js';
import { decodeCursor, encodeCursor, PAGE_LIMIT } from '../fields/paging.js';
import { QueryChoice } from '../fields/query-fields.js';

const LONGEST_FILTER = 4_000;

/** The filters of the decision history, as text: what they mean is read in one place, with the question. */
export class HistoryFilterQuery {
  readonly [filter: string]: unknown;
}

/** A filter is described by its rule; that it is text, given once, is all that is checked here. */
function filterField(name: FilterName): PropertyDecorator {
  const { description, example } = filterRule(name);
  return field(
    { type: 'string', maxLength: LONGEST_FILTER },
    (value) =>
      typeof value === 'string' && value.length <= LONGEST_FILTER ? null : 'Give this once only, and shorter',
    { description, example, optional: true },
  );
}

for (const name of FILTER_NAMES) filterField(name)(HistoryFilterQuery.prototype, name);

/** The filters of a query, those left out as `undefined`. */
export function filtersOf(query: HistoryFilterQuery): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    FILTER_NAMES.map((name) => [name, typeof query[name] === 'string' ? query[name] : undefined]),
  );
}

/** Which page of an answer to give. */
export class HistoryPageQuery extends HistoryFilterQuery {
  @LimitField()
  limit: number = PAGE_LIMIT;

  @CursorField()
  after?: string;
}

/** In which form to export an answer. */
export class HistoryExportQuery extends HistoryFilterQuery {
  @QueryChoice(EXPORT_FORMATS, {
    description:
      '“csv” unless given; “spreadsheet” for a CSV to be read by people; “jsonl” for JSON Lines, with a first line that says what it is and a last one.',
  })
  format: ExportFormat = 'csv';
}

function fits(value: unknown, type: string): boolean {
  switch (type) {
    case 'timestamptz':
      return typeof value === 'string' && isInstant(value);
    case 'date':
      return typeof value === 'string' && isIsoDate(value);
    case 'uuid':
      return typeof value === 'string' && isUuid(value);
    default:
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  }
}

/**
 * The place in an answer that a cursor names; `null` for the first page.
 *
 * @throws ProblemError 400 when it is no place in an answer to this question
 */
export function historyPositionOf(
  { name }: HistoryQuestion,
  cursor: string | undefined,
): HistoryPosition | null {
  if (cursor === undefined) return null;
  const types = positionTypes(name);
  const values = decodeCursor(
    cursor,
    types.map((type) => (type === 'int' ? 'number' : 'string')),
  );
  if (!types.every((type, index) => fits(values[index], type))) throw strangeCursor();
  return values as HistoryPosition;
}

/** The cursor of a place in an answer. */
export function historyCursorOf(position: HistoryPosition | null): string | null {
  return position === null ? null : encodeCursor(position);
}
