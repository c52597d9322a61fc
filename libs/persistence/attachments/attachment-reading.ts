import type { AttachmentStatus } from '#domain';
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
    text: `select a.id, a.name, a.media_type as "mediaType", a.bytes, a.sha256, a.status, ${SEEN}
      from attachment a join spend_case c on c.id = a.case_id
      where c.reference = $1 and ${withinSight('$2', '$3')} and a.id = $4::uuid`,
    values: [reference, sight.everything, sight.organisationIds, id],
  });
  return row ?? null;
}

/** Ids of the files of a case, whatever became of them. */
export async function attachmentIdsOfCase(queryable: Queryable, caseId: string): Promise<readonly string[]> {
  const rows = await queryable.query<{ id: string }>({
    name: 'attachment_ids_of_case',
    text: 'select id from attachment where case_id = $1::uuid order by id',
    values: [caseId],
  });
  return rows.map(({ id }) => id);
}

/** Of some ids those under which bytes are to be kept: the others are of no file, or of one that was destroyed. */
export async function idsToKeep(queryable: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queryable.query<{ id: string }>({
    name: 'attachment_ids_to_keep',
    text: `select id from attachment where id = any($1::uuid[]) and status not in ('infected', 'disposed')`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}
