import type { FinancialYear, IsoDate, YearAmount } from '../case/case-content.js';
import { dateInWords, financialYearOf, isFinancialYear, isIsoDate } from '../case/dates.js';
import { formatPounds, isPence, type Pence } from '../money/pence.js';

/** What a department says was spent so far, of the whole approval: each report replaces what the one before said. */
export interface SpendReport {
  /** At most one entry per financial year; none only in a final report, where nothing was spent. */
  readonly years: readonly YearAmount[];
  readonly note: string | null;
  /** The spending has ended, and these are the final amounts. */
  readonly final: boolean;
  /** The day it ended; `null` unless it has. */
  readonly endedOn: IsoDate | null;
}

/** Something wrong with a report: where, and what to do. */
export interface SpendFault {
  readonly pointer: string;
  readonly message: string;
}

/** What a report is held against. */
export interface SpendContext {
  /** Amount of the decision that stands. */
  readonly approvedPence: Pence | null;
  /** Whether an earlier report was final. */
  readonly finalBefore: boolean;
  /** First day of the spending, as it was approved; `null` where none is known. */
  readonly spendStartsOn: IsoDate | null;
  /** London day the spending was approved on first; `null` where it goes on from an earlier approval or none is known. */
  readonly decidedOn: IsoDate | null;
  /** The money was committed before approval. */
  readonly retrospective: boolean;
  readonly today: IsoDate;
}

/** All that was spent, in pence. */
export function totalSpent(years: readonly YearAmount[]): number {
  return years.reduce((total, { amountPence }) => total + amountPence, 0);
}

/** By how much more was spent than approved, in pence; `null` where it was not more. */
export function overspend(spentPence: number, approvedPence: Pence | null): Pence | null {
  const over = approvedPence === null ? 0 : spentPence - approvedPence;
  return over > 0 ? (over as Pence) : null;
}

/**
 * What is wrong with a report, so that it can be compared with what was approved: years that are over or running, each
 * once, nothing in one before the spending was approved or started nor in one after its end; an end that is not in the
 * future, with final amounts only, and not before anything could be spent unless nothing was; and words where more was
 * spent than approved, it ended before it was to start, or a final report is put right. This service's own rules.
 */
export function spendFaults(
  { years, note, final, endedOn }: SpendReport,
  context: SpendContext,
): readonly SpendFault[] {
  const { approvedPence, finalBefore, today, spendStartsOn } = context;
  const faults: SpendFault[] = [];
  if (years.length === 0 && !final)
    faults.push({
      pointer: '/years',
      message:
        'Give the amount of at least one financial year. Where nothing was spent and nothing will be, say that these are the final amounts and give none',
    });
  const seen = new Set<FinancialYear>();
  for (const [index, { financialYear, amountPence }] of years.entries()) {
    const pointer = `/years/${String(index)}`;
    faults.push(...yearFaults(financialYear, seen, pointer, today));
    if (!isPence(amountPence))
      faults.push({
        pointer: `${pointer}/amountPence`,
        message: 'Give the amount in whole pence, from nought to £1 trillion',
      });
    const early = amountPence > 0 ? tooEarly(financialYear, final ? endedOn : null, context) : null;
    if (early !== null) faults.push({ pointer: `${pointer}/financialYear`, message: early });
  }
  const ofEnd = final ? endFaults(endedOn, years, context) : [];
  faults.push(...ofEnd);
  if (!final && endedOn !== null)
    faults.push({
      pointer: '/endedOn',
      message: 'Leave out the date, or say that these are the final amounts',
    });
  const total = totalSpent(years);
  const isSaid = note !== null && note.trim() !== '';
  const isEarly = spendStartsOn !== null && endsBefore(endedOn, spendStartsOn);
  if (isEarly && !isSaid && total > 0 && final && ofEnd.length === 0)
    faults.push({
      pointer: '/note',
      message: `Say why the spending ended before ${dateInWords(spendStartsOn)}, when it was to start`,
    });
  if (!isPence(total))
    faults.push({ pointer: '/years', message: 'Give amounts that come to no more than £1 trillion' });
  else if (!isSaid && approvedPence !== null && overspend(total, approvedPence) !== null)
    faults.push({
      pointer: '/note',
      message: `Say why more was spent than the ${formatPounds(approvedPence)} approved`,
    });
  if (finalBefore && !isSaid)
    faults.push({ pointer: '/note', message: 'Say why the final amounts are put right' });
  return faults;
}

function endsBefore(endedOn: IsoDate | null, day: IsoDate | null): boolean {
  return endedOn !== null && day !== null && endedOn < day;
}

/**
 * Why nothing can have been spent in a year; `null` where something can.
 * @param endedOn the end of the spending, where the report says one: what ended before it was to start was spent earlier
 */
function tooEarly(
  year: FinancialYear,
  endedOn: IsoDate | null,
  { spendStartsOn, decidedOn, retrospective }: SpendContext,
): string | null {
  const isBefore = (day: IsoDate | null): day is IsoDate => day !== null && year < financialYearOf(day);
  if (!retrospective && isBefore(decidedOn))
    return `Nothing can have been spent in ${year}: the spending was approved on ${dateInWords(decidedOn)}, in ${financialYearOf(decidedOn)}. Give the amount of the year it was spent in`;
  if (!endsBefore(endedOn, spendStartsOn) && isBefore(spendStartsOn))
    return `Nothing can have been spent in ${year}: the spending was to start on ${dateInWords(spendStartsOn)}, in ${financialYearOf(spendStartsOn)}. Give the amount of the year it was spent in, or begin a variation where it started earlier`;
  return null;
}

function yearFaults(
  year: FinancialYear,
  seen: Set<FinancialYear>,
  pointer: string,
  today: IsoDate,
): readonly SpendFault[] {
  const fault = (message: string): readonly SpendFault[] => [
    { pointer: `${pointer}/financialYear`, message },
  ];
  if (!isFinancialYear(year)) return fault('Write the financial year like 2026-27');
  if (year > financialYearOf(today))
    return fault('Give years that have begun: nothing can be spent in one to come');
  if (seen.has(year)) return fault('Give each financial year once');
  seen.add(year);
  return [];
}

function endFaults(
  endedOn: IsoDate | null,
  years: readonly YearAmount[],
  { today, decidedOn, retrospective }: SpendContext,
): readonly SpendFault[] {
  const fault = (message: string): readonly SpendFault[] => [{ pointer: '/endedOn', message }];
  if (endedOn === null || !isIsoDate(endedOn)) return fault('Give the date the spending ended');
  if (endedOn > today) return fault('The date the spending ended must be today or earlier');
  // What was dropped before it was approved or began ended without anything spent.
  if (!retrospective && decidedOn !== null && endedOn < decidedOn && totalSpent(years) > 0)
    return fault(
      `The date the spending ended must be ${dateInWords(decidedOn)}, when it was approved, or later. Where nothing was spent, give no amounts`,
    );
  const last = financialYearOf(endedOn);
  return years.flatMap(({ financialYear, amountPence }, index) =>
    financialYear > last && amountPence > 0
      ? [
          {
            pointer: `/years/${String(index)}/financialYear`,
            message: `Nothing was spent in ${financialYear} where the spending ended on ${dateInWords(endedOn)}: correct the year or the date`,
          },
        ]
      : [],
  );
}

/** One financial year, as asked for and as spent. */
export interface YearCompared {
  readonly financialYear: FinancialYear;
  /** `null` where nothing was asked for it, or nothing was said of it. */
  readonly plannedPence: Pence | null;
  readonly spentPence: Pence | null;
}

/** Every financial year something was planned or spent in, in order. */
export function yearsCompared(
  planned: readonly YearAmount[],
  spent: readonly YearAmount[],
): readonly YearCompared[] {
  const amountIn = (amounts: readonly YearAmount[], year: FinancialYear): Pence | null =>
    amounts.find(({ financialYear }) => financialYear === year)?.amountPence ?? null;
  const years = [...new Set([...planned, ...spent].map(({ financialYear }) => financialYear))].sort();
  return years.map((financialYear) => ({
    financialYear,
    plannedPence: amountIn(planned, financialYear),
    spentPence: amountIn(spent, financialYear),
  }));
}
