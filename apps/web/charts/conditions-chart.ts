import {
  CONDITION_STANDING_NAMES,
  CONDITION_STANDINGS,
  type ConditionFigures,
  type ConditionStanding,
  type FigureOrganisation,
} from '#domain';
import { counted, linesOf, wholeNumber } from './chart-words.js';
import { drawChart } from './draw-chart.js';
import { bars, headings, marks, wordsAt } from './layers.js';
import { BLUE, GREEN, ORANGE, PURPLE, RED } from './palette.js';

const LABELS = 270;
const COLUMN = 126;
const VALUES = 50;
const GAP = 10;
const COLOURS: Readonly<Record<ConditionStanding, string>> = {
  overdue: RED,
  open: BLUE,
  met: GREEN,
  'not-met': ORANGE,
  waived: PURPLE,
};

/**
 * Where conditions have got to: for each organisation, five columns of bars.
 *
 * @param hrefOf where the list of an organisation's conditions that stand so is; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where there is no condition
 */
export async function conditionsChart(
  figures: ConditionFigures,
  hrefOf: (organisation: FigureOrganisation, standing: ConditionStanding) => string | null,
  id = 'conditions',
): Promise<string | null> {
  const { organisations } = figures;
  if (organisations.length === 0) return null;
  const rows = organisations.length;
  const most = Math.max(...organisations.flatMap(({ conditions }) => Object.values(conditions)));
  const leftOf = (column: number): number => LABELS + column * (COLUMN + GAP);
  const totals = CONDITION_STANDINGS.map((standing) => {
    const all = organisations.reduce((sum, { conditions }) => sum + conditions[standing], 0);
    return `${CONDITION_STANDING_NAMES[standing].toLowerCase()}: ${wholeNumber(all)}`;
  });
  return drawChart({
    id,
    title: 'Conditions by organisation',
    description: `Conditions of decisions that stand, in all: ${totals.join('; ')}.`,
    rows,
    rowHeight: 46,
    headHeight: 52,
    layers: [
      ...CONDITION_STANDINGS.flatMap((standing, column) =>
        bars(
          {
            left: leftOf(column),
            right: leftOf(column) + COLUMN - VALUES,
            most,
            colour: COLOURS[standing],
          },
          rows,
          organisations.map(({ conditions }, row) => ({
            row,
            amount: conditions[standing],
            words: wholeNumber(conditions[standing]),
          })),
        ),
      ),
      headings(
        CONDITION_STANDINGS.map((standing, column) => ({
          x: leftOf(column),
          lines: linesOf(CONDITION_STANDING_NAMES[standing], 12, 2),
        })),
        { bold: true },
      ),
      wordsAt(
        LABELS - 10,
        rows,
        organisations.map(({ organisation }, row) => ({ row, lines: linesOf(organisation.name, 30, 2) })),
        { align: 'right' },
      ),
      ...marks(
        rows,
        organisations.flatMap(({ organisation, conditions }, row) =>
          CONDITION_STANDINGS.map((standing, column) => ({
            row,
            left: leftOf(column),
            right: leftOf(column) + COLUMN,
            count: conditions[standing],
            label: `${organisation.name}: ${counted(conditions[standing], 'condition')} ${CONDITION_STANDING_NAMES[standing].toLowerCase()}`,
            href: conditions[standing] === 0 ? null : hrefOf(organisation, standing),
          })).filter(({ count }) => count > 0),
        ),
      ),
    ],
  });
}
