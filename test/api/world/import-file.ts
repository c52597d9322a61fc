import { IMPORT_COLUMNS, type ImportCells, type ImportColumnName } from '#domain';

/** A row of which everything is right. */
export const GOOD_CELLS = {
  reference: 'COSC-00103',
  organisation: 'home-office',
  title: 'Case management replacement',
  description: 'Replaces two older systems.\nIn two steps.',
  category: 'digital-service',
  'requested-amount': '£1,250,000.00',
  'approved-amount': '1000000',
  'submitted-on': '2019-02-04',
  'decided-on': '2019-03-01',
  outcome: 'approved',
  'decided-by': 'Head of Controls',
  reason: 'Meets the Code of Practice.',
  'protective-marking': 'OFFICIAL',
} as const satisfies ImportCells;

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A file with every column; a row says what is different about it from the good one. */
export function importFile(
  rows: readonly ImportCells[],
  columns: readonly ImportColumnName[] = IMPORT_COLUMNS.map(({ name }) => name),
  lineEnd = '\n',
): string {
  const lines = rows.map((row) => {
    const cells: ImportCells = { ...GOOD_CELLS, ...row };
    return columns.map((column) => quoted(cells[column] ?? '')).join(',');
  });
  return [columns.join(','), ...lines, ''].join(lineEnd);
}
