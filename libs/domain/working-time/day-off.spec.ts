import { dayOffInWords } from './day-off.js';

const CALENDAR = { holidays: [{ date: '2026-12-25', title: 'Christmas Day' }] };

it.each([
  ['2026-12-24', null],
  ['2026-12-25', 'a bank holiday'],
  ['2026-12-26', 'a Saturday'],
  ['2026-12-27', 'a Sunday'],
  ['2026-12-28', null],
])('%s is %s', (day, words) => {
  expect(dayOffInWords(CALENDAR, day)).toBe(words);
});
