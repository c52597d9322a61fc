import { createHash } from 'node:crypto';
import type { CaseContent, CaseDetails } from '../case/case-content.js';
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
 * The id a legacy exception has in a request that carries it over: another one than in the case it comes from, and the
 * same however often it is worked out, so that the two can be held against each other.
 * @param caseId of the request
 */
export function carriedOverId(caseId: string, exceptionId: string): string {
  const hash = createHash('sha256').update(`carried-over/${caseId}/${exceptionId}`).digest('hex');
  // A UUID of version 8 (RFC 9562), which is for ids of a service's own making.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What a request takes over from the approval it starts from. */
export type CarriedOver = Pick<CaseContent, 'points' | 'legacyExceptions'>;

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
 * What was approved as a request that starts from it has it: everything but the files, which stay with the case they
 * were attached to, for the amount that was approved.
 * @param caseId of the request
 */
export function carriedOver(approved: CaseContent, caseId: string, approvedPence: Pence | null): CaseContent {
  return {
    details: withoutWhatChanges(asApproved(approved.details, approvedPence)),
    points: approved.points.map(withoutFiles),
    legacyExceptions: approved.legacyExceptions.map((exception) => ({
      ...withoutFiles(exception),
      id: carriedOverId(caseId, exception.id),
    })),
  };
}

function withoutFiles<Part extends { readonly attachments?: unknown }>(part: Part): Part {
  const kept = { ...part };
  delete (kept as { attachments?: unknown }).attachments;
  return kept;
}

/**
 * What a request changes of the approval it starts from. That it says why is no change of the approval.
 * @param caseId of the request
 */
export function differenceFromApproved(
  approved: CaseContent,
  now: CaseContent,
  caseId: string,
  approvedPence: Pence | null,
): ContentDifference {
  return differenceBetween(carriedOver(approved, caseId, approvedPence), {
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
  const than = spendEndsOn === null ? 'was approved' : `the ${spendEndsOn} that was approved`;
  return `Give a later end of the spending, or of the contract, than ${than}: an extension is for more time`;
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
