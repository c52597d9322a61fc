import type { AttachedTo, AttachmentRef, CarriedFile } from '#domain';
import type { Rider } from '../cases/case-change.js';
import type { CarriableFile } from './attachment-reading.js';

/** A file to write down as attached. */
export interface FileToAttach extends AttachmentRef, AttachedTo {
  /** Whether a scanner is to look at it before anybody may have it. */
  readonly toBeScanned: boolean;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Writes a file down as attached. */
export function addAttachment(file: FileToAttach): Rider {
  return (bind) => {
    const at = bind(file.addedAt, 'timestamptz');
    return `insert into attachment (id, case_id, point, exception_id, condition_id, message_id, name, media_type, bytes, sha256,
      added_by, added_at, status, next_scan_at)
    select ${bind(file.id, 'uuid')}, id, ${bind(file.point, 'smallint')}, ${bind(file.exceptionId, 'uuid')},
      ${bind(file.conditionId, 'uuid')}, ${bind(file.messageId, 'uuid')}, ${bind(file.name, 'text')}, ${bind(file.mediaType, 'text')},
      ${bind(file.bytes, 'int')}, ${bind(file.sha256, 'text')}, ${bind(file.addedBy, 'uuid')}, ${at},
      ${file.toBeScanned ? `'waiting', ${at}` : `'not-scanned', null`}
    from changed`;
  };
}

/** Takes a file out of what the case says now; what was submitted with it keeps it, and so do its bytes. */
export function removeAttachment(id: string, removedBy: string, removedAt: Date): Rider {
  return (bind) => `update attachment set removed_by = ${bind(removedBy, 'uuid')},
      removed_at = ${bind(removedAt, 'timestamptz')}
    from changed where attachment.id = ${bind(id, 'uuid')} and attachment.case_id = changed.id`;
}

/** Hands files in with evidence that a condition is met. */
export function handInWith(evidenceId: string, ids: readonly string[]): Rider {
  return (bind) => `update attachment set evidence_id = ${bind(evidenceId, 'uuid')}
    from changed where attachment.id = any(${bind(ids, 'uuid[]')}) and attachment.case_id = changed.id`;
}

/** Writes down that the scanner found something in a file, so that nobody gets it. */
export function condemnAttachment(id: string, signature: string, at: Date): Rider {
  return (bind) => {
    const instant = bind(at, 'timestamptz');
    return `update attachment set status = 'infected', infected_at = ${instant}, scanned_at = ${instant},
      signature = ${bind(signature, 'text')}, next_scan_at = null, scan_error = null
    from changed where attachment.id = ${bind(id, 'uuid')} and attachment.case_id = changed.id`;
  };
}

/** Gives a request the files it takes over; their bytes stay where they lie. Its case must be made by the same change. */
export function carryFiles(
  files: readonly (CarriedFile & Pick<CarriableFile, 'status' | 'scannedAt'>)[],
  takenBy: string,
  takenAt: Date,
): Rider {
  return (bind) => `insert into attachment (id, case_id, point, exception_id, name, media_type, bytes, sha256,
      added_by, added_at, status, scanned_at, stored_id)
    select f."attachmentId", changed.id, f.point, f."exceptionId", f.name, f."mediaType", f.bytes, f.sha256,
      ${bind(takenBy, 'uuid')}, ${bind(takenAt, 'timestamptz')}, f.status, f."scannedAt", f."storedId"
    from changed cross join jsonb_to_recordset(${bind(JSON.stringify(files), 'jsonb')}) as f(
      "attachmentId" uuid, point smallint, "exceptionId" uuid, name text, "mediaType" text, bytes int, sha256 text,
      status text, "scannedAt" timestamptz, "storedId" uuid)`;
}
