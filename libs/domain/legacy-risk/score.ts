import type { LegacyScores } from '../case/case-content.js';
import { IMPACT_CODES, LIKELIHOOD_CODES, type ImpactCode, type LikelihoodCode } from './criteria.js';

/** A likelihood score from which a system counts as legacy, on any one criterion (the framework's rule). */
export const LEGACY_FROM_LIKELIHOOD = 3;

/** The overall score from which a system is red-rated (the framework's rule). */
export const RED_RATED_FROM = 16;

/** Where the zones of the framework's matrix begin, by overall score. */
export const ZONE_STARTS = { medium: 4, high: 8, red: RED_RATED_FROM } as const;

/** Zone of the framework's matrix. */
export const RISK_ZONES = ['low', 'medium', 'high', 'red'] as const;
export type RiskZone = (typeof RISK_ZONES)[number];

/** What the scores come to. Totals and overall are exact but for the last binary digit; show them rounded. */
export type LegacyRisk =
  | {
      readonly complete: true;
      /** (mean + greatest) / 2 of the seven likelihood scores: 1 to 6. */
      readonly likelihoodTotal: number;
      /** (mean + greatest) / 2 of the six impact scores: 1 to 5. */
      readonly impactTotal: number;
      /** Likelihood total × impact total, multiplied before any rounding: 1 to 30. */
      readonly overall: number;
      /** The overall score to two decimal places. */
      readonly overallRounded: number;
      readonly isLegacy: boolean;
      readonly isRedRated: boolean;
      readonly zone: RiskZone;
    }
  | { readonly complete: false; readonly missing: readonly (LikelihoodCode | ImpactCode)[] };

/** Whether a value is a level of a likelihood criterion, 1 to 6. */
export function isLikelihoodScore(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 6;
}

/** Whether a value is a level of an impact criterion, 1 to 5. */
export function isImpactScore(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5;
}

/** The total of one side times `2 × how many scores there are`: a whole number, so comparisons stay exact. */
function wholeTotal(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) + scores.length * Math.max(...scores);
}

function zoneOf(isAtLeast: (overall: number) => boolean): RiskZone {
  if (isAtLeast(ZONE_STARTS.red)) return 'red';
  if (isAtLeast(ZONE_STARTS.high)) return 'high';
  return isAtLeast(ZONE_STARTS.medium) ? 'medium' : 'low';
}

/**
 * Scores a system by the Legacy IT Risk Assessment Framework. Scores not given, or not a level of their criterion, are
 * named as missing, in the framework's order.
 *
 * Source of formulas and thresholds: GOV.UK guidance on the framework, 13 March 2025, Open Government Licence v3.0.
 */
export function scoreLegacyRisk(scores: LegacyScores): LegacyRisk {
  const missing = [
    ...LIKELIHOOD_CODES.filter((code) => !isLikelihoodScore(scores.likelihood[code])),
    ...IMPACT_CODES.filter((code) => !isImpactScore(scores.impact[code])),
  ];
  if (missing.length > 0) return { complete: false, missing };

  const likelihood = LIKELIHOOD_CODES.map((code) => Number(scores.likelihood[code]));
  const impact = IMPACT_CODES.map((code) => Number(scores.impact[code]));
  const likelihoodDivisor = 2 * likelihood.length;
  const impactDivisor = 2 * impact.length;
  const product = wholeTotal(likelihood) * wholeTotal(impact);
  const divisor = likelihoodDivisor * impactDivisor;
  const isAtLeast = (overall: number): boolean => product >= overall * divisor;
  return {
    complete: true,
    likelihoodTotal: wholeTotal(likelihood) / likelihoodDivisor,
    impactTotal: wholeTotal(impact) / impactDivisor,
    overall: product / divisor,
    overallRounded: Math.round((product * 100) / divisor) / 100,
    isLegacy: likelihood.some((score) => score >= LEGACY_FROM_LIKELIHOOD),
    isRedRated: isAtLeast(RED_RATED_FROM),
    zone: zoneOf(isAtLeast),
  };
}
