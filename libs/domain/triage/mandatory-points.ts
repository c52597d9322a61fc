import { POINT_NUMBERS, type CaseFlags, type PointNumber } from '../case/case-content.js';
import type { Regime } from './regime.js';

/**
 * Whether approving with a point not met needs something to make it good. No public list says which points are
 * mandatory: each regime's file carries a reading and says whose it is.
 */
export const MANDATORY_RULES = ['always', 'when-building-a-service', 'no'] as const;
export type MandatoryRule = (typeof MANDATORY_RULES)[number];

/** The points that are mandatory for a case under its regime, in order. */
export function mandatoryPoints(
  regime: Pick<Regime, 'mandatoryPoints'>,
  flags: Pick<CaseFlags, 'buildsService'>,
): PointNumber[] {
  return POINT_NUMBERS.filter((number) => {
    const rule = regime.mandatoryPoints.points[number];
    return rule === 'always' || (rule === 'when-building-a-service' && flags.buildsService === true);
  });
}
