import type { AttachmentStatus, FileToCarry } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from '../cases/case-record.js';
import type { Queryable } from '../database/statement.js';

/** A file as far as handing it out needs. */
export interface AttachmentToGive extends CaseSeen {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly status: AttachmentStatus;
  /** Under which its bytes lie. */
  readonly storedId: string;
}

/** A file of a case, also one that was taken out again; `null` when there is none or the person may not see the case. */
export async function findAttachment(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  id: string,
): Promise<AttachmentToGive | null> {
  const [row] = await queryable.query<AttachmentToGive>({
    name: 'find_attachment',
    text: `select a.id, a.name, a.media_type as "mediaType", a.bytes, a.sha256, a.status, coalesce(a.stored_id, a.id) as "storedId", ${SEEN}
      from attachment a join spend_case c on c.id = a.case_id
      where c.reference = $1 and ${withinSight('$2', '$3')} and a.id = $4::uuid`,
    values: [reference, sight.everything, sight.organisationIds, id],
  });
  return row ?? null;
}

/** A file of an approval that can be carried over, with what is known of it. */
export interface CarriableFile extends FileToCarry {
  readonly status: AttachmentStatus;
  /** UTC. */
  readonly scannedAt: string | null;
}

/** The files of a case that can be had, whichever it is; none where the person may not see it. */
export async function filesToCarry(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<readonly CarriableFile[]> {
  return queryable.query<CarriableFile>({
    name: 'files_to_carry',
    text: `select a.id, coalesce(a.stored_id, a.id) as "storedId", a.status, ${utc('a.scanned_at')} as "scannedAt"
      from attachment a join spend_case c on c.id = a.case_id
      where c.reference = $1 and ${withinSight('$2', '$3')} and a.status in ('clean', 'not-scanned')`,
    values: [reference, sight.everything, sight.organisationIds],
  });
}

/** Ids the bytes of a case’s files lie under that no file, of whichever case, is left for. */
export async function bytesLeftOver(queryable: Queryable, caseId: string): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>({
    name: 'bytes_left_over',
    text: `select distinct s.id from attachment a cross join lateral (select coalesce(a.stored_id, a.id) as id) s
      where a.case_id = $1::uuid and not exists (select from attachment k
        where (k.id = s.id or k.stored_id = s.id) and k.status not in ('infected', 'disposed')) order by s.id`,
    values: [caseId],
  });
  return rows.map(({ id }) => id);
}

/** Of some ids those under which bytes are to be kept: the others are of no file, or of files that were all destroyed. */
export async function idsToKeep(queryable: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queryable.query<{ id: string }>({
    name: 'attachment_ids_to_keep',
    text: `select coalesce(stored_id, id) as id from attachment
      where (id = any($1::uuid[]) or stored_id = any($1::uuid[])) and status not in ('infected', 'disposed')`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}
