import type { PointNumber, Verdict } from '../case/case-content.js';
import type { ExceptionRuling } from './case-facts.js';

/** Something a reviewer said on one version. */
interface SaidOnVersion {
  readonly version: number;
}

/** A submission version as far as this needs it: for each point, a hash of what an assessment of it rests on. */
export interface VersionFootprint {
  readonly number: number;
  readonly pointHashes: Readonly<Record<string, string>>;
}

/** A key of `pointHashes` under which the legacy exception's own content is hashed. */
export function exceptionKey(exceptionId: string): string {
  return `exception:${exceptionId}`;
}

/**
 * Whether what was said on one version still holds on the current one: it was said on it, or nothing it rests on has
 * changed between the two. This service's own rule, so that a reviewer need not assess again what the department did
 * not touch; what was said keeps the number of the version it was said on.
 */
function stillHolds(
  said: SaidOnVersion,
  key: string,
  versions: readonly VersionFootprint[],
  current: number | null,
): boolean {
  if (current === null) return false;
  if (said.version === current) return true;
  const hashIn = (number: number): string | undefined =>
    versions.find((version) => version.number === number)?.pointHashes[key];
  const before = hashIn(said.version);
  return before !== undefined && before === hashIn(current);
}

/**
 * The verdicts that stand on the current version.
 * @param assessments the latest assessment of each point
 */
export function standingVerdicts(
  assessments: readonly (SaidOnVersion & { readonly point: PointNumber; readonly verdict: Verdict })[],
  versions: readonly VersionFootprint[],
  current: number | null,
): ReadonlyMap<PointNumber, Verdict> {
  return new Map(
    assessments
      .filter((assessment) => stillHolds(assessment, String(assessment.point), versions, current))
      .map((assessment) => [assessment.point, assessment.verdict]),
  );
}

/**
 * The rulings on legacy exceptions that stand on the current version.
 * @param rulings the latest ruling on each exception
 */
export function standingRulings(
  rulings: readonly (SaidOnVersion & { readonly exceptionId: string; readonly ruling: ExceptionRuling })[],
  versions: readonly VersionFootprint[],
  current: number | null,
): ReadonlyMap<string, ExceptionRuling> {
  return new Map(
    rulings
      .filter((ruling) => stillHolds(ruling, exceptionKey(ruling.exceptionId), versions, current))
      .map((ruling) => [ruling.exceptionId, ruling.ruling]),
  );
}
