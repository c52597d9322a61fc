import {
  CASE_ACTIONS,
  comparedKey,
  parseCaseReference,
  planRefusals,
  withPlanRow,
  type CaseDetails,
  type CaseState,
  type ImportProblem,
  type PlanColumnName,
  type PlanProblem,
} from '#domain';
import type { PlanRecord } from '#persistence';
import { BLANK_DETAILS } from '../drafting/details-patch.js';
import { keyIsThere, type PlanLine } from './plan-file.js';

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
  /** Rows something is wrong with. */
  readonly refused: number;
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
  refused = 0;
  /** By their reference and their key, as they are written. */
  private readonly records: ReadonlyMap<string, PlanRecord>;
  /** By their key, whatever capitals it has. Several where they were made before such keys were the same. */
  private readonly alike: ReadonlyMap<string, readonly PlanRecord[]>;
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
    this.alike = alikeByKey(records);
  }

  take(line: PlanLine): void {
    const { key, organisationId } = line.row;
    const reference = parseCaseReference(key);
    const written = this.records.get(placeOf(organisationId, reference ?? key));
    const [first, second] = this.alike.get(placeOf(organisationId, comparedKey(key))) ?? [];
    if (written !== undefined) this.hold(line, written);
    else if (line.sameKeyOnLine !== null) this.refuse(line, 'key', keyIsThere(line.sameKeyOnLine));
    else if (first === undefined) this.add(line, reference);
    else if (second === undefined) this.hold(line, first);
    else
      this.refuse(
        line,
        'key',
        `Several entries have this key but for its capitals: write it as one of them has it, “${String(first.key)}” or “${String(second.key)}”, or give the reference`,
      );
  }

  private add(line: PlanLine, reference: string | null): void {
    const { details } = withPlanRow({ ...BLANK_DETAILS, title: '' }, line.row);
    const refusals = planRefusals(line.row, details);
    const ended = this.ended.get(line.row.organisationId);
    if (reference !== null)
      this.refuse(
        line,
        'key',
        'This reads as a reference of a case here, and your organisation has none with it: give a key of your own',
      );
    else if (ended !== undefined) this.refuse(line, 'organisation', ended);
    else if (refusals.length > 0) this.refuseAll(line, refusals);
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
    const refusals = planRefusals(line.row, details);
    if (refusals.length > 0) this.refuseAll(line, refusals);
    else if (columns.length === 0) this.unchanged += 1;
    else this.changed.push({ ...line, record, details, columns });
  }

  private refuseAll(line: PlanLine, problems: readonly ImportProblem[]): void {
    this.refused += 1;
    for (const { column, reason } of problems)
      this.problems.push({ line: line.line, key: line.row.key, column, reason });
  }

  private refuse(line: PlanLine, column: string | null, reason: string): void {
    this.refuseAll(line, [{ column, reason }]);
  }
}

function alikeByKey(records: readonly PlanRecord[]): ReadonlyMap<string, readonly PlanRecord[]> {
  const found = new Map<string, PlanRecord[]>();
  for (const record of records) {
    if (record.key === null) continue;
    const place = placeOf(record.organisationId, comparedKey(record.key));
    found.set(place, [...(found.get(place) ?? []), record]);
  }
  return found;
}

function placeOf(organisationId: string, name: string): string {
  return `${organisationId} ${name}`;
}
