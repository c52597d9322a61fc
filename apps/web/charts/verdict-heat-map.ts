import {
  assessmentsThatCount,
  CODE_POINTS,
  codePoint,
  percentMet,
  type FigureOrganisation,
  type VerdictFigure,
} from '#domain';
import { counted, linesOf, wholeNumber } from './chart-words.js';
import { drawChart, rowPlace, type Layer } from './draw-chart.js';
import { headings, marks, unitsOf, wordsAt } from './layers.js';
import { inkOn, OUTLINE, SECONDARY_INK, SHADES } from './palette.js';

const LABELS = 250;
/** From one cell to the next, and how much of that is cell. */
const CELL = 54;
const CELL_WIDTH = 50;
const ROW = 50;
/** Room for the titles of the points, turned. */
const HEAD = 204;
/** Shares at which the next shade begins; the last is of all and nothing less. */
const STEPS = [25, 50, 75, 100] as const;

function shadeOf(percent: number): string {
  return SHADES[STEPS.filter((step) => percent >= step).length] ?? SHADES[0];
}

function leftOf(point: number): number {
  return LABELS + (point - 1) * CELL;
}

function labelOf({ organisation, point, verdicts, assessed }: VerdictFigure): string {
  const cell = `${organisation.name}, point ${String(point)} (${codePoint(point).title})`;
  const percent = percentMet({ verdicts, assessed });
  const others = verdicts['not-applicable'];
  if (percent === null) return `${cell}: no verdict: does not apply (${counted(others, 'assessment')})`;
  const of = counted(assessmentsThatCount({ verdicts, assessed }), 'assessment');
  const each = [
    `${String(percent)}% met: ${wholeNumber(verdicts.met)} of ${of}`,
    `${wholeNumber(verdicts['partially-met'])} partially met`,
    `${wholeNumber(verdicts['not-met'])} not met`,
  ];
  const left = others === 0 ? '' : `. Not counted: ${wholeNumber(others)} to which it does not apply`;
  return `${cell}: ${each.join(', ')}${left}`;
}

/** One cell, with what is written in it. */
interface Cell {
  readonly row: number;
  readonly point: number;
  readonly shade: string;
  readonly share: string;
  readonly counts: string;
}

function cellOf(figure: VerdictFigure, row: number): Cell {
  const percent = percentMet(figure);
  return {
    row,
    point: figure.point,
    shade: percent === null ? '#ffffff' : shadeOf(percent),
    share: percent === null ? 'n/a' : `${String(percent)}%`,
    counts:
      percent === null
        ? ''
        : `${wholeNumber(figure.verdicts.met)}/${wholeNumber(assessmentsThatCount(figure))}`,
  };
}

function cellLayers(cells: readonly Cell[], rows: number): readonly Layer[] {
  const values = cells.map((cell) => ({
    ...cell,
    left: leftOf(cell.point),
    right: leftOf(cell.point) + CELL_WIDTH,
    middle: leftOf(cell.point) + CELL_WIDTH / 2,
    ink: inkOn(cell.shade),
  }));
  const words = (field: 'share' | 'counts', those: typeof values, dy: number): Layer => ({
    data: { values: those },
    mark: {
      type: 'text',
      align: 'center',
      dy,
      fontSize: 14,
      fontWeight: field === 'share' ? 'bold' : 'normal',
    },
    encoding: {
      x: unitsOf('middle'),
      y: rowPlace(rows),
      text: { field, type: 'nominal' },
      color: { field: 'ink', type: 'nominal', scale: null, legend: null },
    },
  });
  const shared = values.filter(({ counts }) => counts !== '');
  return [
    {
      data: { values },
      mark: { type: 'rect', stroke: OUTLINE, strokeWidth: 1, aria: false },
      encoding: {
        x: unitsOf('left'),
        x2: { field: 'right' },
        y: rowPlace(rows),
        color: { field: 'shade', type: 'nominal', scale: null, legend: null },
      },
    },
    words('share', shared, -9),
    words('counts', shared, 9),
    words(
      'share',
      values.filter(({ counts }) => counts === ''),
      0,
    ),
  ];
}

/** Organisations in the order in which they first come. */
function organisationsOf(figures: readonly VerdictFigure[]): readonly FigureOrganisation[] {
  return [...new Map(figures.map(({ organisation }) => [organisation.id, organisation])).values()];
}

/**
 * How far each point is met, by organisation: the share of the current assessments that say “met”, of those that say
 * anything but “not applicable”. The darker, the more.
 *
 * @param hrefOf where the list of those assessments is; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where nothing was assessed
 */
export async function verdictHeatMap(
  figures: readonly VerdictFigure[],
  hrefOf: (figure: VerdictFigure) => string | null,
  id = 'verdicts',
): Promise<string | null> {
  if (figures.length === 0) return null;
  const organisations = organisationsOf(figures);
  const rows = organisations.length;
  const rowOf = ({ organisation }: VerdictFigure): number =>
    organisations.findIndex((one) => one.id === organisation.id);
  return drawChart({
    id,
    title: 'Verdicts by point and organisation',
    description:
      `How far each point of the Technology Code of Practice is met in the current assessments of ` +
      `${counted(rows, 'organisation')}: the share that is met, and of how many. The darker, the more is met. ` +
      `Assessments that say a point does not apply are left out of both; “n/a” is where all say so.`,
    rows,
    rowHeight: ROW,
    headHeight: HEAD,
    layers: [
      ...cellLayers(
        figures.map((figure) => cellOf(figure, rowOf(figure))),
        rows,
      ),
      headings(
        CODE_POINTS.map(({ number, title }) => ({
          x: leftOf(number) + CELL_WIDTH / 2,
          lines: linesOf(`${String(number)} ${title}`, 24, 2),
        })),
        { turned: true, size: 14 },
      ),
      headings([{ x: 0, lines: ['Share that is met,', 'and how many', 'of how many'] }], {
        colour: SECONDARY_INK,
      }),
      wordsAt(
        LABELS - 10,
        rows,
        organisations.map(({ name }, row) => ({ row, lines: linesOf(name, 29, 2) })),
        { align: 'right' },
      ),
      ...marks(
        rows,
        figures.map((figure) => ({
          row: rowOf(figure),
          left: leftOf(figure.point),
          right: leftOf(figure.point) + CELL_WIDTH,
          label: labelOf(figure),
          href: hrefOf(figure),
        })),
      ),
    ],
  });
}
