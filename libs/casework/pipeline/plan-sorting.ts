import {
  amountsRefusal,
  CASE_ACTIONS,
  parseCaseReference,
  withPlanRow,
  type CaseDetails,
  type CaseState,
  type PlanColumnName,
  type PlanProblem,
} from '#domain';
import type { PlanRecord } from '#persistence';
import { BLANK_DETAILS } from '../drafting/details-patch.js';
import type { PlanLine } from './plan-file.js';

/** An entry to be made. */
export interface PlanToAdd extends PlanLine {
  readonly details: CaseDetails;
}

/** An entry to be changed. */
export interface PlanToChange extends PlanLine {
  readonly record: PlanRecord;
  readonly details: CaseDetails;
  readonly columns: readonly PlanColumnName[];
}

/** Rows by what is to be done with them. */
export interface SortedPlans {
  readonly added: readonly PlanToAdd[];
  readonly changed: readonly PlanToChange[];
  readonly unchanged: number;
  /** Of entries that are planned no longer. */
  readonly left: readonly (PlanLine & { readonly record: PlanRecord })[];
  readonly problems: readonly PlanProblem[];
}

/** What is known of organisations that nothing new is planned for. */
export type Ended = ReadonlyMap<string, string>;

/** States of entries a file may change: those of one that is planned, as far as its content may be changed in them. */
const CHANGED_IN: readonly CaseState[] = CASE_ACTIONS['edit-content'].from.filter(
  (state) => state === 'planned',
);

/**
 * Finds out what is to be done with each row, held against what is there.
 * @param ended why nothing new is planned for some organisations, by id
 */
export function sortPlans(
  lines: readonly PlanLine[],
  records: readonly PlanRecord[],
  ended: Ended,
): SortedPlans {
  const sorting = new PlanSorting(records, ended);
  for (const line of lines) sorting.take(line);
  return sorting;
}

class PlanSorting implements SortedPlans {
  readonly added: PlanToAdd[] = [];
  readonly changed: PlanToChange[] = [];
  unchanged = 0;
  readonly left: (PlanLine & { readonly record: PlanRecord })[] = [];
  readonly problems: PlanProblem[] = [];
  private readonly records: ReadonlyMap<string, PlanRecord>;
  /** Line by the id of its case: one may be named by its key and by its reference. */
  private readonly lineOf = new Map<string, number>();

  constructor(
    records: readonly PlanRecord[],
    private readonly ended: Ended,
  ) {
    this.records = new Map(
      records.flatMap((record) =>
        [record.reference, ...(record.key === null ? [] : [record.key])].map(
          (name) => [placeOf(record.organisationId, name), record] as const,
        ),
      ),
    );
  }

  take(line: PlanLine): void {
    const { key, organisationId } = line.row;
    const reference = parseCaseReference(key);
    const record = this.records.get(placeOf(organisationId, reference ?? key));
    if (record === undefined) this.add(line, reference);
    else this.hold(line, record);
  }

  private add(line: PlanLine, reference: string | null): void {
    const { details } = withPlanRow({ ...BLANK_DETAILS, title: '' }, line.row);
    const tooMany = amountsRefusal(details);
    const ended = this.ended.get(line.row.organisationId);
    if (reference !== null)
      this.refuse(
        line,
        'key',
        'This reads as a reference of a case here, and your organisation has none with it: give a key of your own',
      );
    else if (ended !== undefined) this.refuse(line, 'organisation', ended);
    else if (tooMany !== null) this.refuse(line, null, tooMany);
    else this.added.push({ ...line, details });
  }

  /** Holds a row against the entry it is of. */
  private hold(line: PlanLine, record: PlanRecord): void {
    const before = this.lineOf.get(record.id);
    this.lineOf.set(record.id, before ?? line.line);
    if (before !== undefined) {
      this.refuse(line, 'key', `Line ${String(before)} is of the same entry, ${record.reference}`);
      return;
    }
    if (!CHANGED_IN.includes(record.state)) {
      this.left.push({ ...line, record });
      return;
    }
    const { details, columns } = withPlanRow(record.details, line.row);
    const tooMany = amountsRefusal(details);
    if (tooMany !== null) this.refuse(line, null, tooMany);
    else if (columns.length === 0) this.unchanged += 1;
    else this.changed.push({ ...line, record, details, columns });
  }

  private refuse({ line, row }: PlanLine, column: string | null, reason: string): void {
    this.problems.push({ line, key: row.key, column, reason });
  }
}

function placeOf(organisationId: string, name: string): string {
  return `${organisationId} ${name}`;
}
