import type { CaseDetails, FinancialYear } from '../case/case-content.js';
import { guardedCell } from '../exports/guarded-cell.js';
import { tidy } from '../importing/header.js';
import type { Pence } from '../money/pence.js';
import { namesInCell } from './plan-cells.js';
import { amountColumn, PLAN_COLUMNS, yearOfColumn, type PlanColumnName } from './plan-columns.js';

/** Planned spend as a row says it. */
export interface PlanToExport {
  readonly reference: string;
  /** What its organisation calls it; `null` where it calls it nothing. */
  readonly key: string | null;
  readonly organisationKey: string;
  readonly details: CaseDetails;
}

/** The columns a file of some planned spend has: an amount for every year any of it is planned in. */
export function columnsToExport(plans: readonly PlanToExport[]): readonly PlanColumnName[] {
  const years = new Set<FinancialYear>(
    plans.flatMap(({ details }) => details.yearAmounts.map(({ financialYear }) => financialYear)),
  );
  return [...PLAN_COLUMNS.map(({ name }) => name), ...[...years].sort().map(amountColumn)];
}

/** The cells of a row, guarded against being run as formulas; a file of them imports as what is there already. */
export function cellsToExport(plan: PlanToExport, columns: readonly PlanColumnName[]): readonly string[] {
  return columns.map((column) => guardedCell(tidy(cellOf(plan, column) ?? '')));
}

function cellOf(
  { reference, key, organisationKey, details }: PlanToExport,
  column: PlanColumnName,
): string | null {
  switch (column) {
    case 'key':
      return key ?? reference;
    case 'organisation':
      return organisationKey;
    case 'title':
      return details.title;
    case 'description':
      return details.description;
    case 'category':
      return details.category;
    case 'phase':
      return details.phase;
    case 'spend-starts-on':
      return details.spendStartsOn;
    case 'spend-ends-on':
      return details.spendEndsOn;
    case 'contract-ends-on':
      return details.contractEndsOn;
    case 'contract-extension':
      return yesOrNo(details.flags.contractExtension);
    case 'current-suppliers':
      return namesInCell(details.currentSuppliers);
    case 'proposed-suppliers':
      return namesInCell(details.proposedSuppliers);
    case 'commercial-approach':
      return details.commercialApproach;
    case 'requested-amount':
      return pounds(details.requestedPence);
    case 'whole-life-cost':
      return pounds(details.wholeLifePence);
    case 'protective-marking':
      return details.protectiveMarking;
    default: {
      const year = yearOfColumn(column);
      const amount = details.yearAmounts.find(({ financialYear }) => financialYear === year);
      return pounds(amount?.amountPence ?? null);
    }
  }
}

function yesOrNo(answer: boolean | null): string | null {
  if (answer === null) return null;
  return answer ? 'yes' : 'no';
}

/** Whole numbers throughout: a division by 100 could lose a penny. */
function pounds(amount: Pence | null): string | null {
  if (amount === null) return null;
  return `${String(Math.floor(amount / 100))}.${String(amount % 100).padStart(2, '0')}`;
}
