import fc from 'fast-check';
import { compareIsoDates, dateInWords, financialYearOf, isFinancialYear, isIsoDate } from './dates.js';

/** Dates made by the calendar of the platform, in UTC, as a second opinion. */
const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('a date in words is as precise as the date', () => {
  expect(['2027-04-01', '2018-04', '2014'].map(dateInWords)).toEqual(['1 April 2027', 'April 2018', '2014']);
});

describe('isIsoDate', () => {
  it('agrees with the platform on every date there is', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(isIsoDate(date)).toBe(true);
      }),
    );
  });

  it.each(['2024-02-29', '2000-02-29', '2026-04-30', '2026-12-31', '1900-01-01', '2200-12-31'])(
    '%s is a date',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-06-31',
    '2026-01-32',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '01/02/2026',
    '2026-01-01T00:00:00Z',
    '',
  ])('%p is not', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe('isFinancialYear', () => {
  it.each(['2026-27', '1999-00', '2009-10', '1900-01', '2200-01'])('%s is one', (text) => {
    expect(isFinancialYear(text)).toBe(true);
  });

  it.each(['2026-28', '2026-26', '2026/27', '2026-2027', '26-27', '1899-00', '2201-02', ''])(
    '%p is not',
    (text) => {
      expect(isFinancialYear(text)).toBe(false);
    },
  );
});

describe('financialYearOf', () => {
  it.each([
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
    ['2026-12-31', '2026-27'],
    ['2000-03-31', '1999-00'],
    ['2008-04-01', '2008-09'],
  ])('%s falls in %s', (date, year) => {
    expect(financialYearOf(date)).toBe(year);
  });

  it('refuses what is not a date', () => {
    expect(() => financialYearOf('2026-02-30')).toThrow(RangeError);
  });
});

describe('compareIsoDates', () => {
  it('puts dates in calendar order', () => {
    expect(compareIsoDates('2026-01-31', '2026-02-01')).toBe(-1);
    expect(compareIsoDates('2026-02-01', '2026-02-01')).toBe(0);
    expect(compareIsoDates('2027-01-01', '2026-12-31')).toBe(1);
    expect(['2026-10-01', '2026-09-30', '2025-12-31'].sort(compareIsoDates)).toEqual([
      '2025-12-31',
      '2026-09-30',
      '2026-10-01',
    ]);
  });
});
