import type { Queryable } from '../database/statement.js';

/** A file the scanner has still to look at. */
export interface FileToScan {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly bytes: number;
  /** Times it was tried before this one. */
  readonly attempts: number;
}

/** Ids of files that wait to be looked at and whose time has come, the longest waiting first. */
export async function dueScans(
  queryable: Queryable,
  at: Date,
  limit: number,
): Promise<readonly { readonly id: string; readonly attempts: number }[]> {
  return queryable.query<{ id: string; attempts: number }>({
    name: 'due_scans',
    text: `select id, scan_attempts as attempts from attachment
      where status = 'waiting' and next_scan_at <= $1::timestamptz order by next_scan_at limit $2::int`,
    values: [at, limit],
  });
}

/**
 * Takes one file to look at, if it still waits and its time has come; nobody else does until the lease runs out.
 * @returns `null` where there is nothing to do
 */
export async function takeScan(
  queryable: Queryable,
  id: string,
  at: Date,
  leaseUntil: Date,
): Promise<FileToScan | null> {
  const [row] = await queryable.query<FileToScan>({
    name: 'take_scan',
    text: `update attachment a set next_scan_at = $3::timestamptz, scan_attempts = a.scan_attempts + 1
      from spend_case c where a.id = $1::uuid and a.status = 'waiting' and a.next_scan_at <= $2::timestamptz
        and c.id = a.case_id
      returning a.id, c.reference, a.name, a.bytes, a.scan_attempts - 1 as attempts`,
    values: [id, at, leaseUntil],
  });
  return row ?? null;
}

/** Writes down that the scanner found nothing in a file. */
export async function settleClean(queryable: Queryable, id: string, at: Date): Promise<void> {
  await queryable.query({
    name: 'settle_clean_scan',
    text: `update attachment set status = 'clean', scanned_at = $2::timestamptz, next_scan_at = null, scan_error = null
      where id = $1::uuid and status = 'waiting'`,
    values: [id, at],
  });
}

/** Writes down that a file could not be looked at, and when to try again. */
export async function postponeScan(queryable: Queryable, id: string, why: string, next: Date): Promise<void> {
  await queryable.query({
    name: 'postpone_scan',
    text: `update attachment set next_scan_at = $3::timestamptz, scan_error = $2
      where id = $1::uuid and status = 'waiting'`,
    values: [id, why, next],
  });
}

/** Who attached a file, where they can still be told. */
export async function uploaderOf(
  queryable: Queryable,
  id: string,
): Promise<{ personId: string; name: string; email: string; digest: boolean } | null> {
  const [row] = await queryable.query<{ personId: string; name: string; email: string; digest: boolean }>({
    name: 'uploader_of',
    text: `select p.id as "personId", p.name, p.email, p.email_preference = 'daily-digest' as digest
      from attachment a join person p on p.id = a.added_by
      where a.id = $1::uuid and p.deactivated_at is null`,
    values: [id],
  });
  return row ?? null;
}
