import type { HistoryColumn } from '#domain';
import type { ExportFormat } from '#persistence';
import { csvHead, csvLines, spreadsheetHead, spreadsheetLines } from './csv-rows.js';

/** How one form of an export is written, part by part. */
export interface ExportForm {
  /** What people call it. */
  readonly name: string;
  /** What a browser is told of the file. */
  readonly mediaType: string;
  /** How its name ends. */
  readonly ending: string;
  /** What stands before the rows. @param manifest what says of itself what it is, where the form has room for that */
  head(columns: readonly HistoryColumn[], manifest: object): string;
  /** Some of the rows, given as JSON text of objects. */
  rows(columns: readonly HistoryColumn[], batch: readonly string[]): string;
  /** What stands after the rows and is not hashed with them. */
  end(rows: number, sha256: string): string;
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Every form an answer is exported in. */
export const EXPORT_FORMS: Readonly<Record<ExportFormat, ExportForm>> = {
  csv: {
    name: 'CSV for programs',
    mediaType: CSV_TYPE,
    ending: 'csv',
    head: csvHead,
    rows: csvLines,
    end: () => '',
  },
  spreadsheet: {
    name: 'CSV for spreadsheets',
    mediaType: CSV_TYPE,
    ending: 'csv',
    head: spreadsheetHead,
    rows: spreadsheetLines,
    end: () => '',
  },
  jsonl: {
    name: 'JSON Lines',
    mediaType: 'application/x-ndjson; charset=utf-8',
    ending: 'jsonl',
    head: (_columns, manifest) => `${JSON.stringify(manifest)}\n`,
    rows: (_columns, batch) => batch.map((row) => `${row}\n`).join(''),
    end: (rows, sha256) => `${JSON.stringify({ end: { rows, sha256 } })}\n`,
  },
};
