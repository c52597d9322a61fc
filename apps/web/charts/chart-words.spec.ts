import { counted, fullMoney, linesOf, monthName, shortMoney, wholeNumber } from './chart-words.js';
import * as palette from './palette.js';
import { tidySvg } from './tidy-svg.js';

describe('numbers and months in words', () => {
  it.each([
    [0, '£0'],
    [1_250, '£13'],
    [99_949, '£999'],
    [100_000, '£1k'],
    [95_000_000, '£950k'],
    [99_994_000, '£999.9k'],
    [99_996_000, '£1m'],
    [100_000_000, '£1m'],
    [9_000_000_000, '£90m'],
    [99_999_999_999, '£1bn'],
    [123_456_000_000, '£1.2bn'],
    [123_456_700_000_000, '£1,234.6bn'],
  ])('%d pence are %s beside a bar', (pence, words) => {
    expect(shortMoney(pence)).toBe(words);
  });

  it('are exact in full', () => {
    expect([fullMoney(0), fullMoney(123_456_789), fullMoney(100_000_000_000_005)]).toEqual([
      '£0',
      '£1,234,567.89',
      '£1,000,000,000,000.05',
    ]);
  });

  it('are English', () => {
    expect([counted(1, 'case'), counted(1_234, 'case'), counted(0, 'party', 'parties')]).toEqual([
      '1 case',
      '1,234 cases',
      '0 parties',
    ]);
    expect([wholeNumber(999), monthName('2026-01'), monthName('2025-12')]).toEqual([
      '999',
      'January 2026',
      'December 2025',
    ]);
  });
});

describe('lines', () => {
  it('break between words, and end in “…” where there are too many', () => {
    expect(linesOf('Department for Environment, Food and Rural Affairs', 30, 2)).toEqual([
      'Department for Environment,',
      'Food and Rural Affairs',
    ]);
    expect(linesOf('one two three four', 9, 2)).toEqual(['one two', 'three…']);
    expect(linesOf('one two three four five', 10, 2)).toEqual(['one two', 'three fou…']);
    expect(linesOf('Home Office', 30, 2)).toEqual(['Home Office']);
    expect(linesOf('', 30, 2)).toEqual(['']);
  });

  it('are never longer than they may be, whatever a word is', () => {
    const lines = linesOf(`${'x'.repeat(70)} y`, 30, 2);
    expect(lines).toEqual(['x'.repeat(30), `${'x'.repeat(29)}…`]);
    for (const line of linesOf('a bc '.repeat(40), 7, 3)) expect(line.length).toBeLessThanOrEqual(7);
  });
});

describe('colours', () => {
  const { BACKGROUND, contrast, SHADES, OUTLINE, inkOn } = palette;

  it('have the contrast that WCAG says', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('of bars and lines stand out from the background', () => {
    const { BLUE, DARK_BLUE, GREEN, RED, PURPLE, ORANGE } = palette;
    for (const colour of [BLUE, DARK_BLUE, GREEN, RED, PURPLE, ORANGE, OUTLINE])
      expect([colour, contrast(colour, BACKGROUND) >= 3]).toEqual([colour, true]);
  });

  it('of words stand out from what they are written on', () => {
    for (const shade of SHADES) expect([shade, contrast(inkOn(shade), shade) >= 4.5]).toEqual([shade, true]);
    for (const ink of [palette.INK, palette.SECONDARY_INK])
      expect(contrast(ink, BACKGROUND)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a drawing', () => {
  const frame = { id: 'c', title: 'T', description: 'D.', width: 10, height: 5, font: 'arial' };

  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg><style>a{}</style></svg>',
    '<svg><image href="x"/></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><path d="M0,0"',
    '<svg><!-- --></svg>',
    `<svg><path d='M0,0'/></svg>`,
  ])('that is no chart is refused: %s', (svg) => {
    expect(() => tidySvg(svg, frame)).toThrow(Error);
  });

  it('loses its styles, classes and roles, and what it does when something happens', () => {
    const svg =
      '<svg class="marks"><g class="x" style="mix-blend-mode: multiply;" role="graphics-object"><path d="M0,0" onload="x()" fill="#fff"/></g></svg>';
    expect(tidySvg(svg, frame)).toContain('<g><path d="M0,0" fill="#fff"/></g></svg>');
  });
});
