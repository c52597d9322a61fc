import fc from 'fast-check';
import {
  addDays,
  atLondonTime,
  dayNumberOf,
  isoDateOf,
  londonDate,
  londonMinutes,
  minutesOf,
  startOfLondonDay,
} from './london-time.js';

const at = (iso: string): Date => new Date(iso);

describe('the date and the time in London', () => {
  it.each([
    ['in winter it is the time of UTC', '2026-01-15T12:59:59.999Z', '2026-01-15', 12 * 60 + 59],
    ['in summer it is an hour later', '2026-07-15T12:00:00.000Z', '2026-07-15', 13 * 60],
    ['in summer the last hour of a day in UTC is the next day', '2026-07-15T23:00:00.000Z', '2026-07-16', 0],
    ['in winter it is not', '2026-01-15T23:59:59.999Z', '2026-01-15', 23 * 60 + 59],
    ['the last minute before the clocks go forward', '2026-03-29T00:59:59.999Z', '2026-03-29', 59],
    ['the first after it', '2026-03-29T01:00:00.000Z', '2026-03-29', 120],
    ['the last minute before the clocks go back', '2026-10-25T00:59:59.999Z', '2026-10-25', 119],
    ['the first after it', '2026-10-25T01:00:00.000Z', '2026-10-25', 60],
  ])('%s', (_what, instant, date, minutes) => {
    expect([londonDate(at(instant)), londonMinutes(at(instant))]).toEqual([date, minutes]);
  });

  it('reads a time of the day', () => {
    expect([minutesOf('00:00'), minutesOf('09:05'), minutesOf('13:00')]).toEqual([0, 545, 780]);
  });
});

describe('the instant of a time in London', () => {
  it.each([
    ['midnight in winter', '2026-01-15', 0, '2026-01-15T00:00:00.000Z'],
    ['midnight in summer', '2026-07-15', 0, '2026-07-14T23:00:00.000Z'],
    ['midnight before the clocks go forward', '2026-03-29', 0, '2026-03-29T00:00:00.000Z'],
    ['midnight after it', '2026-03-30', 0, '2026-03-29T23:00:00.000Z'],
    ['midnight before the clocks go back', '2026-10-25', 0, '2026-10-24T23:00:00.000Z'],
    ['midnight after it', '2026-10-26', 0, '2026-10-26T00:00:00.000Z'],
    ['09:00 on the day the clocks go forward', '2026-03-29', 540, '2026-03-29T08:00:00.000Z'],
    ['09:00 on the day they go back', '2026-10-25', 540, '2026-10-25T09:00:00.000Z'],
    ['a time that comes twice', '2026-10-25', 90, '2026-10-25T00:30:00.000Z'],
    ['a time that never comes', '2026-03-29', 90, '2026-03-29T01:30:00.000Z'],
  ])('%s', (_what, day, minutes, expected) => {
    expect(atLondonTime(day, minutes).toISOString()).toBe(expected);
  });

  it('divides time into days without a gap, on every day from 1972 to 2037', () => {
    for (let day = '1972-01-01'; day < '2038-01-01'; day = addDays(day, 1)) {
      const start = startOfLondonDay(day);
      if (londonDate(start) !== day || londonDate(new Date(start.getTime() - 1)) !== addDays(day, -1))
        throw new Error(`${day} does not start at ${start.toISOString()}`);
    }
  });
});

describe('reckoning with dates', () => {
  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-25', 0, '2026-11-25'],
  ])('%s and %d days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it('numbers days both ways', () => {
    expect([dayNumberOf('1970-01-01'), dayNumberOf('1969-12-31')]).toEqual([0, -1]);
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (number) => {
        expect(dayNumberOf(isoDateOf(number))).toBe(number);
      }),
    );
  });
});
