import { periodName, type PipelinePeriod } from '#domain';
import { counted, shortMoney, wholeNumber } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, headings, marks, wordsAt } from './layers.js';
import { BLUE, PURPLE } from './palette.js';

/** What is planned to start in a period. */
export interface PlannedInPeriod {
  readonly period: PipelinePeriod;
  readonly entries: number;
  /** In pence. */
  readonly expectedPence: number;
  readonly engageNow: number;
}

const LABELS = 240;
const MONEY_END = 560;
const ENTRIES_START = 670;
const VALUES = 110;

/**
 * A timeline of planned spend: a row for each period, in the order given, with what is expected and how many entries.
 *
 * @param hrefOf where the list of a period is
 * @returns SVG, or `null` where nothing is planned
 */
export async function pipelineChart(
  figures: readonly PlannedInPeriod[],
  hrefOf: (figure: PlannedInPeriod) => string,
): Promise<string | null> {
  const all = figures.reduce((sum, { entries }) => sum + entries, 0);
  if (all === 0) return null;
  const rows = figures.length;
  return drawChart({
    id: 'pipeline-by-quarter',
    title: 'Planned spend by the quarter it starts in',
    description: `${counted(all, 'entry', 'entries')} in ${counted(rows, 'period')}.`,
    rows,
    rowHeight: 36,
    headHeight: 36,
    layers: [
      headings(
        [
          { x: LABELS, lines: ['Expected amount'] },
          { x: ENTRIES_START, lines: ['Entries'] },
        ],
        { bold: true },
      ),
      ...bars(
        {
          left: LABELS,
          right: MONEY_END,
          most: Math.max(...figures.map(({ expectedPence }) => expectedPence)),
          colour: BLUE,
        },
        rows,
        figures.map(({ expectedPence }, row) => ({
          row,
          amount: expectedPence,
          words: shortMoney(expectedPence),
        })),
      ),
      ...bars(
        {
          left: ENTRIES_START,
          right: ROW_END - VALUES,
          most: Math.max(...figures.map(({ entries }) => entries)),
          colour: PURPLE,
        },
        rows,
        figures.map(({ entries, engageNow }, row) => ({
          row,
          amount: entries,
          words:
            engageNow === 0
              ? wholeNumber(entries)
              : `${wholeNumber(entries)} (${wholeNumber(engageNow)} now)`,
        })),
      ),
      wordsAt(
        LABELS - 10,
        rows,
        figures.map(({ period }, row) => ({ row, lines: [periodName(period)] })),
        { align: 'right' },
      ),
      ...marks(
        rows,
        figures.map((figure, row) => ({
          row,
          left: 0,
          right: ROW_END,
          label: `${periodName(figure.period)}: ${counted(figure.entries, 'entry', 'entries')}, ${shortMoney(figure.expectedPence)}, ${wholeNumber(figure.engageNow)} to engage now`,
          href: figure.entries === 0 ? null : hrefOf(figure),
        })),
      ),
    ],
  });
}
