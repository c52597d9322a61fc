import { regimeInForceOn, wasInForceOn } from './regime-on.js';
import { SHIPPED_REGIMES } from './regimes.fixture.js';

describe('the regime in force on a day', () => {
  it.each([
    ['2014-04-08', undefined],
    ['2014-04-09', 'v4'],
    ['2018-03-31', 'v4'],
    ['2018-04-01', 'v5'],
    ['2023-09-30', 'v5'],
    ['2024-02-22', 'v5'],
    ['2024-02-23', 'v6'],
    ['2026-03-31', 'v6'],
    ['2026-04-01', '2026-assurance'],
    ['2030-01-01', '2026-assurance'],
  ])('%s', (day, version) => {
    expect(regimeInForceOn(SHIPPED_REGIMES, day)?.version).toBe(version);
    expect(regimeInForceOn(SHIPPED_REGIMES.toReversed(), day)?.version).toBe(version);
  });

  it('counts all of a month or a year where no more is known', () => {
    const rough = { validFrom: '2018', validTo: '2023-09' };
    expect(
      ['2017-12-31', '2018-01-01', '2023-09-30', '2023-10-01'].map((day) => wasInForceOn(rough, day)),
    ).toEqual([false, true, true, false]);
  });
});
