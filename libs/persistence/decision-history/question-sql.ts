import type { HistoryCriteria } from '#domain';
import type { Bind } from '../database/binding.js';
import { RELEASED } from '../cases/part-reading.js';
import type { Sight } from '../cases/case-record.js';

/** What a statement is written for: what is asked, by whom, when. */
export interface HistoryContext {
  readonly criteria: HistoryCriteria;
  readonly sight: Sight;
  /** Who “me” is. */
  readonly personId: string;
  readonly now: Date;
  /** London date of `now`, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The same with what writing SQL needs. */
export interface Writing extends HistoryContext {
  readonly bind: Bind;
  /** SQL of whether the reader may see what GDS Assurance keeps to itself about the case `c`. */
  readonly sees: string;
}

/** SQL of whether the reader may see what was said about the case `c` in the event of a sequence. */
export function releasedTo({ sees }: Writing, sequence: string): string {
  return sees === 'true' ? 'true' : `(${sees} or ${sequence} <= ${RELEASED})`;
}

/** SQL of whether the reader may see internal matters of the case `c`; written out where no row can tell. */
export function seesInternal(sight: Sight, bind: Bind): string {
  if (!sight.everything) return 'false';
  if (sight.organisationIds.length === 0) return 'true';
  return `not c.organisation_id = any(${bind(sight.organisationIds, 'uuid[]')})`;
}

/** One part of the order of a question, with the type its values are bound as. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'timestamptz' | 'date' | 'uuid' | 'int';
}

/** Columns of filters that differ from question to question; `null` where there is no such thing. */
export interface FilterColumns {
  readonly organisation: string;
  /** The date of a period, an instant unless `periodIsDate`. */
  readonly period: string;
  readonly periodIsDate?: boolean;
  readonly role: string;
  readonly regime: string;
  readonly version: string;
  readonly requested: string;
  /** SQL of whether title, description or reason are like a pattern, given as SQL. */
  readonly text: (pattern: string) => string;
}

/** How a question is asked of the tables. `c` is the case, `o` its organisation, `d` the decision. */
export interface QuestionSql {
  readonly from: (writing: Writing) => string;
  /** SQL of each column, in JSON's types, by the column's name. */
  readonly columns: (writing: Writing) => Readonly<Record<string, string>>;
  /** What every row is, whatever is asked. */
  readonly where: (writing: Writing) => readonly string[];
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
  readonly filters: FilterColumns;
  /** SQL of whether a row is of a kind. */
  readonly kind?: (kind: string, writing: Writing) => string;
  /** Filters that ask something else of a row than of a case; they take the place of the usual ones. */
  readonly own?: {
    readonly verdict?: (writing: Writing) => readonly string[];
    readonly conditions?: (writing: Writing) => readonly string[];
    readonly legacy?: (writing: Writing) => readonly string[];
  };
}
