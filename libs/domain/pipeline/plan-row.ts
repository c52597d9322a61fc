import { unguardedCell } from '../exports/guarded-cell.js';
import {
  COMMERCIAL_APPROACHES,
  PHASES,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  type CaseDetails,
  type FinancialYear,
} from '../case/case-content.js';
import { backwardsRefusal } from '../case/date-rules.js';
import { markingRefusal, type Machine } from '../access/machine-access.js';
import { LONGEST_NARRATIVE, LONGEST_TITLE } from '../case/limits.js';
import { bad, readChoice, type Cell } from '../importing/cells.js';
import { organisationOf, type KnownOrganisations } from '../importing/context.js';
import type { ImportProblem } from '../importing/header.js';
import { choice, RowReader, text } from '../importing/row-reader.js';
import type { Pence } from '../money/pence.js';
import { readNames, readPlannedDate, readPlannedPounds } from './plan-cells.js';
import { amountColumn, yearOfColumn, type PlanCells, type PlanColumnName } from './plan-columns.js';

/** Longest key of an organisation's own, in characters. This service's own choice. */
export const LONGEST_PIPELINE_KEY = 64;

/** What keys are compared by: two that differ by capitals alone are the same key, as people write them in two files. */
export function comparedKey(key: string): string {
  return key.toLowerCase();
}

/** Details a column of its own says. */
export type PlannedDetails = Pick<
  CaseDetails,
  | 'title'
  | 'description'
  | 'category'
  | 'phase'
  | 'spendStartsOn'
  | 'spendEndsOn'
  | 'contractEndsOn'
  | 'currentSuppliers'
  | 'proposedSuppliers'
  | 'commercialApproach'
  | 'requestedPence'
  | 'wholeLifePence'
  | 'protectiveMarking'
>;

/** What a row says of planned spend; what the file has no column for is left out, and stays as it is. */
export interface PlanRow {
  readonly key: string;
  readonly organisationId: string;
  readonly details: Partial<PlannedDetails>;
  readonly contractExtension?: boolean | null;
  /** By year; `null` where nothing is planned. */
  readonly amounts: ReadonlyMap<FinancialYear, Pence | null>;
}

/** A row, read: what it says, or everything that is wrong with it. */
export type PlanReading =
  | { readonly ok: true; readonly row: PlanRow }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** What rows are held against. */
export interface PlanContext extends KnownOrganisations {
  /** Organisations the person may write for, by id. */
  readonly mine: ReadonlySet<string>;
  /** The program that sends the file, where one does. */
  readonly machine?: Pick<Machine, 'scopes'> | undefined;
}

type Reader = RowReader<PlanColumnName>;

/** How each column is read that is a detail by itself; an empty cell clears it. */
const READERS = {
  title: ['title', (row) => row.required('title', text(LONGEST_TITLE)) ?? ''],
  description: ['description', (row) => row.optional('description', text(LONGEST_NARRATIVE, true))],
  category: ['category', (row) => row.optional('category', choice(SPEND_CATEGORIES))],
  phase: ['phase', (row) => row.optional('phase', choice(PHASES))],
  spendStartsOn: ['spend-starts-on', (row) => row.optional('spend-starts-on', readPlannedDate)],
  spendEndsOn: ['spend-ends-on', (row) => row.optional('spend-ends-on', readPlannedDate)],
  contractEndsOn: ['contract-ends-on', (row) => row.optional('contract-ends-on', readPlannedDate)],
  currentSuppliers: ['current-suppliers', (row) => row.optional('current-suppliers', readNames) ?? []],
  proposedSuppliers: ['proposed-suppliers', (row) => row.optional('proposed-suppliers', readNames) ?? []],
  commercialApproach: [
    'commercial-approach',
    (row) => row.optional('commercial-approach', choice(COMMERCIAL_APPROACHES)),
  ],
  requestedPence: ['requested-amount', (row) => row.optional('requested-amount', readPlannedPounds)],
  wholeLifePence: ['whole-life-cost', (row) => row.optional('whole-life-cost', readPlannedPounds)],
  // Nothing is guessed: an empty cell leaves the marking as it is.
  protectiveMarking: [
    'protective-marking',
    (row) => row.optional('protective-marking', choice(PROTECTIVE_MARKINGS)) ?? undefined,
  ],
} as const satisfies {
  readonly [Field in keyof PlannedDetails]: readonly [
    PlanColumnName,
    (row: Reader) => PlannedDetails[Field] | undefined,
  ];
};

/** The column a detail is written in. */
export function columnOfDetail(field: keyof PlannedDetails): PlanColumnName {
  return READERS[field][0];
}

/** Reads one row. Nothing is guessed and nothing is corrected. */
export function readPlanRow(given: PlanCells, context: PlanContext): PlanReading {
  const entries = Object.entries(given) as readonly (readonly [string, string])[];
  const cells = Object.fromEntries(
    entries.map(([column, cell]) => [column, unguardedCell(cell)]),
  ) as PlanCells;
  const row = new RowReader<PlanColumnName>(cells);
  const key = row.required('key', text(LONGEST_PIPELINE_KEY));
  const organisationId = row.required('organisation', (cell) => ownOrganisation(cell, context));
  const details = Object.fromEntries(
    Object.entries(READERS).flatMap(([field, [column, read]]): readonly (readonly [string, unknown])[] => {
      const value = cells[column] === undefined ? undefined : read(row);
      return value === undefined ? [] : [[field, value]];
    }),
  ) as Partial<PlannedDetails>;
  const extension =
    cells['contract-extension'] === undefined
      ? {}
      : { contractExtension: row.optional('contract-extension', readYesOrNo) };
  const amounts = amountsOf(row, cells);
  const backwards = backwardsRefusal(details, {
    spendStartsOn: details.spendStartsOn ?? null,
    spendEndsOn: details.spendEndsOn ?? null,
  });
  if (backwards !== null) row.refuse('spend-ends-on', backwards);
  const marked = markingRefusal(context.machine, details.protectiveMarking);
  if (marked !== null) row.refuse('protective-marking', withoutFullStop(marked));
  return key === null || organisationId === null || row.problems.length > 0
    ? { ok: false, problems: row.problems }
    : { ok: true, row: { key, organisationId, details, ...extension, amounts } };
}

function ownOrganisation(cell: string, context: PlanContext): Cell<string> {
  const found = organisationOf(cell, context);
  if (!found.ok || context.mine.has(found.value)) return found;
  return bad('You are not a submitter or an assurance lead of this organisation: remove the row');
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function readYesOrNo(cell: string): Cell<boolean> {
  const read = readChoice(cell, ['yes', 'no']);
  return read.ok ? { ok: true, value: read.value === 'yes' } : read;
}

function amountsOf(row: Reader, cells: PlanCells): ReadonlyMap<FinancialYear, Pence | null> {
  const years = Object.keys(cells)
    .map(yearOfColumn)
    .filter((year) => year !== null);
  return new Map(years.map((year) => [year, row.optional(amountColumn(year), readPlannedPounds)]));
}
