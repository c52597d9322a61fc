import { UNANSWERED_FLAGS } from '../case/case-content.js';
import { pence } from '../money/pence.js';
import type { Condition } from './condition.js';
import { holds, unansweredOf, type TriageFacts } from './evaluate.js';

const NOTHING_SAID: TriageFacts = {
  category: null,
  flags: UNANSWERED_FLAGS,
  requestedPence: null,
  wholeLifePence: null,
  rating: null,
  earnedAutonomy: [],
};

function facts(given: Partial<TriageFacts>): TriageFacts {
  return { ...NOTHING_SAID, ...given };
}

/** A condition that holds, does not, or is not known, of {@link ONE_OF_EACH}. */
const ONE_OF_EACH = facts({ flags: { ...UNANSWERED_FLAGS, publicFacing: true, cryptKey: false } });
const PARTS: Readonly<Record<'yes' | 'no' | 'open', Condition>> = {
  yes: { kind: 'flag', flag: 'publicFacing' },
  no: { kind: 'flag', flag: 'cryptKey' },
  open: { kind: 'flag', flag: 'breach' },
};
type Word = keyof typeof PARTS;
const VALUES: Readonly<Record<Word, boolean | null>> = { yes: true, no: false, open: null };

describe('a single condition', () => {
  const over: Condition = { kind: 'over', measure: 'requested', pence: pence(100) };
  const wholeLife: Condition = { kind: 'over', measure: 'whole-life', pence: pence(100) };
  const high: Condition = { kind: 'rating', levels: ['high', 'medium'] };
  const service: Condition = { kind: 'category', categories: ['digital-service', 'resourcing-contract'] };
  const autonomy: Condition = { kind: 'earned-autonomy' };

  it.each<[string, Condition, Partial<TriageFacts>, boolean | null]>([
    ['always', { kind: 'always' }, {}, true],
    ['a flag answered yes', PARTS.yes, { flags: ONE_OF_EACH.flags }, true],
    ['a flag answered no', PARTS.no, { flags: ONE_OF_EACH.flags }, false],
    ['a flag not answered', PARTS.open, {}, null],
    ['one of the categories', service, { category: 'resourcing-contract' }, true],
    ['another category', service, { category: 'specialist-technology' }, false],
    ['no category', service, {}, null],
    ['a penny over', over, { requestedPence: pence(101) }, true],
    ['exactly the amount', over, { requestedPence: pence(100) }, false],
    ['a penny under', over, { requestedPence: pence(99) }, false],
    ['no amount, though the other is there', over, { wholeLifePence: pence(500) }, null],
    ['a penny over, whole life', wholeLife, { wholeLifePence: pence(101) }, true],
    ['no whole-life cost, though the other is there', wholeLife, { requestedPence: pence(500) }, null],
    ['one of the levels', high, { rating: 'medium' }, true],
    ['another level', high, { rating: 'low' }, false],
    ['no rating', high, {}, null],
    ['autonomy for the level', autonomy, { rating: 'low', earnedAutonomy: ['low'] }, true],
    ['autonomy for another level', autonomy, { rating: 'high', earnedAutonomy: ['low'] }, false],
    ['autonomy, but no rating', autonomy, { earnedAutonomy: ['low'] }, null],
    ['no autonomy, and no rating', autonomy, {}, false],
  ])('%s', (_what, condition, given, answer) => {
    expect(holds(condition, facts(given))).toBe(answer);
    expect(unansweredOf(condition, facts(given)).length).toBe(answer === null ? 1 : 0);
  });
});

describe('“all” and “any” of three-valued parts', () => {
  it.each<[Word, Word, boolean | null, boolean | null]>([
    // one, other, all, any
    ['yes', 'yes', true, true],
    ['yes', 'no', false, true],
    ['yes', 'open', null, true],
    ['no', 'yes', false, true],
    ['no', 'no', false, false],
    ['no', 'open', false, null],
    ['open', 'yes', null, true],
    ['open', 'no', false, null],
    ['open', 'open', null, null],
  ])('%s and %s', (one, other, all, any) => {
    const of = [PARTS[one], PARTS[other]];
    expect(of.map((part) => holds(part, ONE_OF_EACH))).toEqual([VALUES[one], VALUES[other]]);
    expect(holds({ kind: 'all', of }, ONE_OF_EACH)).toBe(all);
    expect(holds({ kind: 'any', of }, ONE_OF_EACH)).toBe(any);
  });

  it('nest', () => {
    const inner: Condition = { kind: 'any', of: [PARTS.no, PARTS.open] };
    expect(holds({ kind: 'all', of: [PARTS.yes, inner] }, ONE_OF_EACH)).toBeNull();
    expect(holds({ kind: 'all', of: [PARTS.no, inner] }, ONE_OF_EACH)).toBe(false);
    expect(holds({ kind: 'any', of: [PARTS.yes, inner] }, ONE_OF_EACH)).toBe(true);
  });
});

describe('what has to be answered', () => {
  const open: readonly Condition[] = [
    { kind: 'always' },
    PARTS.open,
    { kind: 'category', categories: ['digital-service'] },
    { kind: 'over', measure: 'requested', pence: pence(1) },
    { kind: 'over', measure: 'whole-life', pence: pence(1) },
    { kind: 'rating', levels: ['high'] },
    { kind: 'earned-autonomy' },
  ];

  it('is asked for once each, where it is answered', () => {
    const asked = unansweredOf(
      { kind: 'all', of: [...open, PARTS.open] },
      facts({ earnedAutonomy: ['low'] }),
    );
    expect(asked).toEqual([
      {
        pointer: '/details/flags/breach',
        message: 'Say whether the spending breaches the spend control or conditions of an approval',
      },
      { pointer: '/details/category', message: 'Say what kind of spending it is' },
      { pointer: '/details/requestedPence', message: 'Give the amount requested' },
      { pointer: '/details/wholeLifePence', message: 'Give the whole-life cost' },
      { pointer: '/details/ratingAnswers', message: 'Answer the questions of the rating' },
    ]);
  });

  it('is not asked for where the rest settles it', () => {
    expect(unansweredOf({ kind: 'all', of: [PARTS.no, ...open] }, ONE_OF_EACH)).toEqual([]);
    expect(unansweredOf({ kind: 'any', of: [PARTS.yes, ...open] }, ONE_OF_EACH)).toEqual([]);
    const inner: Condition = { kind: 'any', of: [PARTS.yes, PARTS.open] };
    expect(
      unansweredOf({ kind: 'all', of: [inner, { kind: 'rating', levels: ['high'] }] }, ONE_OF_EACH),
    ).toHaveLength(1);
  });
});
