import { backwardsRefusal, END_BEFORE_START, endsBeforeItStarts, isPastTarget } from './date-rules.js';

describe('the days of spending', () => {
  it.each([
    ['2026-06-01', '2026-05-31', true],
    ['2026-06-01', '2026-06-01', false],
    ['2026-06-01', null, false],
    [null, '2026-05-31', false],
  ])('from %s to %s are the wrong way round: %s', (spendStartsOn, spendEndsOn, backwards) => {
    expect(endsBeforeItStarts({ spendStartsOn, spendEndsOn })).toBe(backwards);
  });
});

describe('days of spending that are given', () => {
  const then = { spendStartsOn: '2027-04-01', spendEndsOn: '2026-01-01' };
  it.each([
    [{}, null],
    [{ spendStartsOn: '2027-04-01' }, END_BEFORE_START],
    [{ spendEndsOn: '2026-01-01' }, END_BEFORE_START],
    [then, END_BEFORE_START],
  ])('%j: %s', (given, refusal) => {
    expect(backwardsRefusal(given, then)).toBe(refusal);
    expect(backwardsRefusal(given, { ...then, spendEndsOn: null })).toBeNull();
  });
});

describe('a day by which a system is to be put right', () => {
  it.each([
    ['2026-05-31', null, true],
    ['2026-05-30', '2026-05-31', true],
    ['2026-05-31', '2026-05-31', false],
    ['2026-06-01', null, false],
    [null, '2026-05-31', false],
  ])('%s, where %s was saved, may not be given on 1 June: %s', (given, saved, refused) => {
    expect(isPastTarget(given, saved, '2026-06-01')).toBe(refused);
  });
});
