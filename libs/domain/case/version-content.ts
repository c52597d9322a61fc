import { CONTENT_HASH, type ContentHash } from '../cryptography/algorithms.js';
import { canonicalHash } from '../decision-log/canonical.js';
import { exceptionKey } from '../lifecycle/standing.js';
import { POINT_NUMBERS, type CaseContent } from './case-content.js';
import { pointFingerprintInput } from './difference.js';

/** What assessments and rulings rest on, frozen with each version: hashes by point number and by `exceptionKey`. */
export type PointHashes = Readonly<Record<string, string>>;

/** Hash of all that the department says; the order of legacy exceptions does not count. */
export function contentHash(content: CaseContent, by: ContentHash = CONTENT_HASH): string {
  const legacyExceptions = [...content.legacyExceptions].sort((one, other) => (one.id < other.id ? -1 : 1));
  return canonicalHash({ ...content, legacyExceptions }, by);
}

/** Hashes of what an assessment of each point, and a ruling on each legacy exception, rests on. */
export function pointHashes(content: CaseContent, by: ContentHash = CONTENT_HASH): PointHashes {
  const points = POINT_NUMBERS.map((point): [string, string] => [
    String(point),
    canonicalHash(pointFingerprintInput(content, point), by),
  ]);
  const exceptions = content.legacyExceptions.map((exception): [string, string] => [
    exceptionKey(exception.id),
    canonicalHash(exception, by),
  ]);
  return Object.fromEntries([...points, ...exceptions]);
}
