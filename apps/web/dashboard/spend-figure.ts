import {
  approvalsSpent,
  type CaseCriteria,
  type FigureOrganisation,
  type SpendFigure,
  type SpendFigures,
  type SpendWord,
} from '#domain';
import { approvedAgainstSpentChart, shareSpent } from '../charts/approved-against-spent-chart.js';
import { fullMoney, wholeNumber } from '../charts/chart-words.js';
import { hrefOf } from './behind.js';
import type { Figure, FigureCell } from './figures.js';

const HEADINGS = [
  'Organisation',
  'Approvals',
  'Approved',
  'Spent so far',
  'Share spent',
  'Overspent',
  'Nothing reported',
  'Report overdue',
] as const;

/** What was approved and what was spent of it, by organisation. */
export async function spendFigure(figures: SpendFigures, criteria: CaseCriteria): Promise<Figure> {
  const { organisations, inAll } = figures;
  const behind = (organisation: FigureOrganisation | 'all', word?: SpendWord) =>
    hrefOf(approvalsSpent(criteria, organisation, word));
  const row = (heading: string, spend: SpendFigure, organisation: FigureOrganisation | 'all') => {
    const number = (count: number, word?: SpendWord): FigureCell => ({
      text: wholeNumber(count),
      href: count === 0 ? null : behind(organisation, word),
    });
    const text = (words: string): FigureCell => ({ text: words, href: null });
    return {
      heading,
      cells: [
        number(spend.approvals),
        text(fullMoney(spend.approvedPence)),
        text(fullMoney(spend.spentPence)),
        text(shareSpent(spend) ?? 'Not known'),
        number(spend.over, 'over'),
        number(spend.notReported, 'not-reported'),
        number(spend.overdue, 'overdue'),
      ],
    };
  };
  return {
    id: 'spend',
    title: 'Approved against spent',
    caption: [
      'Adds up what decisions that stand approved, and what departments reported as spent so far. An approval a variation has taken the place of is left out: the variation is for all of it.',
      'The share is of approvals something was reported of. A report is overdue where it was asked for and none was given since.',
    ],
    svg: await approvedAgainstSpentChart(figures, behind),
    headings: HEADINGS.map((text) => ({ text, title: null })),
    rows:
      organisations.length === 0
        ? []
        : [
            row('All organisations', inAll, 'all'),
            ...organisations.map((spend) => row(spend.organisation.name, spend, spend.organisation)),
          ],
  };
}
