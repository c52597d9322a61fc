import type { CaseContent, PointNumber } from '../case/case-content.js';

/** A file somebody attached, as a version names it: by its id, its name, and the checksum of its bytes. */
export interface AttachmentRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, hex; empty where it was disposed of. */
  readonly sha256: string;
}

/** What a file can be attached to: exactly one of the four is there. */
export interface AttachedTo {
  readonly point: PointNumber | null;
  readonly exceptionId: string | null;
  readonly conditionId: string | null;
  /** A message of a request for advice. */
  readonly messageId: string | null;
}

/** A file that has not been taken out again, with where it belongs. */
export interface StandingAttachment extends AttachmentRef, AttachedTo {
  /** The evidence it was handed in with; `null` for all others, and until the evidence of its condition is given. */
  readonly evidenceId: string | null;
}

/**
 * Whether a file may be had: `waiting` until the scanner has looked at it; `clean`; `infected`, and its bytes are gone;
 * `not-scanned` where no scanner is configured; `disposed` with its case.
 */
export const ATTACHMENT_STATUSES = ['waiting', 'clean', 'infected', 'not-scanned', 'disposed'] as const;
export type AttachmentStatus = (typeof ATTACHMENT_STATUSES)[number];

/** What people read for each. */
export const ATTACHMENT_STATUS_NAMES: Readonly<Record<AttachmentStatus, string>> = {
  waiting: 'Being checked for viruses',
  clean: 'Checked for viruses',
  infected: 'Virus found',
  'not-scanned': 'Not checked for viruses',
  disposed: 'Disposed of',
};

/** Why a file cannot be had; `null` where it can. */
export function whyWithheld(status: AttachmentStatus): string | null {
  switch (status) {
    case 'clean':
    case 'not-scanned':
      return null;
    case 'waiting':
      return 'This file is still being checked for viruses. It can be downloaded once it is found clean: try again in a few minutes';
    case 'infected':
      return 'A virus was found in this file, so it was destroyed. Its name and checksum are kept; its content is gone';
    case 'disposed':
      return 'This file was disposed of with the text of its case';
  }
}

/** Bounds of attachments; set for each installation. */
export interface AttachmentLimits {
  /** Largest file, in bytes. */
  readonly fileBytes: number;
  /** Most files of one part: a point, a legacy exception, one giving of evidence, or a message. */
  readonly perPart: number;
  /** Most files of one case. */
  readonly perCase: number;
  /** Most bytes of all files of one case together. */
  readonly caseBytes: number;
}

/** Whether two files are attached to the same part. */
function isSamePart(one: AttachedTo, other: AttachedTo): boolean {
  return (
    one.point === other.point &&
    one.exceptionId === other.exceptionId &&
    one.conditionId === other.conditionId &&
    one.messageId === other.messageId
  );
}

/**
 * Why one more file cannot be attached; `null` where it can.
 * @param standing the files of the case that have not been taken out
 */
export function overLimit(
  standing: readonly StandingAttachment[],
  to: AttachedTo,
  bytes: number,
  limits: AttachmentLimits,
): string | null {
  const beside = standing.filter((one) => isSamePart(one, to) && one.evidenceId === null);
  if (beside.length >= limits.perPart)
    return `No more than ${limits.perPart} files can be attached here: remove one first`;
  if (standing.length >= limits.perCase)
    return `No more than ${limits.perCase} files can be attached to one case: remove one first`;
  const together = standing.reduce((sum, one) => sum + one.bytes, bytes);
  return together > limits.caseBytes
    ? `The files of one case can be ${sizeInWords(limits.caseBytes)} together: remove one, or attach a smaller file`
    : null;
}

/** A size as people read it: `870 bytes`, `12 KB`, `1.4 MB`. A kilobyte is 1,024 bytes, as file managers count. */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of UNITS) {
    const many = bytes / size;
    if (many >= 1) return `${many >= 10 ? Math.round(many) : Math.round(many * 10) / 10} ${unit}`;
  }
  return `${bytes} bytes`;
}

const UNITS = [
  ['GB', 1_024 ** 3],
  ['MB', 1_024 ** 2],
  ['KB', 1_024],
] as const;

function refOf({ id, name, mediaType, bytes, sha256 }: AttachmentRef): AttachmentRef {
  return { id, name, mediaType, bytes, sha256 };
}

/** A part with the files attached to it; unchanged where there are none, so that what was hashed without stays so. */
function having<Part extends object>(part: Part, attached: readonly AttachmentRef[]): Part {
  return attached.length === 0 ? part : { ...part, attachments: attached.map(refOf) };
}

/**
 * What a department says with the files it attached, in the order given. Files of conditions are not part of it: they
 * answer a decision.
 */
export function withAttachments(
  content: CaseContent,
  attachments: readonly StandingAttachment[],
): CaseContent {
  if (attachments.length === 0) return content;
  return {
    ...content,
    points: content.points.map((evidence) =>
      having(
        evidence,
        attachments.filter(({ point }) => point === evidence.point),
      ),
    ),
    legacyExceptions: content.legacyExceptions.map((exception) =>
      having(
        exception,
        attachments.filter(({ exceptionId }) => exceptionId === exception.id),
      ),
    ),
  };
}
