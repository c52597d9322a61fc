import { CALENDAR } from '../working-time/clock.fixture.js';
import { digestDay } from './digest.js';

describe('the day whose digest may go out', () => {
  it.each([
    ['before 08:00 on a working day', '2026-11-25T07:59:59.999Z', null],
    ['at 08:00', '2026-11-25T08:00:00Z', '2026-11-25'],
    ['at the end of the day', '2026-11-25T23:59:59Z', '2026-11-25'],
    ['just after midnight', '2026-11-26T00:00:00Z', null],
    ['at 08:00 by the clock in summer', '2026-07-15T07:00:00Z', '2026-07-15'],
    ['before it', '2026-07-15T06:59:00Z', null],
    ['on the Monday after the clocks go forward', '2026-03-30T07:00:00Z', '2026-03-30'],
    ['on a Saturday', '2026-11-28T10:00:00Z', null],
    ['on Christmas Day', '2026-12-25T10:00:00Z', null],
  ])('%s', (_when, instant, day) => {
    expect(digestDay(new Date(instant), CALENDAR)).toBe(day);
  });
});
