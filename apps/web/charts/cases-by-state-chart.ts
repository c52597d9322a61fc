import { STATE_NAMES, type StateFigure } from '#domain';
import { counted, wholeNumber } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, marks, wordsAt } from './layers.js';
import { BLUE } from './palette.js';

const LABELS = 250;
const VALUES = 70;

/**
 * Bars of how many cases are in each state, in the order given.
 *
 * @param hrefOf where the list of those cases is; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where there is no case
 */
export async function casesByStateChart(
  figures: readonly StateFigure[],
  hrefOf: (figure: StateFigure) => string | null,
  id = 'cases-by-state',
): Promise<string | null> {
  const shown = figures.filter(({ cases }) => cases > 0);
  if (shown.length === 0) return null;
  const rows = shown.length;
  const all = shown.reduce((sum, { cases }) => sum + cases, 0);
  const column = {
    left: LABELS,
    right: ROW_END - VALUES,
    most: Math.max(...shown.map(({ cases }) => cases)),
    colour: BLUE,
  };
  return drawChart({
    id,
    title: 'Cases by status',
    description: `${counted(all, 'case')} in ${counted(rows, 'status', 'statuses')}.`,
    rows,
    rowHeight: 36,
    headHeight: 4,
    layers: [
      ...bars(
        column,
        rows,
        shown.map(({ cases }, row) => ({ row, amount: cases, words: wholeNumber(cases) })),
      ),
      wordsAt(
        LABELS - 10,
        rows,
        shown.map(({ state }, row) => ({ row, lines: [STATE_NAMES[state]] })),
        { align: 'right' },
      ),
      ...marks(
        rows,
        shown.map((figure, row) => ({
          row,
          left: 0,
          right: ROW_END,
          label: `${STATE_NAMES[figure.state]}: ${counted(figure.cases, 'case')}`,
          href: hrefOf(figure),
        })),
      ),
    ],
  });
}
