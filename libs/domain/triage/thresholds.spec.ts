import { UNANSWERED_FLAGS, type CaseFlags } from '../case/case-content.js';
import { pence, poundsToPence } from '../money/pence.js';
import { DEFAULT_REGIME_VERSION, isRegimeVersion, REGIME_VERSIONS, REGIMES } from './regimes.js';
import { checkThreshold, type ThresholdCheck, type ThresholdFacts } from './thresholds.js';

function flags(answers: Partial<CaseFlags>): CaseFlags {
  return { ...UNANSWERED_FLAGS, ...answers };
}

const NEITHER = flags({ cryptKey: false, publicFacing: false });
const PUBLIC = flags({ cryptKey: false, publicFacing: true });
const CRYPT_KEY = flags({ cryptKey: true });

function v6(pounds: string | null, given: CaseFlags): ThresholdCheck {
  const requestedPence = pounds === null ? null : poundsToPence(pounds);
  return checkThreshold({ regime: 'v6', requestedPence, flags: given, category: null });
}

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
    });
  });

  it('goes by the lowest threshold that applies', () => {
    expect(v6('50', flags({ cryptKey: true, publicFacing: true }))).toMatchObject({ thresholdPence: 0 });
  });

  it('gives its source', () => {
    expect(v6('50', PUBLIC)).toMatchObject({ source: expect.stringContaining('GOV.UK') as string });
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
    flags: flags({ novelOrContentious: false, cryptKey: false }),
    category: 'specialist-technology',
  };

  it('version 5 goes by category', () => {
    expect(checkThreshold({ regime: 'v5', ...ordinary })).toMatchObject({
      overThreshold: false,
      rule: 'not over £5,000,000 for technology',
    });
    expect(checkThreshold({ regime: 'v5', ...ordinary, category: 'digital-service' })).toMatchObject({
      overThreshold: true,
      rule: 'over £100,000 because a digital service',
    });
    expect(checkThreshold({ regime: 'v5', ...ordinary, category: null })).toEqual({
      known: false,
      missing: ['Say what kind of spending it is'],
    });
  });

  it('the regime of 2026 goes by whole-life cost', () => {
    const regime = '2026-assurance';
    const missing = ['Give the whole-life cost'];
    expect(checkThreshold({ regime, ...ordinary })).toEqual({ known: false, missing });
    expect(checkThreshold({ regime, ...ordinary, wholeLifePence: null })).toEqual({ known: false, missing });
    expect(checkThreshold({ regime, ...ordinary, wholeLifePence: pence(500_000_001) })).toMatchObject({
      overThreshold: true,
      effect: 'pipeline-reporting',
    });
  });

  it('says when thresholds are not known rather than inventing any', () => {
    expect(checkThreshold({ regime: 'v4', ...ordinary })).toEqual({
      known: false,
      missing: ['The thresholds of Spend controls version 4 are not known to this service'],
    });
  });
});

describe('regimes', () => {
  it('are filed under their own version', () => {
    expect(REGIME_VERSIONS.map((version) => REGIMES[version].version)).toEqual([...REGIME_VERSIONS]);
    expect(REGIMES[DEFAULT_REGIME_VERSION].validFrom).toBe('2024-02-23');
  });

  it('are known by name', () => {
    expect(isRegimeVersion('v6')).toBe(true);
    expect(isRegimeVersion('v7')).toBe(false);
  });
});
