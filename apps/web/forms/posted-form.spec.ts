import { PostedForm } from './posted-form.js';

function dateOf(day: string, month: string, year: string): string | null {
  return new PostedForm({ 'due-day': day, 'due-month': month, 'due-year': year }).date('due', 'The date');
}

describe('a form', () => {
  it('takes months as numbers and as words', () => {
    expect(dateOf('30', '6', '2027')).toBe('2027-06-30');
    expect(dateOf('30', 'June', '2027')).toBe('2027-06-30');
    expect(dateOf('1', 'sept', '2027')).toBe('2027-09-01');
    expect(dateOf('1', 'Ju', '2027')).toBeNull();
    expect(dateOf('31', 'June', '2027')).toBeNull();
  });

  it('says of an amount whether it is too large or none', () => {
    const form = new PostedForm({ asked: '2000000000000', other: 'a lot' });
    expect([form.pounds('asked', 'The amount'), form.pounds('other', 'The other amount')]).toEqual([
      null,
      null,
    ]);
    expect(form.problems.map(({ detail }) => detail)).toEqual([
      'The amount is more than this service can take. Check the number of noughts',
      'The other amount must be an amount in pounds, like 1,250,000 or 1250000.50',
    ]);
  });
});
