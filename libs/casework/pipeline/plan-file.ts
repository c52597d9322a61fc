import {
  cellsByColumn,
  comparedOrganisationName,
  comparedKey,
  isBlankRow,
  KNOWN_PLAN_COLUMNS,
  MOST_PLANS,
  organisationOf,
  readColumns,
  readPlanRow,
  tidy,
  type PlanColumnName,
  type PlanContext,
  type PlanProblem,
  type PlanRow,
} from '#domain';
import type { CsvRow } from '../importing/csv-rows.js';

/** A good row of a file. */
export interface PlanLine {
  readonly line: number;
  readonly row: PlanRow;
  /** An earlier line whose key differs by its capitals alone, which may be of another entry that is there already. */
  readonly sameKeyOnLine: number | null;
}

/** A file, read. */
export interface PlanFile {
  /** Rows that are not blank, the header aside. */
  readonly rows: number;
  /** Rows something is wrong with. */
  readonly bad: number;
  readonly lines: readonly PlanLine[];
  readonly problems: readonly PlanProblem[];
}

/** Reads every row of a file of planned spend, and says all that is wrong with it by itself. */
export async function readPlanFile(rows: AsyncIterable<CsvRow>, context: PlanContext): Promise<PlanFile> {
  const reading = new PlanFileReading(context);
  for await (const row of rows) if (!reading.take(row)) break;
  return reading.end();
}

/** One file on its way in. */
class PlanFileReading {
  private columns: readonly PlanColumnName[] | null = null;
  private rows = 0;
  private bad = 0;
  private readonly lines: PlanLine[] = [];
  private readonly problems: PlanProblem[] = [];
  /** Line by organisation and key, to find those that come twice. */
  private readonly lineOf = new Map<string, number>();
  /** Likewise, whatever capitals they have. */
  private readonly lineOfAlike = new Map<string, number>();

  constructor(private readonly context: PlanContext) {}

  /** @returns whether to go on */
  take(row: CsvRow): boolean {
    if (row.kind === 'fault') this.refuse(row.line, null, [{ column: null, reason: row.reason }]);
    else if (isBlankRow(row.cells)) return true;
    else if (this.columns === null) this.takeHeader(row.line, row.cells);
    else if (this.rows === MOST_PLANS) {
      const reason = `A file holds at most ${String(MOST_PLANS)} entries, and nothing further was read: cut it into several`;
      this.refuse(row.line, null, [{ column: null, reason }]);
      return false;
    } else this.takePlan(row.line, this.columns, row.cells);
    return this.columns !== null;
  }

  end(): PlanFile {
    if (this.columns === null && this.problems.length === 0)
      this.refuse(1, null, [
        { column: null, reason: 'The file is empty: its first line must name the columns' },
      ]);
    const { rows, bad, lines, problems } = this;
    return { rows, bad, lines, problems };
  }

  private takeHeader(line: number, cells: readonly string[]): void {
    const header = readColumns(cells, KNOWN_PLAN_COLUMNS);
    if (header.ok) this.columns = header.columns;
    else this.refuse(line, null, header.problems);
  }

  private takePlan(line: number, columns: readonly PlanColumnName[], cells: readonly string[]): void {
    this.rows += 1;
    const byColumn = cellsByColumn(columns, cells);
    // Where a cell is missing or too many the key is mostly among those before it, and may come again.
    const known = byColumn.ok
      ? byColumn.cells
      : { key: cellOf('key', columns, cells), organisation: cellOf('organisation', columns, cells) };
    const key = known.key ?? '';
    // Files may call an organisation by its key or by its name, in one row so and in another otherwise.
    const called = known.organisation ?? '';
    const organisation = organisationOf(called, this.context);
    // Of one that is not known it is told what came twice as well, so that all of it can be put right at once.
    const meant = organisation.ok ? organisation.value : this.context.suggest(called)?.id;
    const place = `${meant ?? comparedOrganisationName(called)}\n${key}`;
    const before = this.lineOf.get(place);
    const alike = this.lineOfAlike.get(comparedKey(place));
    this.lineOf.set(place, before ?? line);
    this.lineOfAlike.set(comparedKey(place), alike ?? line);
    const read = byColumn.ok
      ? readPlanRow(byColumn.cells, this.context)
      : { ok: false as const, problems: [byColumn.problem] };
    const repeated = read.ok ? before : (before ?? alike);
    const problems = [
      ...(read.ok ? [] : read.problems),
      ...(repeated === undefined || key === '' ? [] : [{ column: 'key', reason: keyIsThere(repeated) }]),
    ];
    if (read.ok && problems.length === 0)
      this.lines.push({ line, row: read.row, sameKeyOnLine: alike ?? null });
    else {
      this.bad += 1;
      this.refuse(line, key === '' ? null : key, problems);
    }
  }

  private refuse(
    line: number,
    key: string | null,
    problems: readonly { readonly column: string | null; readonly reason: string }[],
  ): void {
    for (const problem of problems) this.problems.push({ line, key, ...problem });
  }
}

function cellOf(
  column: PlanColumnName,
  columns: readonly PlanColumnName[],
  cells: readonly string[],
): string {
  return tidy(cells[columns.indexOf(column)]);
}

/** What is said of a key that another row has. */
export function keyIsThere(line: number): string {
  return `Line ${String(line)} has this key already`;
}
