import { canonicalHash, exceptionKey, POINT_NUMBERS, pointFingerprintInput, type CaseContent } from '#domain';
import type { PointHashes } from '#persistence';

/** SHA-256 of all that the department says; the order of legacy exceptions does not count. */
export function contentHash(content: CaseContent): string {
  const legacyExceptions = [...content.legacyExceptions].sort((one, other) => (one.id < other.id ? -1 : 1));
  return canonicalHash({ ...content, legacyExceptions });
}

/** Hashes of what an assessment of each point, and a ruling on each legacy exception, rests on. */
export function pointHashes(content: CaseContent): PointHashes {
  const points = POINT_NUMBERS.map((point): [string, string] => [
    String(point),
    canonicalHash(pointFingerprintInput(content, point)),
  ]);
  const exceptions = content.legacyExceptions.map((exception): [string, string] => [
    exceptionKey(exception.id),
    canonicalHash(exception),
  ]);
  return Object.fromEntries([...points, ...exceptions]);
}
