import { readWorkingCalendar } from '../working-time/working-calendar.js';
import { readRegime } from './read-regime.js';
import { placedFault, REFERENCE_DATA_KIND_NAMES, REFERENCE_DATA_KINDS } from './reference-data-kinds.js';

describe('reference data', () => {
  it('have a name for each kind, no two alike', () => {
    const names = REFERENCE_DATA_KINDS.map((kind) => REFERENCE_DATA_KIND_NAMES[kind]);
    expect(new Set(names).size).toBe(REFERENCE_DATA_KINDS.length);
  });

  it.each([
    ['/rating/levels/0/id: “low” is there already', '/rating/levels/0/id', '“low” is there already'],
    ['The whole file: “name” is missing', '', '“name” is missing'],
    [': It is more than 40 levels deep', '', 'It is more than 40 levels deep'],
    ['The calendar must be an object.', '', 'The calendar must be an object'],
    ['firstDay must be a date.', '/firstDay', 'firstDay must be a date'],
    ['holidays[3].date, 2026-12-26, is bad.', '/holidays/3/date', 'holidays[3].date, 2026-12-26, is bad'],
    ['holidays[0] must be an object.', '/holidays/0', 'holidays[0] must be an object'],
  ])('say where something is wrong: %s', (fault, pointer, detail) => {
    expect(placedFault(fault)).toEqual({ pointer, detail });
  });

  it('are placed by every reader', () => {
    const calendar = readWorkingCalendar({ firstDay: 'soon', holidays: [{ date: 1, title: 'x' }] });
    const faults = calendar.ok ? [] : calendar.faults.map(placedFault);
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/name', '/firstDay', '/holidays/0/date']),
    );
    const regime = readRegime({ version: 7 });
    const places = (regime.ok ? [] : regime.faults.map(placedFault)).map(({ pointer }) => pointer);
    expect(places).toEqual(expect.arrayContaining(['', '/version']));
  });
});
