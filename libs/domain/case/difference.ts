import {
  POINT_NUMBERS,
  type CaseContent,
  type CaseDetails,
  type LegacyException,
  type PointEvidence,
  type PointNumber,
} from './case-content.js';
import { evidenceFor, exceptionsNaming } from './point-evidence.js';

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
/** Anything JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** One answer that is not what it was. Lists change as a whole; answers made of parts change part by part. */
export interface FieldChange {
  /** JSON pointer into the later content. */
  readonly pointer: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

export interface PointDifference {
  readonly point: PointNumber;
  readonly changes: readonly FieldChange[];
  /** Whether a legacy exception that named the point, or names it now, was added, removed or changed. */
  readonly legacyExceptionsChanged: boolean;
}

export interface LegacyExceptionDifference {
  readonly id: string;
  /** The system's name in the later content. */
  readonly system: string;
  readonly changes: readonly FieldChange[];
}

/** What changed from one content of a case to a later one. */
export interface ContentDifference {
  readonly details: readonly FieldChange[];
  /** Only the points that changed, in order. */
  readonly points: readonly PointDifference[];
  readonly legacyExceptions: {
    readonly added: readonly LegacyException[];
    readonly removed: readonly LegacyException[];
    readonly changed: readonly LegacyExceptionDifference[];
  };
  /** True when nothing changed; the order of legacy exceptions is nothing. */
  readonly unchanged: boolean;
}

/** What a reviewer's assessment of one point rests on. */
export interface PointFingerprintInput {
  readonly evidence: PointEvidence;
  /** Those that name the point, by id. */
  readonly legacyExceptions: readonly LegacyException[];
  /** What is being bought and for how much; a verdict on one thing is not a verdict on another. */
  readonly request: Pick<
    CaseDetails,
    'category' | 'phase' | 'requestedPence' | 'wholeLifePence' | 'commercialApproach' | 'flags'
  >;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as text that does not depend on the order of keys. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function same(one: unknown, other: unknown): boolean {
  return canonicalText(one) === canonicalText(other);
}

/** An answer that is absent, as in content written before it was asked for, counts as not answered. */
function changesOf(pointer: string, before: unknown, after: unknown): readonly FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => changesOf(`${pointer}/${key}`, before[key] ?? null, after[key] ?? null));
  }
  return same(before, after) ? [] : [{ pointer, before: before as JsonValue, after: after as JsonValue }];
}

function pointDifference(before: CaseContent, after: CaseContent, point: PointNumber): PointDifference {
  const earlier = pointFingerprintInput(before, point);
  const later = pointFingerprintInput(after, point);
  return {
    point,
    changes: changesOf(`/points/${point - 1}`, earlier.evidence, later.evidence),
    legacyExceptionsChanged: !same(earlier.legacyExceptions, later.legacyExceptions),
  };
}

function exceptionDifference(before: CaseContent, after: CaseContent): ContentDifference['legacyExceptions'] {
  const earlier = new Map(before.legacyExceptions.map((exception) => [exception.id, exception]));
  const laterIds = new Set(after.legacyExceptions.map(({ id }) => id));
  return {
    added: after.legacyExceptions.filter(({ id }) => !earlier.has(id)),
    removed: before.legacyExceptions.filter(({ id }) => !laterIds.has(id)),
    changed: after.legacyExceptions.flatMap((exception, index) => {
      const { id, system } = exception;
      const old = earlier.get(id);
      const changes = old === undefined ? [] : changesOf(`/legacyExceptions/${index}`, old, exception);
      return changes.length === 0 ? [] : [{ id, system, changes }];
    }),
  };
}

/**
 * Says what changed between two contents of a case, point by point. The same contents always give the same answer;
 * the order of keys does not matter, nor does that of legacy exceptions, which are told apart by id.
 */
export function differenceBetween(before: CaseContent, after: CaseContent): ContentDifference {
  const details = changesOf('/details', before.details, after.details);
  const points = POINT_NUMBERS.map((point) => pointDifference(before, after, point)).filter(
    ({ changes, legacyExceptionsChanged }) => changes.length > 0 || legacyExceptionsChanged,
  );
  const legacyExceptions = exceptionDifference(before, after);
  const unchanged = [details, points, ...Object.values(legacyExceptions)].every(
    (part: readonly unknown[]) => part.length === 0,
  );
  return { details, points, legacyExceptions, unchanged };
}

/**
 * The part of the content that a reviewer's assessment of a point rests on: its evidence, the legacy exceptions that
 * name it, and the kind and size of the request. While this stays the same (whatever the order of keys), the assessment still stands.
 */
export function pointFingerprintInput(content: CaseContent, point: PointNumber): PointFingerprintInput {
  const { category, phase, requestedPence, wholeLifePence, commercialApproach, flags } = content.details;
  return {
    request: { category, phase, requestedPence, wholeLifePence, commercialApproach, flags },
    evidence: evidenceFor(content, point),
    legacyExceptions: exceptionsNaming(content, point).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  };
}
