import { createHash } from 'node:crypto';
import { ID_DIGEST } from '../cryptography/algorithms.js';
import type { AttachmentRef, StandingAttachment } from '../attachments/attachment.js';
import type { CaseContent, CaseDetails, PointNumber } from '../case/case-content.js';
import { dateInWords } from '../case/dates.js';
import { differenceBetween, type ContentDifference } from '../case/difference.js';
import type { CaseState } from '../lifecycle/states.js';
import type { Pence } from '../money/pence.js';

/** Ways in which a request starts from an approval: it asks for something else, or for more time. */
export const FOLLOWING_KINDS = ['varies', 'extends'] as const;
export type FollowingKind = (typeof FOLLOWING_KINDS)[number];

/** What people call a request of each kind. */
export const FOLLOWING_NAMES: Readonly<Record<FollowingKind, string>> = {
  varies: 'Variation',
  extends: 'Extension',
};

/** The approved case a request starts from, as the event that made the request has it. */
export interface Followed {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: FollowingKind;
  /** The version of it that was decided, from which everything was carried over. */
  readonly version: number;
}

/** A request that starts from a case, as far as the case has to know. */
export interface Follower {
  readonly reference: string;
  readonly kind: FollowingKind;
  readonly state: CaseState;
}

/** States in which a request has taken the place of the approval it starts from. */
const IN_PLACE: ReadonlySet<CaseState> = new Set<CaseState>([
  'approved',
  'approved-with-conditions',
  'assured-by-department',
]);

/** States in which nothing became, or will become, of a request. */
const CAME_TO_NOTHING: ReadonlySet<CaseState> = new Set<CaseState>([
  'not-approved',
  'withdrawn',
  'closed-below-threshold',
]);

/** The request that is open already; a case has one at a time. This service's own rule. */
export function openFollower(followers: readonly Follower[]): Follower | null {
  return followers.find(({ state }) => !CAME_TO_NOTHING.has(state) && !IN_PLACE.has(state)) ?? null;
}

/** The request that has taken the approval's place: what comes next starts from that. This service's own rule. */
export function successor(followers: readonly Follower[]): Follower | null {
  return followers.find(({ state }) => IN_PLACE.has(state)) ?? null;
}

/**
 * The id a legacy exception, or a file, has in a request that carries it over: another one than in the case it comes from, and the
 * same however often it is worked out, so that the two can be held against each other.
 * @param caseId of the request
 */
export function carriedOverId(caseId: string, id: string): string {
  const hash = createHash(ID_DIGEST).update(`carried-over/${caseId}/${id}`).digest('hex');
  // A UUID of version 8 (RFC 9562), which is for ids of a service's own making.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** A file a request takes over: its own, of bytes that lie where they lay. */
export interface CarriedFile {
  readonly attachmentId: string;
  /** The file the bytes arrived with, under whose id they are kept. */
  readonly storedId: string;
  /** One of these two is there, as the request has it. */
  readonly point: PointNumber | null;
  readonly exceptionId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
}

/** What a request takes over from the approval it starts from. */
export type CarriedOver = Pick<CaseContent, 'points' | 'legacyExceptions'> & {
  /** Absent where there are none. */
  readonly attachments?: readonly CarriedFile[];
};

/**
 * Details with the amount that was approved in place of the one that was asked for. Where the two differ nobody but the
 * department can say how the approved one is divided among the years, so its division is left open, to be asked for.
 */
export function asApproved(asked: CaseDetails, approvedPence: Pence | null): CaseDetails {
  return approvedPence === null || approvedPence === asked.requestedPence
    ? asked
    : { ...asked, requestedPence: approvedPence, yearAmounts: [] };
}

/**
 * What was approved as a request that starts from it has it: everything, for the amount that was approved; files aside,
 * which are told of apart.
 * @param caseId of the request
 * @param files ids, in the request, of the files it was given
 */
export function carriedOver(
  approved: CaseContent,
  caseId: string,
  approvedPence: Pence | null,
  files: ReadonlySet<string> = new Set(),
): CaseContent {
  return {
    details: withoutWhatChanges(asApproved(approved.details, approvedPence)),
    points: approved.points.map((point) => withFiles(point, caseId, files)),
    legacyExceptions: approved.legacyExceptions.map((exception) => ({
      ...withFiles(exception, caseId, files),
      id: carriedOverId(caseId, exception.id),
    })),
  };
}

/** A part with those of its files that were carried over, in the order of files that were attached together. */
function withFiles<Part extends { readonly attachments?: readonly AttachmentRef[] }>(
  part: Part,
  caseId: string,
  files: ReadonlySet<string>,
): Part {
  const kept = { ...part };
  delete (kept as { attachments?: unknown }).attachments;
  const carried = (part.attachments ?? [])
    .map((file) => ({ ...file, id: carriedOverId(caseId, file.id) }))
    .filter(({ id }) => files.has(id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return carried.length === 0 ? kept : { ...kept, attachments: carried };
}

/** A file of an approval that can be carried over: it can be had, and is known where its bytes lie. */
export interface FileToCarry extends Pick<AttachmentRef, 'id'> {
  readonly storedId: string;
}

/**
 * The files of an approval as a request that starts from it has them. Those of conditions answer the approval, and stay
 * with it; so do those that cannot be had.
 * @param standing the files of the approval
 * @param caseId of the request
 */
export function carriedFiles(
  standing: readonly StandingAttachment[],
  toCarry: readonly FileToCarry[],
  caseId: string,
): readonly CarriedFile[] {
  const stored = new Map(toCarry.map(({ id, storedId }) => [id, storedId]));
  return standing.flatMap(({ id, point, exceptionId, name, mediaType, bytes, sha256 }) => {
    const storedId = stored.get(id);
    if (storedId === undefined || (point === null && exceptionId === null)) return [];
    return [
      {
        attachmentId: carriedOverId(caseId, id),
        storedId,
        point,
        exceptionId: exceptionId === null ? null : carriedOverId(caseId, exceptionId),
        name,
        mediaType,
        bytes,
        sha256,
      },
    ];
  });
}

/**
 * What a request changes of the approval it starts from. That it says why is no change of the approval, nor is a file
 * that was never carried over.
 * @param caseId of the request
 * @param files ids of the files it was given, also of those it took out
 */
export function differenceFromApproved(
  approved: CaseContent,
  now: CaseContent,
  caseId: string,
  approvedPence: Pence | null,
  files: ReadonlySet<string> = new Set(),
): ContentDifference {
  return differenceBetween(carriedOver(approved, caseId, approvedPence, files), {
    ...now,
    details: withoutWhatChanges(now.details),
  });
}

/** The approval a request starts from, as far as it decides whether the request is one. */
export interface StartsFrom {
  readonly kind: FollowingKind;
  /** Of the request. */
  readonly caseId: string;
  /** What was decided on. */
  readonly content: CaseContent;
  /** `null` where no amount was approved. */
  readonly approvedPence: Pence | null;
}

function withoutFiles<Part extends { readonly attachments?: unknown }>(part: Part): Part {
  const kept = { ...part };
  delete (kept as { attachments?: unknown }).attachments;
  return kept;
}

/** Something about a request that starts from an approval which is still to be put right: where, and what to do. */
export interface StartFault {
  readonly pointer: string;
  readonly message: string;
}

/**
 * What is still in the way of a request that starts from an approval, its kind aside: an extension ends later, and
 * either kind asks for something else than was approved. How an approved amount is divided among the years is an answer
 * to a question, and a file more is evidence: neither is by itself something else. This service's own rules.
 */
export function startFaults(
  { details, points, legacyExceptions }: CaseContent,
  { kind, caseId, content, approvedPence }: StartsFrom,
): readonly StartFault[] {
  if (kind === 'extends' && !endsLater(details, content.details))
    return [{ pointer: '/details/spendEndsOn', message: askForLaterEnd(content.details) }];
  const approved = asApproved(content.details, approvedPence);
  const isDivision = approved.yearAmounts.length === 0;
  const now: CaseContent = {
    details: isDivision ? { ...details, yearAmounts: [] } : details,
    points: points.map(withoutFiles),
    legacyExceptions: legacyExceptions.map(withoutFiles),
  };
  return differenceFromApproved(content, now, caseId, approvedPence).unchanged
    ? [
        {
          pointer: '/details/whatChanges',
          message:
            'Change what is to differ from what was approved: nothing does yet. Where nothing is to, withdraw this request',
        },
      ]
    : [];
}

function endsLater(now: CaseDetails, approved: CaseDetails): boolean {
  const isLater = (field: 'spendEndsOn' | 'contractEndsOn'): boolean => {
    const [day, before] = [now[field], approved[field]];
    return day !== null && (before === null || day > before);
  };
  return isLater('spendEndsOn') || isLater('contractEndsOn');
}

function askForLaterEnd({ spendEndsOn }: CaseDetails): string {
  const approved = spendEndsOn === null ? 'was approved' : `the approved end, ${dateInWords(spendEndsOn)}`;
  return `Give an end of the spending, or of the contract, later than ${approved}: an extension is for more time`;
}

/** Details without what they change of another approval. */
export function withoutWhatChanges(details: CaseDetails): CaseDetails {
  const said = { ...details };
  delete (said as { whatChanges?: unknown }).whatChanges;
  return said;
}

/** What was approved before and what is asked for now. */
export interface AmountsBetween {
  readonly approvedPence: Pence | null;
  readonly requestedPence: Pence | null;
  /** How much more is asked for than was approved, negative where less; `null` while either is not known. */
  readonly differencePence: number | null;
}

/** How the amount a request asks for compares with the amount of the approval it starts from; both are for all of it. */
export function amountsBetween(approvedPence: Pence | null, requestedPence: Pence | null): AmountsBetween {
  return {
    approvedPence,
    requestedPence,
    differencePence:
      approvedPence === null || requestedPence === null ? null : requestedPence - approvedPence,
  };
}
