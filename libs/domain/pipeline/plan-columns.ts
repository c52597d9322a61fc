import type { FinancialYear } from '../case/case-content.js';
import { isFinancialYear } from '../case/dates.js';
import type { KnownColumns } from '../importing/header.js';

/** One column of a file of planned spend. */
export interface PlanColumn {
  readonly name: string;
  readonly required: boolean;
  /** What to write, for people. */
  readonly meaning: string;
  readonly example: string;
}

function column<Name extends string>(name: Name, required: boolean, example: string, meaning: string) {
  return { name, required, example, meaning } as const;
}

/** Every column but those of amounts by year, in the order they are exported in. */
export const PLAN_COLUMNS = [
  column(
    'key',
    true,
    'HO-2027-014',
    'What your organisation calls it in its own plans; it says whether a row was imported before. For an entry without one, its reference here.',
  ),
  column(
    'organisation',
    true,
    'home-office',
    'Key or name of an organisation you submit for. Capitals, blanks and “&” for “and” make no difference.',
  ),
  column('title', true, 'Case management replacement', 'On one line.'),
  column('description', false, 'Replaces two older systems.', 'May have several lines.'),
  column('category', false, 'digital-service', 'One of this service’s categories.'),
  column('phase', false, 'discovery', 'Phase of delivery the money is for.'),
  column('spend-starts-on', false, '2027-04-01', 'When spending is expected to start, YYYY-MM-DD.'),
  column('spend-ends-on', false, '2029-03-31', 'YYYY-MM-DD.'),
  column('contract-ends-on', false, '2027-06-30', 'When the current contract ends, YYYY-MM-DD.'),
  column('contract-extension', false, 'yes', '“yes” where a contract is to be extended, or “no”.'),
  column(
    'current-suppliers',
    false,
    'Example Systems Ltd; Other Ltd',
    'Separated by semicolons; a semicolon within a name has a backslash before it.',
  ),
  column('proposed-suppliers', false, 'New Systems Ltd', 'As the current suppliers.'),
  column('commercial-approach', false, 'open-competition', 'How the supplier is to be found.'),
  column('requested-amount', false, '1250000.00', 'Pounds; the amount in all, where it is known.'),
  column('whole-life-cost', false, '4000000', 'Pounds; from first to last.'),
  column('protective-marking', false, 'OFFICIAL', '“OFFICIAL” or “OFFICIAL-SENSITIVE”.'),
] as const satisfies readonly PlanColumn[];

/** The column of the amount in a financial year. */
export type AmountColumn = `amount-${FinancialYear}`;
export type PlanColumnName = (typeof PLAN_COLUMNS)[number]['name'] | AmountColumn;

/** The cells of a row by column; none where the file has no such column. */
export type PlanCells = Readonly<Partial<Record<PlanColumnName, string>>>;

const AMOUNT = 'amount-';

/** The column of a year's amount. */
export function amountColumn(year: FinancialYear): AmountColumn {
  return `${AMOUNT}${year}`;
}

/** The year a column is the amount of; `null` where it is another column. */
export function yearOfColumn(name: string): FinancialYear | null {
  const year = name.slice(AMOUNT.length);
  return name.startsWith(AMOUNT) && isFinancialYear(year) ? year : null;
}

function isPlanColumn(name: string): name is PlanColumnName {
  return yearOfColumn(name) !== null || PLAN_COLUMNS.some((known) => known.name === name);
}

/** Which columns a file of planned spend has. */
export const KNOWN_PLAN_COLUMNS: KnownColumns<PlanColumnName> = {
  isColumn: isPlanColumn,
  required: ['key', 'organisation', 'title'],
};

/** Most entries in one file. This service's own choice. */
export const MOST_PLANS = 5_000;
