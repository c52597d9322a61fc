import { endedNote } from './regime-dates.js';

describe('endedNote', () => {
  it.each([
    ['2026-03-31', '2026-03-31', null],
    ['2026-03-31', '2026-04-01', 'By its own dates v ended on 31 March 2026'],
    ['2023-09', '2023-09-30', null],
    ['2023-09', '2023-10-01', 'By its own dates v ended in September 2023'],
    ['2023', '2023-12-31', null],
    ['2023', '2024-01-01', 'By its own dates v ended in 2023'],
    [null, '2099-01-01', null],
  ])('of one that ends %s, on %s', (validTo, day, expected) => {
    expect(endedNote({ version: 'v', validTo }, day)).toBe(expected);
  });
});
