import { CASE_STATES } from '../lifecycle/states.js';
import { MAX_PENCE, pence } from '../money/pence.js';
import { endsWithinHorizon } from './contracts-ending.js';
import {
  engageUntil,
  expectedPence,
  horizonOf,
  isPipelinePeriod,
  periodDays,
  periodName,
  periodOf,
  periodsOf,
  quartersAhead,
  shouldEngageNow,
} from './horizon.js';

const TODAY = '2026-11-26';

describe('the horizon', () => {
  it('is eighteen months away, and shows every quarter up to it', () => {
    expect(horizonOf(TODAY)).toBe('2028-05-26');
    expect(quartersAhead(TODAY)).toEqual([
      '2026-27-Q3',
      '2026-27-Q4',
      '2027-28-Q1',
      '2027-28-Q2',
      '2027-28-Q3',
      '2027-28-Q4',
      '2028-29-Q1',
    ]);
    expect(periodsOf(TODAY)).toEqual(['earlier', ...quartersAhead(TODAY), 'later', 'no-date']);
  });

  it.each([
    ['2026-09-30', 'earlier'],
    ['2026-10-01', '2026-27-Q3'],
    ['2028-06-30', '2028-29-Q1'],
    ['2028-07-01', 'later'],
    [null, 'no-date'],
  ])('a start on %s falls in %s', (day, period) => {
    expect(periodOf(day, TODAY)).toBe(period);
  });

  it('has periods that take in every day once', () => {
    expect(periodDays('earlier', TODAY)).toEqual({ from: null, to: '2026-09-30' });
    expect(periodDays('2026-27-Q3', TODAY)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodDays('later', TODAY)).toEqual({ from: '2028-07-01', to: null });
    expect(periodDays('no-date', TODAY)).toBeNull();
  });

  it('has periods with names, and no others', () => {
    expect((['earlier', '2026-27-Q3', 'later', 'no-date'] as const).map(periodName)).toEqual([
      'Before this quarter',
      'October to December 2026',
      'Later',
      'No date yet',
    ]);
    expect(['earlier', 'later', 'no-date', '2026-27-Q3', 'soon'].map(isPipelinePeriod)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('engaging now', () => {
  it('is for spend that is planned to start within three months, or should have started', () => {
    expect(engageUntil(TODAY)).toBe('2027-02-26');
    const on = (spendStartsOn: string | null) => shouldEngageNow({ state: 'planned', spendStartsOn }, TODAY);
    expect(['2027-02-26', '2027-02-27', '2026-01-01', null].map(on)).toEqual([true, false, true, false]);
  });

  it('is over once a request is begun', () => {
    expect(
      CASE_STATES.filter((state) => shouldEngageNow({ state, spendStartsOn: '2026-12-01' }, TODAY)),
    ).toEqual(['planned']);
  });
});

describe('a contract that ends', () => {
  it.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2028-05-26', true],
    ['2028-05-27', false],
  ])('on %s: %s', (contractEndsOn, ends) => {
    expect(endsWithinHorizon(contractEndsOn, TODAY)).toBe(ends);
  });
});

describe('what is expected', () => {
  it('is the amounts by year, otherwise the amount in all, and never more than there can be', () => {
    const year = (amountPence: number, financialYear = '2026-27') => ({
      financialYear,
      amountPence: pence(amountPence),
    });
    expect(expectedPence({ yearAmounts: [year(100), year(50)], requestedPence: pence(9) })).toBe(150);
    expect(expectedPence({ yearAmounts: [], requestedPence: pence(9) })).toBe(9);
    expect(expectedPence({ yearAmounts: [], requestedPence: null })).toBeNull();
    expect(expectedPence({ yearAmounts: [year(MAX_PENCE), year(1)], requestedPence: null })).toBe(MAX_PENCE);
  });
});
