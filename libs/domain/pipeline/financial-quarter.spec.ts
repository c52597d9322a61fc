import fc from 'fast-check';
import {
  addMonths,
  isFinancialQuarter,
  quarterDays,
  quarterName,
  quarterOf,
  quartersBetween,
} from './financial-quarter.js';

describe('a quarter of a financial year', () => {
  it.each([
    ['2027-03-31', '2026-27-Q4', 'January to March 2027'],
    ['2027-04-01', '2027-28-Q1', 'April to June 2027'],
    ['2026-09-30', '2026-27-Q2', 'July to September 2026'],
    ['2026-12-31', '2026-27-Q3', 'October to December 2026'],
    ['1999-12-01', '1999-00-Q3', 'October to December 1999'],
  ])('%s falls in %s, %s', (day, quarter, name) => {
    expect(quarterOf(day)).toBe(quarter);
    expect(quarterName(quarterOf(day))).toBe(name);
  });

  it('runs from its first day to its last, and every day falls in the one that has it', () => {
    expect(quarterDays('2026-27-Q4')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect(quarterDays('2026-27-Q1')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const { from, to } = quarterDays(quarterOf(day));
          expect(from <= day && day <= to).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['2026-27-Q4', true],
    ['2026-28-Q1', false],
    ['2026-27-Q5', false],
    ['2026-Q1', false],
    ['', false],
  ])('%s is one: %s', (text, is) => {
    expect(isFinancialQuarter(text)).toBe(is);
  });

  it('is followed by the next, over the end of the year', () => {
    expect(quartersBetween('2026-12-31', '2027-04-01')).toEqual(['2026-27-Q3', '2026-27-Q4', '2027-28-Q1']);
    expect(quartersBetween('2026-04-01', '2026-04-01')).toEqual(['2026-27-Q1']);
  });

  it('months later is the same day, or the last of a shorter month', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-11-26', 18)).toBe('2028-05-26');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  });
});
