import type { CaseDetails, FinancialYear, YearAmount } from '../case/case-content.js';
import { backwardsRefusal } from '../case/date-rules.js';
import { dateInWords } from '../case/dates.js';
import { MOST_YEARS } from '../case/limits.js';
import { tidy, type ImportProblem } from '../importing/header.js';
import type { Pence } from '../money/pence.js';
import { amountColumn, type PlanColumnName } from './plan-columns.js';
import { columnOfDetail, type PlannedDetails, type PlanRow } from './plan-row.js';

/** What a row changes of what is known of some planned spend. */
export interface PlanChanges {
  readonly details: CaseDetails;
  /** Columns that say something else than before, in no order. */
  readonly columns: readonly PlanColumnName[];
}

/**
 * Details with what a row says put in. What says the same as before is left as it was written, blanks and all, so that
 * a file that was exported changes nothing.
 */
export function withPlanRow(before: CaseDetails, row: PlanRow): PlanChanges {
  const changed = (Object.keys(row.details) as (keyof PlannedDetails)[]).filter(
    (field) => !saysTheSame(before[field], row.details[field]),
  );
  const { contractExtension = before.flags.contractExtension } = row;
  const extends_ = contractExtension !== before.flags.contractExtension;
  const planned = new Map<FinancialYear, Pence | null>(
    before.yearAmounts.map(({ financialYear, amountPence }) => [financialYear, amountPence]),
  );
  const years = [...row.amounts].filter(([year, amount]) => (planned.get(year) ?? null) !== amount);
  for (const [year, amount] of years) planned.set(year, amount);
  return {
    details: {
      ...before,
      ...Object.fromEntries(changed.map((field) => [field, row.details[field]])),
      flags: { ...before.flags, contractExtension },
      yearAmounts: years.length === 0 ? before.yearAmounts : inOrder(planned),
    },
    columns: [
      ...changed.map(columnOfDetail),
      ...(extends_ ? (['contract-extension'] as const) : []),
      ...years.map(([year]) => amountColumn(year)),
    ],
  };
}

function inOrder(planned: ReadonlyMap<FinancialYear, Pence | null>): readonly YearAmount[] {
  return [...planned]
    .flatMap(([financialYear, amountPence]) => (amountPence === null ? [] : [{ financialYear, amountPence }]))
    .sort((one, other) => one.financialYear.localeCompare(other.financialYear));
}

/** Why a row cannot be kept although nothing is wrong with its cells: what they say does not go with what is there. */
export function planRefusals(row: PlanRow, then: CaseDetails): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (then.yearAmounts.length > MOST_YEARS)
    problems.push({
      column: null,
      reason: `Give amounts for at most ${String(MOST_YEARS)} years, those that are planned already included`,
    });
  const backwards = backwardsRefusal(row.details, then);
  if (backwards !== null) {
    const column = columnOfDetail(row.details.spendEndsOn === undefined ? 'spendStartsOn' : 'spendEndsOn');
    problems.push({
      column,
      reason: `${backwards}: spending is planned from ${dateInWords(String(then.spendStartsOn))} to ${dateInWords(String(then.spendEndsOn))}`,
    });
  }
  return problems;
}

type Value = PlannedDetails[keyof PlannedDetails] | undefined;

/** Whether a cell, which has lost the blanks around it, says what is there already. */
function saysTheSame(before: Value, now: Value): boolean {
  return normal(before) === normal(now);
}

function normal(value: Value): string {
  if (typeof value === 'string') return tidy(value);
  if (typeof value === 'number') return String(value);
  return (value ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join('\n');
}
