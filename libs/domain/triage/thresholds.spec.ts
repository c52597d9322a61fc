import { CASE_FLAGS, SPEND_CATEGORIES, UNANSWERED_FLAGS, type CaseFlags } from '../case/case-content.js';
import { ALL_FLAGS_NO } from '../case/finished-content.fixture.js';
import { formatPounds, pence, poundsToPence } from '../money/pence.js';
import type { Regime, Threshold } from './regime.js';
import { ASSURANCE_2026, SHIPPED_REGIMES, V4, V5, V6 } from './regimes.fixture.js';
import { checkThreshold, type ThresholdCheck, type ThresholdFacts } from './thresholds.js';

function flags(answers: Partial<CaseFlags>): CaseFlags {
  return { ...UNANSWERED_FLAGS, ...answers };
}

const NEITHER = flags({ cryptKey: false, publicFacing: false });
const PUBLIC = flags({ cryptKey: false, publicFacing: true });
const CRYPT_KEY = flags({ cryptKey: true });

function v6(pounds: string | null, given: CaseFlags): ThresholdCheck {
  const requestedPence = pounds === null ? null : poundsToPence(pounds);
  return checkThreshold(V6, { requestedPence, wholeLifePence: null, flags: given, category: null });
}

/** Every way to come under some threshold of a regime, with the threshold that then counts. */
function situations(regime: Regime): readonly { facts: ThresholdFacts; threshold: Threshold }[] {
  const { thresholds } = regime;
  if (thresholds === 'not-known') return [];
  const nothing: ThresholdFacts = {
    requestedPence: null,
    wholeLifePence: null,
    flags: ALL_FLAGS_NO,
    category: 'specialist-technology',
  };
  const answers = [
    nothing,
    ...CASE_FLAGS.map((flag) => ({ ...nothing, flags: { ...ALL_FLAGS_NO, [flag]: true } })),
    ...SPEND_CATEGORIES.map((category) => ({ ...nothing, category })),
    { ...nothing, category: SPEND_CATEGORIES[0], flags: { ...ALL_FLAGS_NO, cryptKey: true } },
  ];
  return answers.map((facts) => {
    const applying = thresholds.scoped.filter(({ when }) =>
      when.kind === 'flag'
        ? facts.flags[when.flag] === true
        : facts.category !== null && when.categories.includes(facts.category),
    );
    const [lowest] = [...applying].sort((one, other) => one.thresholdPence - other.thresholdPence);
    return { facts, threshold: lowest ?? thresholds.otherwise };
  });
}

describe('at the boundary, in every shipped regime and every situation', () => {
  const cases = SHIPPED_REGIMES.flatMap((regime) =>
    situations(regime).flatMap((situation) =>
      [-1, 0, 1].map((pennies) => ({ regime, pennies, ...situation })),
    ),
  ).filter(({ threshold, pennies }) => threshold.thresholdPence + pennies >= 0);

  it('a penny decides, and exactly the amount is not over', () => {
    const wrong = cases.filter(({ regime, facts, threshold, pennies }) => {
      const amount = pence(threshold.thresholdPence + pennies);
      const measured = threshold.measure === 'requested' ? 'requestedPence' : 'wholeLifePence';
      const check = checkThreshold(regime, { ...facts, [measured]: amount });
      return !(
        check.known &&
        check.overThreshold === pennies > 0 &&
        check.thresholdPence === threshold.thresholdPence &&
        check.rule ===
          `${pennies > 0 ? 'over' : 'not over'} ${formatPounds(threshold.thresholdPence)} ${threshold.reason}` &&
        check.source === threshold.provenance.source &&
        check.whose === 'government'
      );
    });
    expect(wrong).toEqual([]);
    // Three regimes with thresholds, 23 situations each, three amounts, less one below nought wherever it is £0.
    expect(cases).toHaveLength(3 * 23 * 3 - 2 - 1 - 2);
  });
});

describe('version 6', () => {
  it.each([
    ['0', CRYPT_KEY, 'not over £0 because Crypt-Key'],
    ['0.01', CRYPT_KEY, 'over £0 because Crypt-Key'],
    ['100,000', PUBLIC, 'not over £100,000 because public-facing'],
    ['100,000.01', PUBLIC, 'over £100,000 because public-facing'],
    ['1,000,000', NEITHER, 'not over £1,000,000 for other digital, data and technology'],
    ['1,000,000.01', NEITHER, 'over £1,000,000 for other digital, data and technology'],
  ])('£%s', (pounds, given, rule) => {
    expect(v6(pounds, given)).toMatchObject({
      known: true,
      overThreshold: rule.startsWith('over'),
      effect: 'needs-approval',
      rule,
      whose: 'government',
    });
  });

  it('goes by the lowest threshold that applies', () => {
    expect(v6('50', flags({ cryptKey: true, publicFacing: true }))).toMatchObject({ thresholdPence: 0 });
  });

  it('gives its source', () => {
    expect(v6('50', PUBLIC)).toMatchObject({ source: expect.stringContaining('GOV.UK') });
  });

  it('asks for what it needs, and only for that', () => {
    const crypt = 'Say whether the spending is on Crypt-Key';
    const facing = 'Say whether the spending is on a public-facing service';
    expect(v6(null, UNANSWERED_FLAGS)).toEqual({
      known: false,
      missing: ['Give the amount requested', crypt, facing],
    });
    expect(v6(null, NEITHER)).toEqual({ known: false, missing: ['Give the amount requested'] });
    expect(v6('5', UNANSWERED_FLAGS)).toEqual({ known: false, missing: [crypt, facing] });
    expect(v6('5', flags({ publicFacing: true }))).toEqual({ known: false, missing: [crypt] });
    expect(v6('5', CRYPT_KEY)).toMatchObject({ known: true, overThreshold: true });
  });
});

describe('other regimes', () => {
  const million = poundsToPence('1,000,000');
  const ordinary: ThresholdFacts = {
    requestedPence: million,
    wholeLifePence: null,
    flags: flags({ novelOrContentious: false, cryptKey: false }),
    category: 'specialist-technology',
  };

  it('version 5 goes by category', () => {
    expect(checkThreshold(V5, ordinary)).toMatchObject({
      overThreshold: false,
      rule: 'not over £5,000,000 for technology',
    });
    expect(checkThreshold(V5, { ...ordinary, category: 'digital-service' })).toMatchObject({
      overThreshold: true,
      rule: 'over £100,000 because a digital service',
    });
    expect(checkThreshold(V5, { ...ordinary, category: null })).toEqual({
      known: false,
      missing: ['Say what kind of spending it is'],
    });
  });

  it('the regime of 2026 goes by whole-life cost', () => {
    expect(checkThreshold(ASSURANCE_2026, ordinary)).toEqual({
      known: false,
      missing: ['Give the whole-life cost'],
    });
    const over = { ...ordinary, wholeLifePence: pence(500_000_001) };
    expect(checkThreshold(ASSURANCE_2026, over)).toMatchObject({
      overThreshold: true,
      effect: 'pipeline-reporting',
      rule: 'over £5,000,000 of whole-life cost, above which spending is reported in the shared pipeline',
    });
    // What is said of spending on the other side must be true of it too.
    expect(checkThreshold(ASSURANCE_2026, { ...ordinary, wholeLifePence: pence(500_000_000) })).toMatchObject(
      {
        overThreshold: false,
        rule: 'not over £5,000,000 of whole-life cost, above which spending is reported in the shared pipeline',
      },
    );
  });

  it('says when thresholds are not known rather than inventing any', () => {
    expect(checkThreshold(V4, ordinary)).toEqual({
      known: false,
      missing: ['The thresholds of Spend controls version 4 are not known to this service'],
    });
  });
});
