import { percentOf, type FigureOrganisation, type SpendFigure, type SpendFigures } from '#domain';
import { counted, fullMoney, linesOf, shortMoney } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, headings, marks, wordsAt, type Mark } from './layers.js';
import { DARK_BLUE, ORANGE } from './palette.js';

const LABELS = 270;
const BARS_END = 660;
const SHARE = 850;
const SERIES = ['approved', 'spent'] as const;

function labelOf(name: string, { approvals, approvedPence, spentPence, over }: SpendFigure): string {
  const above = over === 0 ? '' : `, ${counted(over, 'approval')} overspent`;
  return `${name}: ${fullMoney(approvedPence)} approved and ${fullMoney(spentPence)} spent so far in ${counted(approvals, 'approval')}${above}`;
}

/** What was spent of what was approved, where something was reported; `null` where nothing was. */
export function shareSpent({ spentPence, reportedOfPence }: SpendFigure): string | null {
  const percent = percentOf(spentPence, reportedOfPence);
  return percent === null ? null : `${String(percent)}%`;
}

/**
 * Two bars for each organisation, what was approved and what was reported as spent so far; above them the same in all,
 * in words, because its bars would leave no room for theirs.
 *
 * @param hrefOf where the list of approvals is, of an organisation or of all; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where nothing was approved
 */
export async function approvedAgainstSpentChart(
  { organisations, inAll }: SpendFigures,
  hrefOf: (organisation: FigureOrganisation | 'all') => string | null,
  id = 'approved-against-spent',
): Promise<string | null> {
  if (organisations.length === 0) return null;
  const rows = organisations.length + 1;
  const most = Math.max(
    ...organisations.flatMap(({ approvedPence, spentPence }) => [approvedPence, spentPence]),
  );
  const barsOf = (series: (typeof SERIES)[number], colour: string) =>
    bars(
      { left: LABELS, right: BARS_END, most, colour },
      rows,
      organisations.map((figure, place) => {
        const amount = series === 'approved' ? figure.approvedPence : figure.spentPence;
        return { row: place + 1, amount, words: `${shortMoney(amount)} ${series}`, series };
      }),
      SERIES,
    );
  const wholeRow = { left: 0, right: ROW_END };
  const marked: readonly Mark[] = [
    { ...wholeRow, row: 0, label: labelOf('All organisations', inAll), href: hrefOf('all') },
    ...organisations.map((figure, place) => ({
      ...wholeRow,
      row: place + 1,
      label: labelOf(figure.organisation.name, figure),
      href: hrefOf(figure.organisation),
    })),
  ];
  const shares = [inAll, ...organisations].map((figure, row) => ({
    row,
    lines: [shareSpent(figure) ?? 'n/a'],
  }));
  return drawChart({
    id,
    title: 'Approved against spent',
    description: `${labelOf('In all', inAll)}.`,
    rows,
    rowHeight: 56,
    headHeight: 36,
    layers: [
      ...barsOf('approved', DARK_BLUE),
      ...barsOf('spent', ORANGE),
      headings([{ x: SHARE, lines: ['Spent'] }], { bold: true }),
      wordsAt(SHARE, rows, shares),
      wordsAt(
        LABELS + 6,
        rows,
        [
          {
            row: 0,
            lines: [`${shortMoney(inAll.approvedPence)} approved, ${shortMoney(inAll.spentPence)} spent`],
          },
        ],
        { bold: true },
      ),
      wordsAt(LABELS - 10, rows, [{ row: 0, lines: ['All organisations'] }], { align: 'right', bold: true }),
      wordsAt(
        LABELS - 10,
        rows,
        organisations.map(({ organisation }, place) => ({
          row: place + 1,
          lines: linesOf(organisation.name, 30, 2),
        })),
        { align: 'right' },
      ),
      ...marks(rows, marked),
    ],
  });
}
