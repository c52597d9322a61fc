import { readDateInAddress, readWrittenDate } from './date-words.js';

function read(day: string, month: string, year: string) {
  return readWrittenDate({ day, month, year }, 'First day');
}

describe('a date somebody wrote', () => {
  it.each([
    ['1', '6', '2027', '2027-06-01'],
    ['1', 'June', '2027', '2027-06-01'],
    ['1', 'sept', '2027', '2027-09-01'],
    ['31', '12', '2200', '2200-12-31'],
  ])('is read: %s %s %s', (day, month, year, date) => {
    expect(read(day, month, year)).toEqual({ ok: true, date });
  });

  it.each([
    ['1', '1', '26', 'year', 'First day: year must include 4 numbers'],
    ['1', '1', '0026', 'year', 'First day: year must include 4 numbers'],
    ['1', '1', '20266', 'year', 'First day: year must include 4 numbers'],
    ['1', '1', '9999', 'year', 'First day must be between 1 January 1900 and 31 December 2200'],
    ['1', '1', '1899', 'year', 'First day must be between 1 January 1900 and 31 December 2200'],
    ['31', '2', '2026', 'day', 'First day must be a real date, like 27 3 2026'],
    ['1', 'Ju', '2026', 'day', 'First day must be a real date, like 27 3 2026'],
    ['1', '1', 'soon', 'day', 'First day must be a real date, like 27 3 2026'],
  ])('is refused with what is wrong: %s %s %s', (day, month, year, part, message) => {
    expect(read(day, month, year)).toEqual({ ok: false, part, message });
  });

  it('is read out of an address as well', () => {
    expect(readDateInAddress('2027-06-01', 'First day')).toEqual({ ok: true, date: '2027-06-01' });
    expect(readDateInAddress('27', 'First day')).toMatchObject({ part: 'year' });
    expect(readDateInAddress('2026', 'First day')).toMatchObject({ part: 'day' });
  });
});
