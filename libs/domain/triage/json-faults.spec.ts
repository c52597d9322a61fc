import { readWorkingCalendar } from '../working-time/working-calendar.js';
import { DEEPEST, faultsOfJson } from './json-faults.js';
import { readRegime } from './read-regime.js';
import { V6 } from './regimes.fixture.js';

function nested(levels: number): unknown {
  let json: unknown = 'the end';
  for (let level = 0; level < levels; level += 1) json = [json];
  return json;
}

describe('faultsOfJson', () => {
  it('finds none in what can be kept', () => {
    expect(faultsOfJson(V6)).toEqual([]);
    expect(faultsOfJson([null, 1, true, 'text', { of: '😀' }])).toEqual([]);
  });

  it('names characters that cannot be kept, in texts and names', () => {
    const says = 'has a character that cannot be kept, such as \\u0000';
    expect(faultsOfJson({ list: ['a\0b', '\uD800', '\uDC00'] })).toEqual(
      [0, 1, 2].map((index) => `/list/${String(index)}: It ${says}`),
    );
    expect(faultsOfJson({ of: { 'a\0': 1 } })).toEqual([`/of: A name ${says}`]);
  });

  it('refuses what is too deep for anything that goes into itself', () => {
    expect(faultsOfJson(nested(DEEPEST))).toEqual([]);
    expect(faultsOfJson(nested(DEEPEST + 1))).toHaveLength(1);
    expect(faultsOfJson(nested(100_000))).toEqual([
      expect.stringMatching(/: It is more than 40 levels deep$/),
    ]);
  });
});

describe('a file', () => {
  it('is refused where its text cannot be kept', () => {
    const read = readRegime({ ...V6, name: 'Version\0six' });
    expect(read).toEqual({ ok: false, faults: [expect.stringContaining('/name: It has a character')] });
    expect(readWorkingCalendar({ name: 'a\0b' })).toEqual({
      ok: false,
      faults: [expect.stringContaining('/name: It has a character')],
    });
  });

  it('is refused where its conditions are nested without end, and nothing overflows', () => {
    let when: unknown = { kind: 'always' };
    for (let level = 0; level < 20_000; level += 1) when = { kind: 'all', of: [when] };
    const [rule] = V6.routing.rules;
    const read = readRegime({ ...V6, routing: { ...V6.routing, rules: [{ ...rule, when }] } });
    expect(read).toEqual({ ok: false, faults: [expect.stringMatching(/levels deep$/)] });
  });
});
