import type { PlanOutcome, PlanReport, PlanRowDone } from '#domain';
import type { PlanFile, PlanLine } from './plan-file.js';
import type { SortedPlans } from './plan-sorting.js';

/** What is known of an import beside its rows. */
interface Doing {
  readonly dryRun: boolean;
  /** Of the entries that are made, in their order; none where none are. */
  readonly references: readonly string[];
}

/** What came of a file. It is refused as a whole where anything is wrong with any row. */
export function reportOf(file: PlanFile, sorted: SortedPlans, { dryRun, references }: Doing): PlanReport {
  const { added, changed, unchanged, left } = sorted;
  const problems = [...file.problems, ...sorted.problems].sort((one, other) => one.line - other.line);
  const outcome = outcomeOf(problems.length > 0, added.length + changed.length > 0, dryRun);
  return {
    dryRun,
    outcome,
    totals: {
      rows: file.rows,
      added: added.length,
      changed: changed.length,
      unchanged,
      left: left.length,
      bad: file.bad + sorted.refused,
    },
    problems,
    added: added.map((plan, index) =>
      done(plan, outcome === 'imported' ? (references[index] ?? null) : null),
    ),
    changed: changed.map(({ columns, record, ...plan }) => ({ ...done(plan, record.reference), columns })),
    left: left.map(({ record, ...plan }) => ({ ...done(plan, record.reference), state: record.state })),
  };
}

function outcomeOf(anythingIsWrong: boolean, anythingIsNew: boolean, dryRun: boolean): PlanOutcome {
  if (anythingIsWrong) return 'refused';
  if (!anythingIsNew) return 'nothing-new';
  return dryRun ? 'would-import' : 'imported';
}

function done({ line, row }: PlanLine, reference: string | null): PlanRowDone {
  return { line, key: row.key, title: row.details.title ?? '', reference };
}
