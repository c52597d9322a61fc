import { stringify } from 'csv-stringify/sync';
import { cellsToExport, columnsToExport, QUOTED_CELL, type PlanToExport } from '#domain';

/** Planned spend as a file (RFC 4180), marked as UTF-8 for spreadsheets: the header, then a line for each. */
export function csvOfPlans(plans: readonly PlanToExport[]): string {
  const columns = columnsToExport(plans);
  const rows = plans.map((plan) => [...cellsToExport(plan, columns)]);
  return stringify([[...columns], ...rows], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: QUOTED_CELL,
  });
}
