import type { ImportProblem } from './header.js';

/** Something wrong on a line of the file. */
export interface ImportLineProblem extends ImportProblem {
  /** Line of the file the row begins on, from 1; the header is usually line 1. */
  readonly line: number;
  /** What the source calls the case, where it could be read. */
  readonly sourceReference: string | null;
}

/** A row and the case it is, or was, imported as. */
export interface ImportedRow {
  readonly line: number;
  readonly sourceReference: string;
  /** Reference of the case here. */
  readonly reference: string;
}

/** What came of a file: nothing is imported unless every row is good. */
export type ImportOutcome = 'imported' | 'would-import' | 'nothing-new' | 'refused';

/** What an import found and did. */
export interface ImportReport {
  readonly source: string;
  readonly dryRun: boolean;
  readonly outcome: ImportOutcome;
  readonly totals: {
    /** Rows that are not blank, the header aside. */
    readonly rows: number;
    /** Good rows that were not here before. */
    readonly new: number;
    readonly imported: number;
    readonly unchanged: number;
    /** Imported before as cases that were disposed of since. */
    readonly disposed: number;
    readonly conflicts: number;
    /** Rows something is wrong with. */
    readonly bad: number;
  };
  readonly problems: readonly ImportLineProblem[];
  /** Rows that were imported before and say something else now; the cases stay as they are. */
  readonly conflicts: readonly ImportedRow[];
  readonly unchanged: readonly ImportedRow[];
  /**
   * Rows whose case was disposed of since: what they said is no longer known here, so whether they say the same cannot
   * be told, and nothing of them is taken.
   */
  readonly disposed: readonly ImportedRow[];
  /** Empty in a dry run. */
  readonly imported: readonly ImportedRow[];
}

const OUTCOMES: Readonly<Record<ImportOutcome, string>> = {
  imported: 'Imported.',
  'would-import': 'Nothing was imported: this was a dry run. The file can be imported.',
  'nothing-new': 'Nothing was imported: there is nothing new in the file.',
  refused: 'Nothing was imported: put the problems below right first.',
};

function counted(count: number, one: string, several: string): string {
  return `${String(count)} ${count === 1 ? one : several}`;
}

function section<Item>(
  heading: string,
  items: readonly Item[],
  line: (item: Item) => string,
): readonly string[] {
  return items.length === 0 ? [] : ['', heading, ...items.map((item) => `  ${line(item)}`)];
}

/** The report as people read it, without a line end at the end. */
export function describeImport(report: ImportReport): string {
  const { totals, problems, conflicts, disposed, imported, source, outcome } = report;
  return [
    OUTCOMES[outcome],
    `From ${source}: ${counted(totals.rows, 'row', 'rows')}; ${String(totals.new)} new, ${String(totals.unchanged)} unchanged, ${totals.disposed === 0 ? '' : `${String(totals.disposed)} disposed of, `}${counted(totals.conflicts, 'conflict', 'conflicts')}, ${String(totals.bad)} bad; ${String(totals.imported)} imported.`,
    ...section('Problems:', problems, ({ line, column, sourceReference, reason }) => {
      const which = sourceReference === null ? '' : ` (${sourceReference})`;
      return `Line ${String(line)}${which}${column === null ? '' : `, ${column}`}: ${reason}.`;
    }),
    ...section(
      'Conflicts, imported before and different now; the cases stay as they are:',
      conflicts,
      ({ line, sourceReference, reference }) => `Line ${String(line)}: ${sourceReference} is ${reference}.`,
    ),
    ...section(
      'Imported before, and the case was disposed of since; nothing is taken:',
      disposed,
      ({ line, sourceReference, reference }) => `Line ${String(line)}: ${sourceReference} was ${reference}.`,
    ),
    ...section(
      'Imported:',
      imported,
      ({ line, sourceReference, reference }) => `Line ${String(line)}: ${sourceReference} as ${reference}.`,
    ),
  ].join('\n');
}
