import { percentOf, type FigureOrganisation, type MoneyFigure, type MoneyFigures } from '#domain';
import { counted, fullMoney } from './chart-words.js';
import { BLUE, DARK_BLUE } from './palette.js';
import { twoAmountsChart } from './two-amounts-chart.js';

function labelOf(name: string, { cases, requestedPence, approvedPence }: MoneyFigure): string {
  return `${name}: ${fullMoney(requestedPence)} requested and ${fullMoney(approvedPence)} approved in ${counted(cases, 'decided case')}`;
}

function shareOf({ requestedPence, approvedPence }: MoneyFigure): string {
  const percent = percentOf(approvedPence, requestedPence);
  return percent === null ? 'n/a' : `${String(percent)}%`;
}

/**
 * What was asked for and what was approved in decided cases, by organisation and in all.
 *
 * @param hrefOf where the list of decided cases is, of an organisation or of all; `null` for no link
 * @param id unique in the page
 * @returns SVG, or `null` where nothing was decided
 */
export function requestedAgainstApprovedChart(
  { organisations, inAll }: MoneyFigures,
  hrefOf: (organisation: FigureOrganisation | 'all') => string | null,
  id = 'requested-against-approved',
): Promise<string | null> {
  return twoAmountsChart<MoneyFigure>({
    id,
    title: 'Requested against approved',
    inAll,
    organisations,
    amounts: [
      { name: 'requested', colour: BLUE, of: ({ requestedPence }) => requestedPence },
      { name: 'approved', colour: DARK_BLUE, of: ({ approvedPence }) => approvedPence },
    ],
    share: { heading: 'Approved', of: shareOf },
    labelOf,
    hrefOf,
  });
}
