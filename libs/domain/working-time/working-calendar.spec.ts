import fc from 'fast-check';
import { dateInWords } from '../case/dates.js';
import { isSendingTime, nextStartOfBusiness, START_OF_BUSINESS, startOfBusiness } from './business-hours.js';
import { CALENDAR } from './clock.fixture.js';
import { addDays, isoDateOf } from './london-time.js';
import {
  addWorkingDays,
  isCovered,
  isWorkingDay,
  readWorkingCalendar,
  unknownHolidaysNote,
  workingDayFrom,
  workingDayNumbered,
  workingDaysUpTo,
  workingDayUpTo,
  type WorkingCalendar,
} from './working-calendar.js';

/** What reading the calendar with these fields instead finds wrong. */
function faultsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const reading = readWorkingCalendar({ ...CALENDAR, ...fields });
  return reading.ok ? [] : reading.faults;
}

describe('reading a calendar', () => {
  it('takes one that is right as it is', () => {
    expect(readWorkingCalendar(JSON.parse(JSON.stringify(CALENDAR)))).toEqual({
      ok: true,
      calendar: CALENDAR,
    });
  });

  it.each([[null], ['text'], [[]], [undefined]])('refuses %j, which is no object', (json) => {
    expect(readWorkingCalendar(json)).toEqual({ ok: false, faults: ['The calendar must be an object.'] });
  });

  it('says everything that is missing at once', () => {
    expect(readWorkingCalendar({})).toEqual({
      ok: false,
      faults: [
        'name must be a text that is not empty.',
        'source must be a text that is not empty.',
        'url must be a text that is not empty.',
        'licence must be a text that is not empty.',
        'firstDay must be a date written YYYY-MM-DD.',
        'lastDay must be a date written YYYY-MM-DD.',
        'publishedUntil must be a date written YYYY-MM-DD.',
        'holidays must be a list.',
      ],
    });
  });

  it.each([
    [{ name: ' ' }, ['name must be a text that is not empty.']],
    [{ firstDay: '2026-02-30' }, ['firstDay must be a date written YYYY-MM-DD.']],
    [{ holidays: ['2026-01-01'] }, ['holidays[0] must be an object with a date and a title.']],
    [
      { holidays: [{ date: 20260101, title: '' }] },
      [
        'holidays[0].title must be a text that is not empty.',
        'holidays[0].date must be a date written YYYY-MM-DD.',
      ],
    ],
    [
      { holidays: [{ date: '2026-12-26', title: 'Boxing Day' }] },
      ['holidays[0].date, 2026-12-26, is at a weekend: give its substitute day.'],
    ],
    [
      {
        holidays: [
          { date: '2027-01-01', title: 'New Year’s Day' },
          { date: '2026-12-25', title: 'Christmas Day' },
        ],
      },
      ['holidays[1].date, 2026-12-25, must be after the one before it.'],
    ],
    [
      {
        holidays: [
          { date: '2026-12-25', title: 'Christmas Day' },
          { date: '2026-12-25', title: 'Christmas Day' },
        ],
      },
      ['holidays[1].date, 2026-12-25, must be after the one before it.'],
    ],
    [
      {
        holidays: [
          { date: '2024-12-25', title: 'Too early' },
          { date: '2028-12-25', title: 'Too late' },
        ],
      },
      [
        'holidays[0].date, 2024-12-25, must lie between firstDay and lastDay.',
        'holidays[1].date, 2028-12-25, must lie between firstDay and lastDay.',
      ],
    ],
    [
      { firstDay: '2027-01-01', lastDay: '2026-12-31', holidays: [] },
      ['lastDay must not be before firstDay.', 'publishedUntil must lie between firstDay and lastDay.'],
    ],
    [{ publishedUntil: '2025-10-31' }, ['publishedUntil must lie between firstDay and lastDay.']],
  ])('%j is refused', (fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
  });
});

describe('working days', () => {
  it.each([
    ['a Wednesday', '2026-11-25', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Christmas Day', '2026-12-25', false],
    ['Boxing Day at a weekend', '2026-12-26', false],
    ['its substitute', '2026-12-28', false],
    ['the day after', '2026-12-29', true],
    ['Good Friday', '2026-04-03', false],
    ['Easter Monday', '2026-04-06', false],
    ['a day long before the calendar begins', '2012-06-05', true],
    ['a Christmas Day after the calendar ends, of which it knows nothing', '2028-12-25', true],
  ])('%s', (_what, day, works) => {
    expect(isWorkingDay(CALENDAR, day)).toBe(works);
  });

  it('are known with holidays from the first day to the last', () => {
    const days = ['2025-10-31', '2025-11-01', '2027-12-31', '2028-01-01'];
    expect(days.map((day) => isCovered(CALENDAR, day))).toEqual([false, true, true, false]);
  });

  it.each([
    ['over a weekend', '2026-11-27', 1, '2026-11-30'],
    ['back over a weekend', '2026-11-30', -1, '2026-11-27'],
    ['over Christmas', '2026-12-24', 1, '2026-12-29'],
    ['over Christmas and New Year', '2026-12-24', 4, '2027-01-04'],
    ['over Easter', '2026-04-02', 1, '2026-04-07'],
    ['back over Easter', '2026-04-07', -1, '2026-04-02'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['back from a Saturday', '2026-11-28', -1, '2026-11-26'],
    ['none from a working day', '2026-11-25', 0, '2026-11-25'],
  ])('are added %s', (_what, day, days, expected) => {
    expect(addWorkingDays(CALENDAR, day, days)).toBe(expected);
  });

  it('are found from and up to a day', () => {
    expect(['2026-04-02', '2026-04-03'].map((day) => workingDayFrom(CALENDAR, day))).toEqual([
      '2026-04-02',
      '2026-04-07',
    ]);
    expect(['2026-04-02', '2026-04-06'].map((day) => workingDayUpTo(CALENDAR, day))).toEqual([
      '2026-04-02',
      '2026-04-02',
    ]);
  });

  it('take no account of holidays that are given twice, at a weekend or out of order', () => {
    const untidy: WorkingCalendar = {
      ...CALENDAR,
      holidays: [
        { date: '2026-12-28', title: 'Boxing Day (substitute day)' },
        { date: '2026-12-26', title: 'Boxing Day' },
        { date: '2026-12-25', title: 'Christmas Day' },
        { date: '2026-12-25', title: 'Christmas Day' },
      ],
    };
    expect(addWorkingDays(untidy, '2026-12-24', 1)).toBe('2026-12-29');
    expect(isWorkingDay(untidy, '2026-12-25')).toBe(false);
  });
});

describe('counting working days', () => {
  /** One day after another, each looked up in the list. */
  function countedSlowly(calendar: WorkingCalendar, after: string, upTo: string): number {
    let count = 0;
    for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) {
      const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
      const holiday = calendar.holidays.some(({ date }) => date === day);
      if (weekday !== 0 && weekday !== 6 && !holiday) count += 1;
    }
    return count;
  }
  const day = fc.integer({ min: 20_000, max: 21_500 }).map(isoDateOf);

  it('gives what counting one after another gives', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const counted = workingDaysUpTo(CALENDAR, to) - workingDaysUpTo(CALENDAR, from);
        expect(counted).toBe(countedSlowly(CALENDAR, from, to));
      }),
    );
  });

  it('goes back to the day it came from, or to the last working day before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 40_000 }).map(isoDateOf), (date) => {
        const number = workingDaysUpTo(CALENDAR, date);
        const found = workingDayNumbered(CALENDAR, number);
        expect(isWorkingDay(CALENDAR, found)).toBe(true);
        expect(workingDaysUpTo(CALENDAR, found)).toBe(number);
        expect(found === date || !isWorkingDay(CALENDAR, date)).toBe(true);
      }),
    );
  });

  it('copes with holidays that follow one another for weeks', () => {
    const holidays = Array.from({ length: 40 }, (_, index) => ({
      date: addDays('2026-06-01', index),
      title: 'Closed',
    }));
    const closed: WorkingCalendar = { ...CALENDAR, holidays };
    expect(addWorkingDays(closed, '2026-05-29', 1)).toBe('2026-07-13');
    expect(addWorkingDays(closed, '2026-07-13', -1)).toBe('2026-05-29');
  });
});

describe('unknownHolidaysNote', () => {
  it('says from when on bank holidays are not known, where a day lies there', () => {
    const { lastDay } = CALENDAR;
    expect(unknownHolidaysNote(CALENDAR, [])).toBeNull();
    expect(unknownHolidaysNote(CALENDAR, [lastDay])).toBeNull();
    expect(unknownHolidaysNote(CALENDAR, [lastDay, addDays(lastDay, 1)])).toContain(
      `after ${dateInWords(lastDay)} are not known`,
    );
  });
});

describe('business hours', () => {
  it('start at 09:00 in London, on either side of daylight saving', () => {
    expect(START_OF_BUSINESS).toBe('09:00');
    expect(startOfBusiness('2026-03-27').toISOString()).toBe('2026-03-27T09:00:00.000Z');
    expect(startOfBusiness('2026-03-30').toISOString()).toBe('2026-03-30T08:00:00.000Z');
  });

  it.each([
    ['before it on a working day', '2026-11-25T08:59:59.999Z', '2026-11-25T09:00:00.000Z', false],
    ['exactly then', '2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z', true],
    ['just after it', '2026-11-25T09:00:00.001Z', '2026-11-26T09:00:00.000Z', true],
    ['at the end of the day', '2026-11-25T23:59:59.999Z', '2026-11-26T09:00:00.000Z', true],
    ['on a Friday evening', '2026-11-27T18:00:00.000Z', '2026-11-30T09:00:00.000Z', true],
    ['early on a Saturday', '2026-11-28T03:00:00.000Z', '2026-11-30T09:00:00.000Z', false],
    ['on a Sunday at noon', '2026-11-29T12:00:00.000Z', '2026-11-30T09:00:00.000Z', false],
    ['on Christmas Eve', '2026-12-24T12:00:00.000Z', '2026-12-29T09:00:00.000Z', true],
    [
      'on the Saturday before the clocks go forward',
      '2026-03-28T12:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
      false,
    ],
  ])('%s', (_what, instant, next, sending) => {
    expect(nextStartOfBusiness(CALENDAR, new Date(instant)).toISOString()).toBe(next);
    expect(isSendingTime(CALENDAR, new Date(instant))).toBe(sending);
  });
});
