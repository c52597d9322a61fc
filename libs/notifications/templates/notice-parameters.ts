import { POINT_NUMBERS, RECIPIENTS, isPence, type Pence, type PointNumber, type Recipient } from '#domain';

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
  readonly conditionText: string | null;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  /** Where a condition stands. */
  readonly status: string | null;
  /** The decision replaces an earlier one. */
  readonly replaces: boolean;
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
  if (!isRecord(stored)) throw new TypeError('The parameters of the email are not an object');
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
    conditionText: paragraphs(optional(stored, 'conditionText')),
    dueOn: lineOrNull(optional(stored, 'dueOn')),
    status: lineOrNull(optional(stored, 'status')),
    replaces: stored['replaces'] === true,
    marking: lineOrNull(optional(stored, 'marking')),
    synthetic: stored['synthetic'] === true,
  };
}

function readPoint(stored: unknown): AskedPoint {
  const point = isRecord(stored) ? POINT_NUMBERS.find((number) => number === stored['point']) : undefined;
  if (!isRecord(stored) || point === undefined)
    throw new TypeError('The parameters of the email have a point without a number');
  return { point, question: paragraphs(optional(stored, 'question')) ?? '' };
}

function readCondition(stored: unknown): ToldCondition {
  if (!isRecord(stored) || typeof stored['number'] !== 'number')
    throw new TypeError('The parameters of the email have a condition without a number');
  return {
    number: stored['number'],
    text: line(needed(stored, 'text')),
    ownerName: line(needed(stored, 'ownerName')),
    dueOn: line(needed(stored, 'dueOn')),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function optional(record: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = record[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function needed(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = optional(record, name);
  if (value === null) throw new TypeError(`The parameters of the email lack ${name}`);
  return value;
}

function amount(value: unknown): Pence | null {
  return isPence(value) ? value : null;
}

/** One line: whatever would break it, or hide in it, becomes a space. */
export function line(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function lineOrNull(text: string | null): string | null {
  return text === null ? null : line(text);
}

/** Several lines, without control characters. */
function paragraphs(text: string | null): string | null {
  if (text === null) return null;
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
