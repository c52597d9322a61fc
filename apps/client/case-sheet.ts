import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { guardedCell, londonDate, QUOTED_CELL } from '#domain';
import type { Schemas } from './spend-control.js';

type Case = Schemas['Case'];

/** The columns, with what of a case is in each. */
const COLUMNS: Readonly<Record<string, (one: Case) => string>> = {
  Reference: ({ reference }) => reference,
  Title: ({ details }) => details.title,
  Organisation: ({ organisation }) => organisation.name,
  State: ({ state }) => state,
  'Requested (£)': ({ details }) => pounds(details.requestedPence),
  'Approved (£)': ({ decision }) => pounds(decision?.approvedPence ?? null),
  'Decided on': ({ decision }) => (decision === null ? '' : londonDate(new Date(decision.decidedAt))),
  Revision: ({ revision }) => String(revision),
};
const HEADER = Object.keys(COLUMNS);
const REVISION = HEADER.indexOf('Revision');

/** A spreadsheet with one row for each case, in the order in which they came to be. */
export class CaseSheet {
  private constructor(private readonly rows: Map<string, readonly string[]>) {}

  /**
   * The spreadsheet a file holds; an empty one where there is none.
   * @throws Error when the file holds something else
   */
  static of(text: string | null): CaseSheet {
    if (text === null) return new CaseSheet(new Map());
    const [header = [], ...rows] = parse(text, { bom: true });
    if (header.join() !== HEADER.join())
      throw new Error(`This is not a spreadsheet of this program: its columns are not ${HEADER.join(', ')}`);
    return new CaseSheet(new Map(rows.map((row) => [row[0] ?? '', row])));
  }

  /** The revision of a case its row was made from; 0 where it has none. It is the sequence of its latest event. */
  revisionOf(reference: string): number {
    return Number(this.rows.get(reference)?.[REVISION] ?? 0);
  }

  /** Puts a case into its row. */
  put(one: Case): void {
    this.rows.set(
      one.reference,
      Object.values(COLUMNS).map((cell) => guardedCell(cell(one))),
    );
  }

  /** Takes the row of a case away. */
  remove(reference: string): void {
    this.rows.delete(reference);
  }

  /** The spreadsheet as CSV (RFC 4180), marked as UTF-8 so that spreadsheets read it as that. */
  csv(): string {
    return stringify([HEADER, ...[...this.rows.values()].map((row) => [...row])], {
      quoted_match: QUOTED_CELL,
      bom: true,
      record_delimiter: 'windows',
    });
  }
}

/** An amount as a number in pounds. */
function pounds(pence: number | null): string {
  return pence === null ? '' : (pence / 100).toFixed(2);
}
