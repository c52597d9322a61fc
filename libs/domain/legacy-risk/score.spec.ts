import fc from 'fast-check';
import type { LegacyScores } from '../case/case-content.js';
import { IMPACT_CODES, IMPACT_CRITERIA, LIKELIHOOD_CODES, LIKELIHOOD_CRITERIA } from './criteria.js';
import { isImpactScore, isLikelihoodScore, scoreLegacyRisk, type LegacyRisk } from './score.js';

type Likelihood = LegacyScores['likelihood'];
type Impact = LegacyScores['impact'];

function scoresOf(likelihood: readonly (number | null)[], impact: readonly (number | null)[]): LegacyScores {
  return {
    likelihood: Object.fromEntries(LIKELIHOOD_CODES.map((code, i) => [code, likelihood[i]])) as Likelihood,
    impact: Object.fromEntries(IMPACT_CODES.map((code, i) => [code, impact[i]])) as Impact,
  };
}

function scored(likelihood: readonly number[], impact: readonly number[]): LegacyRisk & { complete: true } {
  const risk = scoreLegacyRisk(scoresOf(likelihood, impact));
  if (!risk.complete) throw new Error(`missing ${risk.missing.join()}`);
  return risk;
}

const all = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('scoreLegacyRisk', () => {
  it('works the example of the guidance', () => {
    const risk = scored([5, 5, 5, 5, 6, 6, 6], [5, 5, 2, 5, 5, 4]);
    expect(risk.likelihoodTotal).toBeCloseTo(5.71, 2);
    expect(risk.impactTotal).toBeCloseTo(4.67, 2);
    expect(risk.overallRounded).toBe(26.67);
    expect(risk).toMatchObject({ isLegacy: true, isRedRated: true, zone: 'red' });
  });

  it('runs from 1 to 30', () => {
    expect(scored(all(7, 1), all(6, 1))).toMatchObject({
      overall: 1,
      isLegacy: false,
      isRedRated: false,
      zone: 'low',
    });
    expect(scored(all(7, 6), all(6, 5))).toMatchObject({ overall: 30, zone: 'red' });
  });

  it('calls a system legacy for one likelihood of 3, and not for seven of 2', () => {
    expect(scored([1, 1, 1, 3, 1, 1, 1], all(6, 1)).isLegacy).toBe(true);
    expect(scored(all(7, 2), all(6, 5)).isLegacy).toBe(false);
  });

  it.each([
    [2, 2, 'medium', false],
    [2, 4, 'high', false],
    [4, 4, 'red', true],
  ])('puts %p times %p, exactly on a boundary, in zone %s', (likelihood, impact, zone, isRedRated) => {
    expect(scored(all(7, likelihood), all(6, impact))).toMatchObject({ zone, isRedRated });
  });

  it('is red-rated at exactly 16, although both totals are endless fractions', () => {
    // 48/14 × 56/12
    expect(scored([4, 4, 4, 2, 2, 2, 2], [5, 5, 4, 4, 4, 4])).toMatchObject({
      overall: 16,
      isRedRated: true,
    });
  });

  it('does not let rounding lift a score over the line', () => {
    // 79/14 × 34/12, the nearest to 16 from below
    expect(scored([6, 6, 5, 5, 5, 5, 5], [3, 3, 3, 3, 2, 2])).toMatchObject({
      overallRounded: 15.99,
      isRedRated: false,
      zone: 'high',
    });
  });

  it('names what is not scored, or not scored with a level there is, in order', () => {
    expect(scoreLegacyRisk(scoresOf([1, null, 7, 1, 1, 1, 0], [1, 6, 1, 1, 1.5, null]))).toEqual({
      complete: false,
      missing: ['L2', 'L3', 'L7', 'C2', 'C5', 'C6'],
    });
  });

  it('agrees with the formula as the guidance puts it', () => {
    const side = (n: number, max: number) =>
      fc.array(fc.integer({ min: 1, max }), { minLength: n, maxLength: n });
    const total = (scores: number[]) =>
      (scores.reduce((a, b) => a + b) / scores.length + Math.max(...scores)) / 2;
    fc.assert(
      fc.property(side(7, 6), side(6, 5), (likelihood, impact) => {
        const risk = scored(likelihood, impact);
        expect(risk.likelihoodTotal).toBeCloseTo(total(likelihood), 9);
        expect(risk.impactTotal).toBeCloseTo(total(impact), 9);
        expect(risk.overall).toBeCloseTo(total(likelihood) * total(impact), 9);
        expect(risk.zone === 'red').toBe(risk.isRedRated);
      }),
    );
  });
});

describe('score ranges', () => {
  it.each([
    [0, false, false],
    [1, true, true],
    [5, true, true],
    [6, true, false],
    [7, false, false],
    [2.5, false, false],
    [null, false, false],
    ['3', false, false],
  ])('%p', (value, likelihood, impact) => {
    expect(isLikelihoodScore(value)).toBe(likelihood);
    expect(isImpactScore(value)).toBe(impact);
  });
});

describe('criteria', () => {
  it('has a level for each score, the worst first', () => {
    expect(LIKELIHOOD_CRITERIA.map(({ code }) => code)).toEqual([...LIKELIHOOD_CODES]);
    expect(IMPACT_CRITERIA.map(({ code }) => code)).toEqual([...IMPACT_CODES]);
    for (const { levels } of LIKELIHOOD_CRITERIA)
      expect(levels.map(({ score }) => score)).toEqual([6, 5, 4, 3, 2, 1]);
    for (const { levels } of IMPACT_CRITERIA)
      expect(levels.map(({ score }) => score)).toEqual([5, 4, 3, 2, 1]);
  });
});
