import {
  ATTACHMENT_STATUS_NAMES,
  sizeInWords,
  typeByMediaType,
  whyWithheld,
  type AttachmentRef,
  type AttachmentStatus,
} from '#domain';
import type { AttachmentText } from '../case/case-texts.js';

/** An attached file as pages show it. */
export interface FileView {
  readonly id: string;
  readonly name: string;
  /** Where it can be downloaded; `null` while it cannot. */
  readonly href: string | null;
  readonly type: string;
  readonly size: string;
  readonly sha256: string;
  /** How far its checking for viruses has got; `null` where the page does not say. */
  readonly status: string | null;
  readonly statusClasses: string;
  /** Why it cannot be downloaded. */
  readonly why: string | null;
}

const CLASSES: Readonly<Record<AttachmentStatus, string>> = {
  waiting: 'govuk-tag--yellow',
  clean: 'govuk-tag--green',
  infected: 'govuk-tag--red',
  'not-scanned': 'govuk-tag--grey',
  disposed: 'govuk-tag--grey',
};

/** One file. @param status where it is known */
export function fileView(file: AttachmentRef, reference: string, status: AttachmentStatus | null): FileView {
  const why = status === null ? null : whyWithheld(status);
  return {
    id: file.id,
    name: file.name === '' ? 'A file whose name was disposed of' : file.name,
    href: why !== null || file.name === '' ? null : `/cases/${reference}/attachments/${file.id}`,
    type: typeByMediaType(file.mediaType)?.name ?? file.mediaType,
    size: sizeInWords(file.bytes),
    sha256: file.sha256,
    status: status === null ? null : ATTACHMENT_STATUS_NAMES[status],
    statusClasses: status === null ? '' : CLASSES[status],
    why,
  };
}

/** How files are shown that a version or an event names: with how far their checking has got by now. */
export function shownBy(
  files: readonly AttachmentText[],
  reference: string,
): (file: AttachmentRef) => FileView {
  const statuses = new Map(files.map(({ id, status }) => [id, status]));
  return (file) => fileView(file, reference, statuses.get(file.id) ?? null);
}

/** Files of a case as they are now. */
export function fileViews(files: readonly AttachmentText[], reference: string): readonly FileView[] {
  return files.map((file) => fileView(file, reference, file.status));
}
