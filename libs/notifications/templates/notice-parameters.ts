import {
  DAY_KINDS,
  FOLLOWING_KINDS,
  POINT_NUMBERS,
  RECIPIENTS,
  type DayKind,
  type FollowingKind,
  type Pence,
  type PointNumber,
  type Recipient,
} from '#domain';
import {
  amount,
  count,
  isStored,
  line,
  lineOrNull,
  list,
  needed,
  optional,
  paragraphs,
} from './stored-values.js';

/** A point the reader is asked about. */
export interface AskedPoint {
  readonly point: PointNumber;
  readonly question: string;
}

/** A condition as the reader needs to see it. */
export interface ToldCondition {
  readonly number: number;
  readonly text: string;
  readonly ownerName: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}

/** A turnaround target as the reader needs to see it. */
export interface ToldTarget {
  /** What is to be done, to follow "to": `decide`. */
  readonly name: string;
  /** When its time runs out; `null` where that is not said. */
  readonly dueAt: Date | null;
}

/** A rating as the reader needs to see it; levels by the names people read. */
export interface ToldRating {
  readonly level: string;
  /** The level the answers make; `null` where they make none. */
  readonly computed: string | null;
  readonly overridden: boolean;
}

/** A case of another department the reader is put in touch about. */
export interface ToldOtherCase {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly contactName: string;
  readonly contactEmail: string;
}

/** What templates write from: the event as it stood when the email was queued. */
export interface NoticeParameters {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  /** Name of the state the case is in, as people read it. */
  readonly state: string;
  /** The part the reader plays in the case, which decides the wording. */
  readonly recipientPart: Recipient;
  readonly reason: string | null;
  /** Name of the role in which somebody acted. */
  readonly actorRole: string | null;
  readonly points: readonly AskedPoint[];
  readonly outcome: string | null;
  readonly approvedPence: Pence | null;
  readonly requestedPence: Pence | null;
  readonly conditions: readonly ToldCondition[];
  /** What the department promised and is followed like a condition; days `YYYY-MM-DD`. */
  readonly promises: readonly { readonly text: string; readonly dueOn: string }[];
  /** What was spent so far, and whether these are the final amounts. */
  readonly spentPence: Pence | null;
  readonly final: boolean;
  /** Day an approval, or a period of spending, ends; `YYYY-MM-DD`. */
  readonly endsOn: string | null;
  /** The case that starts from it. */
  readonly following: { readonly reference: string; readonly kind: FollowingKind } | null;
  readonly conditionText: string | null;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  /** Where a condition stands. */
  readonly status: string | null;
  /** The decision replaces an earlier one. */
  readonly replaces: boolean;
  /** The turnaround target it is about. */
  readonly target: ToldTarget | null;
  /** When GDS Assurance aims to do what. */
  readonly targets: readonly ToldTarget[];
  /** Whose targets they are, as a sentence. */
  readonly targetsSource: string | null;
  /** Days by which the time was extended. */
  readonly days: number | null;
  readonly dayKind: DayKind | null;
  readonly rating: ToldRating | null;
  readonly reviewerName: string | null;
  /** Name of an attached file. */
  readonly fileName: string | null;
  /** What the scanner calls what it found in it. */
  readonly signature: string | null;
  /** It is about a request for advice. */
  readonly advice: boolean;
  /** The question is marked: the email says that there is something to read, and nothing of it. */
  readonly withheld: boolean;
  /** The question was sent on as soon as it was asked. */
  readonly sentOn: boolean;
  /** What was said in its thread, and what it is about. */
  readonly message: string | null;
  readonly subject: string | null;
  /** The other department's case, where two are put in touch. */
  readonly other: ToldOtherCase | null;
  /** Which reminder of the same return it is, from 1. */
  readonly reminder: number | null;
  /** Working days since the case was returned. */
  readonly workingDays: number | null;
  /** Protective marking of the case. */
  readonly marking: string | null;
  /** The decision is demonstration data. */
  readonly synthetic: boolean;
}

/**
 * Reads the parameters of a queued email.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function readNoticeParameters(stored: unknown): NoticeParameters {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const part = stored['recipientPart'];
  const recipientPart = RECIPIENTS.find((known) => known === part);
  if (recipientPart === undefined) throw new TypeError('The parameters of the email lack recipientPart');
  return {
    reference: line(needed(stored, 'reference')),
    title: line(needed(stored, 'title')),
    organisation: line(needed(stored, 'organisation')),
    state: line(needed(stored, 'state')),
    recipientPart,
    reason: paragraphs(optional(stored, 'reason')),
    actorRole: lineOrNull(optional(stored, 'actorRole')),
    points: list(stored['points']).map(readPoint),
    outcome: lineOrNull(optional(stored, 'outcome')),
    approvedPence: amount(stored['approvedPence']),
    requestedPence: amount(stored['requestedPence']),
    conditions: list(stored['conditions']).map(readCondition),
    promises: list(stored['promises']).flatMap(readPromise),
    spentPence: amount(stored['spentPence']),
    final: stored['final'] === true,
    endsOn: lineOrNull(optional(stored, 'endsOn')),
    following: readFollowing(stored['following']),
    conditionText: paragraphs(optional(stored, 'conditionText')),
    dueOn: lineOrNull(optional(stored, 'dueOn')),
    status: lineOrNull(optional(stored, 'status')),
    replaces: stored['replaces'] === true,
    target: readTarget(stored['target']),
    targets: list(stored['targets']).flatMap((target) => readTarget(target) ?? []),
    targetsSource: lineOrNull(optional(stored, 'targetsSource')),
    days: count(stored['days']),
    dayKind: DAY_KINDS.find((kind) => kind === stored['dayKind']) ?? null,
    rating: readRating(stored['rating']),
    reviewerName: lineOrNull(optional(stored, 'reviewerName')),
    fileName: lineOrNull(optional(stored, 'fileName')),
    signature: lineOrNull(optional(stored, 'signature')),
    advice: stored['advice'] === true,
    withheld: stored['withheld'] === true,
    sentOn: stored['sentOn'] === true,
    message: paragraphs(optional(stored, 'message')),
    subject: lineOrNull(optional(stored, 'subject')),
    other: readOther(stored['other']),
    reminder: count(stored['reminder']),
    workingDays: count(stored['workingDays']),
    marking: lineOrNull(optional(stored, 'marking')),
    synthetic: stored['synthetic'] === true,
  };
}

function readPoint(stored: unknown): AskedPoint {
  const point = isStored(stored) ? POINT_NUMBERS.find((number) => number === stored['point']) : undefined;
  if (!isStored(stored) || point === undefined)
    throw new TypeError('The parameters of the email have a point without a number');
  return { point, question: paragraphs(optional(stored, 'question')) ?? '' };
}

function readCondition(stored: unknown): ToldCondition {
  if (!isStored(stored) || typeof stored['number'] !== 'number')
    throw new TypeError('The parameters of the email have a condition without a number');
  return {
    number: stored['number'],
    text: line(needed(stored, 'text')),
    ownerName: line(needed(stored, 'ownerName')),
    dueOn: line(needed(stored, 'dueOn')),
  };
}

function readPromise(stored: unknown): NoticeParameters['promises'] {
  return isStored(stored)
    ? [{ text: line(needed(stored, 'text')), dueOn: line(needed(stored, 'dueOn')) }]
    : [];
}

function readFollowing(stored: unknown): NoticeParameters['following'] {
  if (!isStored(stored)) return null;
  const kind = FOLLOWING_KINDS.find((known) => known === stored['kind']) ?? 'varies';
  return { reference: line(needed(stored, 'reference')), kind };
}

function readTarget(stored: unknown): ToldTarget | null {
  if (!isStored(stored)) return null;
  const due = optional(stored, 'dueAt');
  const dueAt = due === null ? null : new Date(due);
  if (Number.isNaN(dueAt?.getTime()))
    throw new TypeError('The parameters of the email have a target whose dueAt is no instant');
  return { name: line(needed(stored, 'name')), dueAt };
}

function readOther(stored: unknown): ToldOtherCase | null {
  if (!isStored(stored)) return null;
  return {
    reference: line(needed(stored, 'reference')),
    title: line(needed(stored, 'title')),
    organisation: line(needed(stored, 'organisation')),
    contactName: line(needed(stored, 'contactName')),
    contactEmail: line(needed(stored, 'contactEmail')),
  };
}

function readRating(stored: unknown): ToldRating | null {
  if (!isStored(stored)) return null;
  return {
    level: line(needed(stored, 'level')),
    computed: lineOrNull(optional(stored, 'computed')),
    overridden: stored['overridden'] === true,
  };
}
