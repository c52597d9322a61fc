import { MOST_YEARS, pence, type IsoDate, type SpendReport } from '#domain';
import { spendReportOf, SpendReportRequest } from '#edge';
import type { FieldProblem } from '#platform';
import { checkRequest } from '../forms/check-request.js';
import { financialYearIn } from '../forms/financial-year.js';
import type { FieldOf } from '../forms/form-problems.js';
import { poundsBox, type PostedFields, type PostedForm } from '../forms/posted-form.js';
import { boxesOfRows, rowsOf } from '../request/repeated-rows.js';

/** Boxes of a row of what was spent in a financial year. */
export const SPENT_BOXES = ['year', 'amount'] as const;

/** What the form holds before anything is written: the years that were planned, or what was said last. */
export function spentBoxes(
  years: readonly {
    readonly financialYear: string;
    readonly spentPence: number | null;
  }[],
): PostedFields {
  return boxesOfRows(
    years.map(({ financialYear, spentPence }) => ({ year: financialYear, amount: poundsBox(spentPence) })),
  );
}

/**
 * What the form says was spent.
 * @param faultsOf what the rules find wrong with it, as far as it could be read
 * @throws ProblemError 400 naming every field that is wrong
 */
export async function readSpent(
  form: PostedForm,
  faultsOf: (spend: SpendReport) => Promise<readonly FieldProblem[]>,
): Promise<SpendReport> {
  // A year without an amount is shown again, and is no part of the report.
  const rows = rowsOf(form.fields, SPENT_BOXES, MOST_YEARS)
    .map((row, place) => ({ ...row, place }))
    .filter(({ amount }) => amount !== '');
  const years = rows.map(({ year, amount, place }) => ({
    financialYear: financialYearIn(year),
    amountPence:
      form.pounds(`amount-${String(place)}`, `The amount for ${year === '' ? 'this year' : year}`, amount) ??
      pence(0),
  }));
  const placed = (faults: readonly FieldProblem[]): readonly FieldProblem[] =>
    faults.map((fault) => ({
      ...fault,
      pointer: fault.pointer.replace(
        /^\/years\/(\d+)/,
        (_all, index: string) => `/years/${String(rows[Number(index)]?.place ?? index)}`,
      ),
    }));
  const final = form.yesOrNo('final');
  if (final === null) form.refuse('final', 'Say whether the spending has ended');
  const endedOn: IsoDate | null = final === true ? form.date('endedOn', 'The day it ended') : null;
  const values = { years, note: form.textOrNull('note'), final: final ?? false, endedOn };
  const faults = await faultsOf(values);
  form.problems.push(...placed(faults).filter(({ pointer }) => !form.isRefused(spentField(pointer) ?? '')));
  return spendReportOf(checkRequest(SpendReportRequest, values, form.problems));
}

/** The box that shows a problem with a part of a report. */
export const spentField: FieldOf = (pointer) => {
  const [, part = '', index, inner] = pointer.split('/');
  if (part === 'years' && index !== undefined)
    return `${inner === 'financialYear' ? 'year' : 'amount'}-${index}`;
  if (part === 'years') return 'amount-0';
  return part === 'endedOn' ? 'endedOn-day' : part;
};
