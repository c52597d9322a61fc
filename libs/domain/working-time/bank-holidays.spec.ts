import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { isWorkingDay, readWorkingCalendar, type WorkingCalendar } from './working-calendar.js';

const FILE = join(import.meta.dirname, '..', '..', '..', 'prisma', 'reference-data', 'bank-holidays.json');

function shipped(): WorkingCalendar {
  const reading = readWorkingCalendar(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!reading.ok) throw new Error(reading.faults.join('\n'));
  return reading.calendar;
}
const CALENDAR = shipped();
const FIRST_YEAR = Number(CALENDAR.firstDay.slice(0, 4));
const LAST_YEAR = Number(CALENDAR.lastDay.slice(0, 4));
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** Where GOV.UK and the package differ, GOV.UK is right: the package leaves the holiday of 2012 where it usually is. */
const PACKAGE_IS_WRONG: Readonly<Record<number, { readonly says: string; readonly is: string }>> = {
  2012: { says: '2012-05-28', is: '2012-06-04' },
};

function isWeekday(date: string): boolean {
  return ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}

describe('the bank holidays shipped', () => {
  it('cover whole years, and say from when they are only expected', () => {
    expect([CALENDAR.firstDay, CALENDAR.lastDay]).toEqual(['2012-01-01', '2030-12-31']);
    expect(CALENDAR.publishedUntil).toBe('2028-12-31');
    expect(CALENDAR.licence).toBe('Open Government Licence v3.0');
  });

  it.each(YEARS)('are those of %d that an independent source gives', (year) => {
    const correction = PACKAGE_IS_WRONG[year];
    const theirs = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
      .filter(isWeekday)
      .map((date) => (date === correction?.says ? correction.is : date))
      .sort();
    const ours = CALENDAR.holidays.map(({ date }) => date).filter((date) => date.startsWith(String(year)));
    expect(ours).toEqual(theirs);
  });

  it.each([
    ['the substitute for New Year’s Day 2012', '2012-01-02'],
    ['the spring holiday moved for the Diamond Jubilee', '2012-06-04'],
    ['the Diamond Jubilee', '2012-06-05'],
    ['the early May holiday moved to VE Day', '2020-05-08'],
    ['the spring holiday moved for the Platinum Jubilee', '2022-06-02'],
    ['the Platinum Jubilee', '2022-06-03'],
    ['the State Funeral', '2022-09-19'],
    ['the Coronation', '2023-05-08'],
    ['the substitute for Christmas Day 2027', '2027-12-27'],
    ['the substitute for Boxing Day 2027', '2027-12-28'],
  ])('have %s', (_what, day) => {
    expect(isWorkingDay(CALENDAR, day)).toBe(false);
  });

  it.each(['2012-05-28', '2020-05-04', '2022-05-30'])(
    'have nothing on %s, from which one was moved',
    (day) => {
      expect(isWorkingDay(CALENDAR, day)).toBe(true);
    },
  );

  it('are eight a year, and those proclaimed for one year alone', () => {
    const proclaimed: Readonly<Record<number, number>> = { 2012: 1, 2022: 2, 2023: 1 };
    for (const year of YEARS) {
      const count = CALENDAR.holidays.filter(({ date }) => date.startsWith(String(year))).length;
      expect([year, count]).toEqual([year, 8 + (proclaimed[year] ?? 0)]);
    }
  });
});
