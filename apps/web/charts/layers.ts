import { rowPlace, type Layer } from './draw-chart.js';
import { BACKGROUND, INK, OUTLINE } from './palette.js';

/** A mark that stands for cases: where it leads, and what it says to people who do not see it. */
export interface Mark {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly label: string;
  /** `null` where no list shows just these cases. */
  readonly href: string | null;
}

/** Words in a row. */
export interface Words {
  readonly row: number;
  readonly lines: readonly string[];
}

/** How words are written. */
export interface Writing {
  readonly align?: 'left' | 'center' | 'right';
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

function lineHeightOf({ size = 16 }: Writing): number {
  return Math.round(size * 1.15);
}

function styleOf(writing: Writing) {
  const { align = 'left', size = 16, bold = false, colour = INK } = writing;
  return {
    align,
    fontSize: size,
    lineHeight: lineHeightOf(writing),
    fontWeight: bold ? 'bold' : 'normal',
    color: colour,
  } as const;
}

/** Moves words up by so much of a line for each line after their first, which else is where one line would be. */
function upBy(lines: number, writing: Writing) {
  return { dy: { expr: `${String(-lines * lineHeightOf(writing))} * (length(datum.lines) - 1)` } };
}

/** Words of rows, all at one place from the left. */
export function wordsAt(x: number, rows: number, words: readonly Words[], writing: Writing = {}): Layer {
  return {
    data: { values: [...words] },
    mark: { type: 'text', ...styleOf(writing), ...upBy(0.5, writing) },
    encoding: { x: { value: x }, y: rowPlace(rows), text: { field: 'lines', type: 'nominal' } },
  };
}

/** Words above the rows. */
export interface Heading {
  readonly x: number;
  readonly lines: readonly string[];
}

/** Words above the rows, whose last lines end a little above the first row. Turned, they run upwards from there. */
export function headings(
  words: readonly Heading[],
  writing: Writing & { readonly turned?: boolean } = {},
): Layer {
  const { turned = false, ...style } = writing;
  return {
    data: { values: [...words] },
    mark: {
      type: 'text',
      ...styleOf(style),
      ...upBy(turned ? 0.5 : 1, style),
      baseline: turned ? 'middle' : 'line-bottom',
      angle: turned ? 270 : 0,
    },
    encoding: { x: unitsOf('x'), y: { value: -8 }, text: { field: 'lines', type: 'nominal' } },
  };
}

/** A place from the left, as a field has it in units of the drawing. */
export function unitsOf(field: string) {
  return { field, type: 'quantitative' as const, axis: null, scale: null };
}

/** A column of bars, each with its value in words at its end. */
export interface BarColumn {
  readonly left: number;
  /** Where the longest bar ends: words stand to the right of that. */
  readonly right: number;
  /** What the longest bar is of. */
  readonly most: number;
  readonly colour: string;
}

/** How much a bar is of, in its row, and how that is said. */
export interface Bar {
  readonly row: number;
  readonly amount: number;
  readonly words: string;
  /** Where several bars share a row: which this is. */
  readonly series?: string;
}

function barPlace({ left, right, most }: BarColumn) {
  return {
    field: 'amount',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, Math.max(most, 1)], range: [left, right], nice: false },
  };
}

/** Bars from a base line, with their values; a bar of nothing has only its value. */
export function bars(
  column: BarColumn,
  rows: number,
  values: readonly Bar[],
  series?: readonly string[],
): readonly Layer[] {
  const yOffset =
    series === undefined
      ? {}
      : { yOffset: { field: 'series', type: 'nominal' as const, scale: { domain: [...series] } } };
  return [
    {
      data: { values: values.filter(({ amount }) => amount > 0) },
      mark: { type: 'bar', color: column.colour },
      encoding: { x: barPlace(column), y: rowPlace(rows), ...yOffset },
    },
    {
      data: { values: [...values] },
      mark: { type: 'text', ...styleOf({}), dx: 6 },
      encoding: {
        x: barPlace(column),
        y: rowPlace(rows),
        ...yOffset,
        text: { field: 'words', type: 'nominal' },
      },
    },
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: OUTLINE },
      encoding: { x: { value: column.left }, y: { value: 0 }, y2: { value: 'height' } },
    },
  ];
}

/** A path from the root, and neither another host nor a script. */
const PATH = /^\/(?!\/)/;

/**
 * What people point at: nothing to see, and all there is to hear. They come in the order given, links first.
 *
 * @throws RangeError when a link leads elsewhere than to a path of this service
 */
export function marks(rows: number, given: readonly Mark[]): readonly Layer[] {
  const elsewhere = given.find(({ href }) => href !== null && !PATH.test(href));
  if (elsewhere !== undefined) throw new RangeError('A chart links to paths of this service only');
  const layer = (values: readonly Mark[], linked: boolean): readonly Layer[] =>
    values.length === 0
      ? []
      : [
          {
            data: { values: [...values] },
            mark: { type: 'rect', fill: BACKGROUND, fillOpacity: 0, aria: true },
            encoding: {
              x: unitsOf('left'),
              x2: { field: 'right' },
              y: rowPlace(rows),
              description: { field: 'label', type: 'nominal' },
              ...(linked ? { href: { field: 'href', type: 'nominal' as const } } : {}),
            },
          },
        ];
  const linked = given.filter(({ href }) => href !== null);
  const bare = given.filter(({ href }) => href === null);
  return [...layer(linked, true), ...layer(bare, false)];
}
