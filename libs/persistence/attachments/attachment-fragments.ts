import { utc } from '../cases/json-fragments.js';

/** SQL of whether the file `a` stands: it was not taken out, nor was the legacy exception it belongs to. */
const STANDS = `a.removed_at is null and not exists (
  select from legacy_exception x where x.id = a.exception_id and x.removed_at is not null)`;

/** One file `a` as a `StandingAttachment`. */
export const ATTACHMENT_FIELDS = `'id', a.id, 'point', a.point, 'exceptionId', a.exception_id,
    'conditionId', a.condition_id, 'evidenceId', a.evidence_id, 'messageId', a.message_id, 'name', a.name, 'mediaType', a.media_type,
    'bytes', a.bytes, 'sha256', a.sha256`;

/** The files that stand on the case `c`, oldest first. */
export const ATTACHMENTS = `(select coalesce(jsonb_agg(jsonb_build_object(${ATTACHMENT_FIELDS})
    order by a.added_at, a.id), '[]'::jsonb) from attachment a where a.case_id = c.id and ${STANDS})`;

/** The same with who attached them and how far their checking has got; also those taken out again. */
export const ATTACHMENTS_IN_FULL = `select jsonb_agg(jsonb_build_object(${ATTACHMENT_FIELDS},
      'status', a.status, 'addedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p
        where p.id = a.added_by), 'addedAt', ${utc('a.added_at')}, 'scannedAt', ${utc('a.scanned_at')},
      'signature', a.signature,
      'removedAt', case when not (${STANDS}) then coalesce(${utc('a.removed_at')}, (select ${utc('x.removed_at')}
        from legacy_exception x where x.id = a.exception_id)) end)
      order by a.added_at, a.id)
    from attachment a where a.case_id = c.id`;
