import { utc } from '../cases/json-fragments.js';
import type { Queryable } from '../database/statement.js';

/** In which form rows are exported: for programs, for people with a spreadsheet, and as they are. */
export const EXPORT_FORMATS = ['csv', 'spreadsheet', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What was exported, and under which state of the log of decisions it was sealed. */
export interface ExportReceipt {
  readonly id: string;
  readonly personId: string;
  readonly question: string;
  /** The filters, as they were given. */
  readonly criteria: Readonly<Record<string, string>>;
  readonly format: ExportFormat;
  /** The instant of the rows, UTC. */
  readonly at: string;
  readonly rows: number;
  /** SHA-256 of the bytes, hex; of JSON Lines, of all but the last line. */
  readonly sha256: string;
  readonly checkpointSize: number | null;
  readonly root: string | null;
  readonly note: string | null;
}

/** Keeps a receipt, for ever. */
export async function recordExport(queryable: Queryable, receipt: ExportReceipt): Promise<void> {
  await queryable.query({
    name: 'record_export',
    text: `insert into export_receipt (id, person_id, question, criteria, format, at, rows, sha256, checkpoint_size, root,
        note) values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      receipt.id,
      receipt.personId,
      receipt.question,
      JSON.stringify(receipt.criteria),
      receipt.format,
      receipt.at,
      receipt.rows,
      receipt.sha256,
      receipt.checkpointSize,
      receipt.root,
      receipt.note,
    ],
  });
}

/**
 * One receipt; `null` where there is none.
 * @param onlyOfficial for who may see no restricted case, and so no receipt that names one
 */
export async function findExportReceipt(
  queryable: Queryable,
  id: string,
  onlyOfficial: boolean,
): Promise<ExportReceipt | null> {
  const [row] = await queryable.query<ExportReceipt>({
    name: 'find_export_receipt',
    text: `select r.id, r.person_id as "personId", r.question, r.criteria, r.format, ${utc('r.at')} as at, r.rows, r.sha256,
        r.checkpoint_size as "checkpointSize", r.root, r.note
      from export_receipt r where r.id = $1 and (not $2::boolean or r.criteria->>'case' is null
        or exists (select from spend_case c
          where c.reference = r.criteria->>'case' and c.protective_marking = 'OFFICIAL'))`,
    values: [id, onlyOfficial],
  });
  return row ?? null;
}
