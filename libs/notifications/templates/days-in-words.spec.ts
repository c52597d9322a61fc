import { formatDay, formatDayOf, formatDeadline } from './days-in-words.js';

describe('days in words', () => {
  it.each([
    ['a midnight in winter', '2027-03-05T00:00:00.000Z', 'the end of 4 March 2027'],
    ['a midnight in summer', '2027-07-01T23:00:00.000Z', 'the end of 1 July 2027'],
    ['the midnight before the clocks go forward', '2027-03-28T00:00:00.000Z', 'the end of 27 March 2027'],
    ['the midnight after they went forward', '2027-03-28T23:00:00.000Z', 'the end of 28 March 2027'],
    ['the midnight before they go back', '2026-10-24T23:00:00.000Z', 'the end of 24 October 2026'],
    ['the midnight after they went back', '2026-10-26T00:00:00.000Z', 'the end of 25 October 2026'],
    ['a midnight that ends a year', '2027-01-01T00:00:00.000Z', 'the end of 31 December 2026'],
    ['a time of the day in winter', '2027-03-04T13:00:00.000Z', '1pm on 4 March 2027'],
    ['a time of the day in summer', '2027-07-01T12:00:00.000Z', '1pm on 1 July 2027'],
    ['a time with minutes', '2026-12-03T17:54:00.000Z', '5:54pm on 3 December 2026'],
    ['a time after midnight', '2026-12-03T00:05:00.000Z', '12:05am on 3 December 2026'],
    ['midday', '2026-12-03T12:00:00.000Z', 'midday on 3 December 2026'],
    ['midnight by UTC, which is no midnight in summer', '2027-07-01T00:00:00.000Z', '1am on 1 July 2027'],
  ])('say by when: %s', (_what, instant, words) => {
    expect(formatDeadline(new Date(instant))).toBe(words);
  });

  it('are those of London', () => {
    expect(formatDayOf(new Date('2027-07-01T23:30:00.000Z'))).toBe('2 July 2027');
    expect(formatDayOf(new Date('2027-01-01T23:30:00.000Z'))).toBe('1 January 2027');
  });

  it('leave alone what is no date', () => {
    expect(formatDay('soon')).toBe('soon');
    expect(formatDay('2027-13-01')).toBe('2027-13-01');
  });
});
