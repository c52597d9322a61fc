import { percentOf, type FigureOrganisation, type SpendFigure, type SpendFigures } from '#domain';
import { counted, fullMoney } from './chart-words.js';
import { DARK_BLUE, ORANGE } from './palette.js';
import { twoAmountsChart } from './two-amounts-chart.js';

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
 * What was approved and what was reported as spent so far, by organisation and in all.
 *
 * @param hrefOf where the list of approvals is, of an organisation or of all; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where nothing was approved
 */
export function approvedAgainstSpentChart(
  { organisations, inAll }: SpendFigures,
  hrefOf: (organisation: FigureOrganisation | 'all') => string | null,
  id = 'approved-against-spent',
): Promise<string | null> {
  return twoAmountsChart<SpendFigure>({
    id,
    title: 'Approved against spent',
    inAll,
    organisations,
    amounts: [
      { name: 'approved', colour: DARK_BLUE, of: ({ approvedPence }) => approvedPence },
      { name: 'spent', colour: ORANGE, of: ({ spentPence }) => spentPence },
    ],
    share: { heading: 'Spent', of: (figure) => shareSpent(figure) ?? 'n/a' },
    labelOf,
    hrefOf,
  });
}
