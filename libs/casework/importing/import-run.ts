import { randomInt, randomUUID } from 'node:crypto';
import {
  cellsByColumn,
  isBlankRow,
  makeCaseReference,
  readHeader,
  readRow,
  startOfLondonDay,
  type ImportColumnName,
  type ImportContext,
  type ImportedDecision,
  type ImportedRow,
  type ImportLineProblem,
  type ImportOutcome,
  type ImportReport,
} from '#domain';
import {
  importedBefore,
  insertImportedCases,
  takenReferences,
  type CaseToImport,
  type ImportedBy,
  type Queryable,
} from '#persistence';
import { importedContentHash } from './imported-content-hash.js';
import type { CsvRow } from './csv-rows.js';

/** Rows looked up and written in one go. */
const BATCH = 500;

/** A good row. */
interface GoodRow {
  readonly line: number;
  readonly decision: ImportedDecision;
}

/** What a run is to do. */
export interface ImportPlan {
  readonly source: string;
  readonly dryRun: boolean;
  readonly by: ImportedBy;
}

/**
 * One file on its way in. Rows are written as they come, as long as all of them are good; whoever runs it takes
 * everything back when the report says `refused`.
 */
export class ImportRun {
  private columns: readonly ImportColumnName[] | null = null;
  private batch: GoodRow[] = [];
  private rows = 0;
  private bad = 0;
  private fresh = 0;
  private readonly problems: ImportLineProblem[] = [];
  private readonly conflicts: ImportedRow[] = [];
  private readonly unchanged: ImportedRow[] = [];
  private readonly disposed: ImportedRow[] = [];
  private readonly imported: ImportedRow[] = [];
  /** Line by the reference of the source, to find those that come twice. */
  private readonly lineOf = new Map<string, number>();

  constructor(
    private readonly queryable: Queryable,
    private readonly plan: ImportPlan,
    private readonly context: ImportContext,
  ) {}

  /** Takes every row of a file, and says what came of them. */
  async take(rows: AsyncIterable<CsvRow>): Promise<ImportReport> {
    for await (const row of rows) {
      this.takeRow(row);
      if (this.columns === null && this.problems.length > 0) break;
      if (this.batch.length >= BATCH) await this.flush();
    }
    if (this.columns === null && this.problems.length === 0)
      this.refuse(1, null, [
        { column: null, reason: 'The file is empty: its first line must name the columns' },
      ]);
    await this.flush();
    return this.report();
  }

  private takeRow(row: CsvRow): void {
    if (row.kind === 'fault') this.refuse(row.line, null, [{ column: null, reason: row.reason }]);
    else if (isBlankRow(row.cells)) return;
    else if (this.columns === null) this.takeHeader(row.line, row.cells);
    else this.takeDecision(row.line, this.columns, row.cells);
  }

  private takeHeader(line: number, cells: readonly string[]): void {
    const header = readHeader(cells);
    if (header.ok) this.columns = header.columns;
    else this.refuse(line, null, header.problems);
  }

  private takeDecision(line: number, columns: readonly ImportColumnName[], cells: readonly string[]): void {
    this.rows += 1;
    const read = cellsByColumn(columns, cells);
    if (!read.ok) {
      this.bad += 1;
      this.refuse(line, null, [read.problem]);
      return;
    }
    const row = readRow(read.cells, this.context);
    const sourceReference = read.cells.reference ?? '';
    const before = this.lineOf.get(sourceReference);
    const problems = [
      ...(row.ok ? [] : row.problems),
      ...(before === undefined || sourceReference === ''
        ? []
        : [{ column: 'reference', reason: `Line ${String(before)} has this reference already` }]),
    ];
    this.lineOf.set(sourceReference, before ?? line);
    if (row.ok && problems.length === 0) {
      this.batch.push({ line, decision: row.decision });
      return;
    }
    this.bad += 1;
    this.refuse(line, sourceReference === '' ? null : sourceReference, problems);
  }

  private refuse(
    line: number,
    sourceReference: string | null,
    problems: readonly { readonly column: string | null; readonly reason: string }[],
  ): void {
    for (const problem of problems) this.problems.push({ line, sourceReference, ...problem });
  }

  /** Looks up what has gathered, and writes what is new as long as nothing is wrong with the file. */
  private async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    if (batch.length === 0) return;
    const references = batch.map(({ decision }) => decision.sourceReference);
    const known = await importedBefore(this.queryable, this.plan.source, references);
    const before = new Map(known.map((one) => [one.sourceReference, one]));
    const fresh: GoodRow[] = [];
    for (const row of batch) {
      const { sourceReference, rowHash } = row.decision;
      const found = before.get(sourceReference);
      if (found === undefined) fresh.push(row);
      else
        this.knownAs(found.rowHash, rowHash).push({
          line: row.line,
          sourceReference,
          reference: found.reference,
        });
    }
    this.fresh += fresh.length;
    if (!this.plan.dryRun && this.problems.length === 0) await this.write(fresh);
  }

  /** The list a row belongs to that was imported before. A case loses the hash of its row when it is disposed of. */
  private knownAs(hashThen: string, hashNow: string): ImportedRow[] {
    if (hashThen === '') return this.disposed;
    return hashThen === hashNow ? this.unchanged : this.conflicts;
  }

  private async write(rows: readonly GoodRow[]): Promise<void> {
    const references = await freeReferences(this.queryable, rows.length);
    const cases = rows.map(({ decision }, index) =>
      caseOf(this.plan.source, decision, references[index] ?? ''),
    );
    await insertImportedCases(this.queryable, cases, this.plan.by);
    for (const [index, { line, decision }] of rows.entries())
      this.imported.push({
        line,
        sourceReference: decision.sourceReference,
        reference: references[index] ?? '',
      });
  }

  private report(): ImportReport {
    const outcome = this.outcome();
    const imported = outcome === 'imported' ? this.imported : [];
    return {
      source: this.plan.source,
      dryRun: this.plan.dryRun,
      outcome,
      totals: {
        rows: this.rows,
        new: this.fresh,
        imported: imported.length,
        unchanged: this.unchanged.length,
        disposed: this.disposed.length,
        conflicts: this.conflicts.length,
        bad: this.bad,
      },
      problems: this.problems,
      conflicts: this.conflicts,
      unchanged: this.unchanged,
      disposed: this.disposed,
      imported,
    };
  }

  private outcome(): ImportOutcome {
    if (this.problems.length > 0) return 'refused';
    if (this.fresh === 0) return 'nothing-new';
    return this.plan.dryRun ? 'would-import' : 'imported';
  }
}

/** References nobody has, as many as asked for. */
async function freeReferences(queryable: Queryable, count: number): Promise<readonly string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const made = new Set<string>();
    while (free.size + made.size < count) {
      const reference = makeCaseReference((max) => randomInt(max));
      if (!free.has(reference)) made.add(reference);
    }
    const taken = await takenReferences(queryable, [...made]);
    for (const reference of made) if (!taken.has(reference)) free.add(reference);
  }
  return [...free];
}

/** The case a decision of the past becomes. */
function caseOf(source: string, decision: ImportedDecision, reference: string): CaseToImport {
  const { reason, conditions, ...rest } = decision;
  return {
    id: randomUUID(),
    submittedAt: startOfLondonDay(decision.submittedOn),
    decidedAt: startOfLondonDay(decision.decidedOn),
    reason,
    payload: {
      ...rest,
      reference,
      source,
      contentHash: importedContentHash(decision.details),
      decisionId: randomUUID(),
      conditions: conditions.map((condition, index) => ({
        ...condition,
        id: randomUUID(),
        number: index + 1,
      })),
    },
  };
}
