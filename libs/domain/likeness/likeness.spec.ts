import fc from 'fast-check';
import {
  ALIKE_ENOUGH,
  LIKENESS_WEIGHTS,
  likenessOf,
  type Compared,
  type MeasuredLikeness,
} from './likeness.js';

const BARE: Compared = { category: null, spendStartsOn: null, spendEndsOn: null };
const NOTHING: MeasuredLikeness = { title: 0, words: 0, sharedWords: [], suppliers: [] };
const ALL: MeasuredLikeness = {
  title: 1,
  words: 1,
  sharedWords: ['a', 'b', 'c', 'd', 'e', 'f'],
  suppliers: ['Example Ltd'],
};

describe('how alike two cases look', () => {
  it('is nothing where they have nothing in common, and all where they have everything', () => {
    expect(likenessOf(BARE, BARE, NOTHING)).toEqual({ score: 0, reasons: [] });
    const same: Compared = { category: 'digital-service', spendStartsOn: '2027-04-01', spendEndsOn: null };
    expect(likenessOf(same, same, ALL)).toEqual({
      score: 1,
      reasons: [
        'Their titles are 100% alike',
        'Both use words few others use: a, b, c, d, e',
        'Both name the same supplier: Example Ltd',
        'Both are in the category “Digital service”',
        'Their spending is expected at the same time',
      ],
    });
  });

  it('never comes of supplier, category and time alone', () => {
    const { suppliers, category, time } = LIKENESS_WEIGHTS;
    expect(suppliers + category + time).toBeLessThan(ALIKE_ENOUGH);
    expect(Object.values(LIKENESS_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('says all that adds to the score, so that no suggestion is without what carried it', () => {
    expect(likenessOf(BARE, BARE, { ...ALL, title: 0.3, words: 0.1, suppliers: ['A Ltd', 'B plc'] })).toEqual(
      {
        score: 0.28,
        reasons: [
          'Their titles are 30% alike',
          'Both use words few others use: a, b, c, d, e',
          'Both name the same suppliers: A Ltd, B plc',
        ],
      },
    );
    expect(likenessOf(BARE, BARE, { ...NOTHING, words: 0.6 })).toEqual({
      score: 0.24,
      reasons: ['Their titles and descriptions use some of the same words'],
    });
    expect(likenessOf(BARE, BARE, { ...ALL, title: 0.01, words: 0.01, suppliers: [] }).reasons).toEqual([]);
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, (title, words) => {
        const same: Compared = {
          category: 'digital-service',
          spendStartsOn: '2027-04-01',
          spendEndsOn: null,
        };
        const { score, reasons } = likenessOf(same, same, { ...ALL, title, words });
        if (score >= ALIKE_ENOUGH)
          expect(reasons.some((reason) => /^Their titles|words/.test(reason))).toBe(true);
      }),
    );
  });

  it('tells two categories apart', () => {
    const other: Compared = { ...BARE, category: 'specialist-technology' };
    expect(likenessOf({ ...BARE, category: 'digital-service' }, other, NOTHING).score).toBe(0);
  });

  it.each([
    ['2027-04-01', '2027-06-30', '2027-06-30', null, true],
    ['2027-04-01', '2027-06-30', '2027-07-01', null, false],
    ['2027-04-01', null, '2028-04-01', null, true],
    ['2027-04-01', null, '2028-04-02', null, false],
    ['2028-04-02', null, '2027-04-01', null, false],
    ['2027-04-01', null, null, null, false],
  ])('takes spending from %s to %s and from %s to %s for the same time: %s', (from, to, start, end, same) => {
    const one: Compared = { ...BARE, spendStartsOn: from, spendEndsOn: to };
    const other: Compared = { ...BARE, spendStartsOn: start, spendEndsOn: end };
    expect(likenessOf(one, other, NOTHING).reasons).toHaveLength(same ? 1 : 0);
  });
});
