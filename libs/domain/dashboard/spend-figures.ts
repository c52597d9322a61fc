import type { CaseCriteria } from '../search/case-criteria.js';
import type { SpendWord } from '../after-decision/spend-standing.js';
import { casesOfHistory, type CasesBehind } from './cases-behind.js';
import type { FigureOrganisation } from './figures.js';

/**
 * What was approved and what was spent of it, of approvals that stand and that no variation has taken the place of.
 * Whole pence; sums, so they may be above `MAX_PENCE`.
 */
export interface SpendFigure {
  readonly approvals: number;
  readonly approvedPence: number;
  /** Of those something was reported of, what was approved. */
  readonly reportedOfPence: number;
  /** By their latest reports. */
  readonly spentPence: number;
  /** How many spent more than was approved. */
  readonly over: number;
  readonly notReported: number;
  /** Of how many a report was asked for and none was given since. */
  readonly overdue: number;
}

/** The same of one organisation. */
export interface OrganisationSpendFigure extends SpendFigure {
  readonly organisation: FigureOrganisation;
}

/** What was approved and spent, by organisation and in all. */
export interface SpendFigures {
  /** Most approved first; those not named one by one last. */
  readonly organisations: readonly OrganisationSpendFigure[];
  readonly inAll: SpendFigure;
}

/** Several figures as one. */
export function inAllSpend(figures: readonly SpendFigure[]): SpendFigure {
  const sum = (part: keyof SpendFigure): number => figures.reduce((total, figure) => total + figure[part], 0);
  return {
    approvals: sum('approvals'),
    approvedPence: sum('approvedPence'),
    reportedOfPence: sum('reportedOfPence'),
    spentPence: sum('spentPence'),
    over: sum('over'),
    notReported: sum('notReported'),
    overdue: sum('overdue'),
  };
}

/** Every way in which an approval a figure counts can stand. */
const COUNTED: readonly SpendWord[] = ['over', 'within', 'not-reported'];

/**
 * Approvals of an organisation, or of all, that stand so; those of every kind where no word is given. `null` for those
 * not named one by one, which no list can single out.
 */
export function approvalsSpent(
  criteria: CaseCriteria,
  organisation: FigureOrganisation | 'all',
  word?: SpendWord,
): CasesBehind | null {
  const spend = word ?? COUNTED.join(',');
  if (organisation === 'all') return casesOfHistory('decisions', criteria, { spend });
  return organisation.id === null
    ? null
    : casesOfHistory('decisions', criteria, { organisation: organisation.id, spend });
}
