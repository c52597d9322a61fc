import type { FigureOrganisation } from '#domain';
import { linesOf, shortMoney } from './chart-words.js';
import { drawChart, ROW_END } from './draw-chart.js';
import { bars, headings, marks, wordsAt, type Mark } from './layers.js';

const LABELS = 270;
const BARS_END = 660;
const SHARE = 850;

/** One of two amounts that are held against each other. */
export interface AmountDrawn<Figure> {
  /** What is read beside its bar, such as `approved`. */
  readonly name: string;
  readonly colour: string;
  /** Pence. */
  readonly of: (figure: Figure) => number;
}

/** Two amounts of each organisation, and of all. */
export interface TwoAmounts<Figure> {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly inAll: Figure;
  readonly organisations: readonly (Figure & { readonly organisation: FigureOrganisation })[];
  readonly amounts: readonly [AmountDrawn<Figure>, AmountDrawn<Figure>];
  /** How much the second is of the first, and what stands above it. */
  readonly share: { readonly heading: string; readonly of: (figure: Figure) => string };
  /** All of a row in words. */
  readonly labelOf: (name: string, figure: Figure) => string;
  /** Where the list behind a row is; `null` for no link. */
  readonly hrefOf: (organisation: FigureOrganisation | 'all') => string | null;
}

/**
 * Two bars for each organisation; above them the same in all, in words, because its bars would leave no room for theirs.
 * @returns SVG, or `null` where there is no organisation
 */
export async function twoAmountsChart<Figure>({
  id,
  title,
  inAll,
  organisations,
  amounts,
  share,
  labelOf,
  hrefOf,
}: TwoAmounts<Figure>): Promise<string | null> {
  if (organisations.length === 0) return null;
  const rows = organisations.length + 1;
  const most = Math.max(...organisations.flatMap((figure) => amounts.map(({ of }) => of(figure))));
  const barsOf = ({ name, colour, of }: AmountDrawn<Figure>) =>
    bars(
      { left: LABELS, right: BARS_END, most, colour },
      rows,
      organisations.map((figure, place) => {
        const amount = of(figure);
        return { row: place + 1, amount, words: `${shortMoney(amount)} ${name}`, series: name };
      }),
      amounts.map((one) => one.name),
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
  const shares = [inAll, ...organisations].map((figure, row) => ({ row, lines: [share.of(figure)] }));
  const all = amounts.map(({ name, of }) => `${shortMoney(of(inAll))} ${name}`).join(', ');
  return drawChart({
    id,
    title,
    description: `${labelOf('In all', inAll)}.`,
    rows,
    rowHeight: 56,
    headHeight: 36,
    layers: [
      ...amounts.flatMap(barsOf),
      headings([{ x: SHARE, lines: [share.heading] }], { bold: true }),
      wordsAt(SHARE, rows, shares),
      wordsAt(LABELS + 6, rows, [{ row: 0, lines: [all] }], { bold: true }),
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
