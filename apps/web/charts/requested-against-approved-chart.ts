import { percentOf, type FigureOrganisation, type MoneyFigure, type MoneyFigures } from '#domain';
import { counted, fullMoney, linesOf, shortMoney } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, headings, marks, wordsAt, type Mark } from './layers.js';
import { BLUE, DARK_BLUE } from './palette.js';

const LABELS = 270;
const BARS_END = 660;
const SHARE = 850;
const SERIES = ['requested', 'approved'] as const;

function labelOf(name: string, { cases, requestedPence, approvedPence }: MoneyFigure): string {
  return `${name}: ${fullMoney(requestedPence)} requested and ${fullMoney(approvedPence)} approved in ${counted(cases, 'decided case')}`;
}

function shareOf({ requestedPence, approvedPence }: MoneyFigure): string {
  const percent = percentOf(approvedPence, requestedPence);
  return percent === null ? 'n/a' : `${String(percent)}%`;
}

/**
 * Two bars for each organisation, what was asked for and what was approved in decided cases; above them the same in
 * all, in words, because its bars would leave no room for theirs.
 *
 * @param hrefOf where the list of decided cases is, of an organisation or of all; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where nothing was decided
 */
export async function requestedAgainstApprovedChart(
  { organisations, inAll }: MoneyFigures,
  hrefOf: (organisation: FigureOrganisation | 'all') => string | null,
  id = 'requested-against-approved',
): Promise<string | null> {
  if (organisations.length === 0) return null;
  const rows = organisations.length + 1;
  const most = Math.max(
    ...organisations.flatMap(({ requestedPence, approvedPence }) => [requestedPence, approvedPence]),
  );
  const barsOf = (series: (typeof SERIES)[number], colour: string) =>
    bars(
      { left: LABELS, right: BARS_END, most, colour },
      rows,
      organisations.map((figure, place) => {
        const amount = series === 'requested' ? figure.requestedPence : figure.approvedPence;
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
  const shares = [inAll, ...organisations].map((figure, row) => ({ row, lines: [shareOf(figure)] }));
  return drawChart({
    id,
    title: 'Requested against approved',
    description: `${labelOf('In all', inAll)}.`,
    rows,
    rowHeight: 56,
    headHeight: 36,
    layers: [
      ...barsOf('requested', BLUE),
      ...barsOf('approved', DARK_BLUE),
      headings([{ x: SHARE, lines: ['Approved'] }], { bold: true }),
      wordsAt(SHARE, rows, shares),
      wordsAt(
        LABELS + 6,
        rows,
        [
          {
            row: 0,
            lines: [
              `${shortMoney(inAll.requestedPence)} requested, ${shortMoney(inAll.approvedPence)} approved`,
            ],
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
