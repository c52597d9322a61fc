import fc from 'fast-check';
import { guardedCell, QUOTED_CELL, unguardedCell } from './guarded-cell.js';

describe('a cell of a file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A', "'＠A"],
    ["'=1", "''=1"],
    ["Widgets;=cmd|' /C calc'!A0", "Widgets;'=cmd|' /C calc'!A0"],
    ['a|＝1', "a|'＝1"],
    ['a\t-1', "a\t'-1"],
    ["a\n=cmd|' /C calc'!A0;x", "a\n'=cmd|' /C calc'!A0;x"],
    ['a\r\n+1', "a\r\n'+1"],
    ['Good; =cmd', "Good; '=cmd"],
    ['Good; \u00a0＝cmd', "Good; \u00a0'＝cmd"],
    ["a;  ''@x", "a;  '''@x"],
    [' =1', " '=1"],
  ])('%j is no formula as %j', (text, guarded) => {
    expect(guardedCell(text)).toBe(guarded);
    expect(unguardedCell(guarded)).toBe(text);
  });

  it('is left as it is where it is none, also within a list', () => {
    for (const text of ['', 'a=1', 'A; B', "'a", '[1,-2]']) expect(guardedCell(text)).toBe(text);
  });

  it('loses nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a=-＝;|\t\r\n\'" \u00a0'.split('')) });
    fc.assert(
      fc.property(text, (said) => {
        expect(unguardedCell(guardedCell(said))).toBe(said);
      }),
    );
  });

  it('leaves no sign of a formula behind what some reader takes for an end, whatever blanks are between', () => {
    const text = fc.string({ unit: fc.constantFrom(..."a=+@;|\t\r\n '".split('')) });
    fc.assert(
      fc.property(text, (said) => {
        expect(guardedCell(said)).not.toMatch(/(?:^|[;|\t\r\n]) *[=+@]/);
      }),
    );
  });

  it('takes no longer for many blanks', () => {
    const text = `;${' '.repeat(100_000)}`.repeat(2) + '\n'.repeat(100_000);
    expect(guardedCell(text)).toBe(text);
  });

  it('is quoted for whatever some reader takes for its end', () => {
    for (const text of ['a,b', 'a;b', 'a|b', 'a\tb', 'a\nb', 'a\rb', 'a\r\nb'])
      expect(text).toMatch(QUOTED_CELL);
    expect('a b').not.toMatch(QUOTED_CELL);
  });
});
