import type { FilterName } from './filters.js';

/** What a value of a column is. Amounts are whole pence; instants UTC; `json` is a list or an object. */
export type ColumnType =
  'text' | 'id' | 'integer' | 'pence' | 'pounds' | 'number' | 'instant' | 'date' | 'yes-or-no' | 'json';

/** One column of an answer. */
export interface HistoryColumn {
  /** In the JSON of a row and at the head of a CSV column. */
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Kept from a department: what GDS Assurance keeps to itself, or has not released yet. It is `null` then. */
  readonly withheld?: 'always' | 'until-released';
}

/** A named question: what its rows are, and how they can be narrowed. */
export interface HistoryQuestion {
  /** Kebab-case: its place in the address. */
  readonly name: QuestionName;
  /** Which of the fifteen it answers. */
  readonly answers: readonly number[];
  readonly question: string;
  /** What makes a row, and what does not. */
  readonly rows: string;
  /** The date a period is about. */
  readonly periodIsOf: string;
  /** In words. */
  readonly order: string;
  readonly columns: readonly HistoryColumn[];
  readonly filters: readonly FilterName[];
  /** Filters without which it cannot be answered. */
  readonly required: readonly FilterName[];
  /** Words of the filter `kinds`. */
  readonly kinds: readonly string[];
  /** A query that shows what it is for. */
  readonly example: string;
}

/** The questions asked here, in the order of the fifteen, then one of this service’s own and the whole timeline. */
export const QUESTION_NAMES = [
  'decisions',
  'outcomes-in-period',
  'times',
  'conditions',
  'registers',
  'points-not-met',
  'legacy-exceptions',
  'procurement',
  'triage-and-autonomy',
  'edits-after-submission',
  'spending-control-exceptions',
  'components',
  'events',
] as const;
export type QuestionName = (typeof QUESTION_NAMES)[number];

/** One of the fifteen that has an address of its own. */
export interface QuestionElsewhere {
  readonly answers: readonly number[];
  readonly question: string;
  readonly address: string;
}

/** Short ways to write columns down. */
export function column(
  name: string,
  type: ColumnType,
  description: string,
  withheld?: HistoryColumn['withheld'],
): HistoryColumn {
  return withheld === undefined ? { name, type, description } : { name, type, description, withheld };
}
