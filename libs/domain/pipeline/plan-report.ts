import type { ImportProblem } from '../importing/header.js';
import type { CaseState } from '../lifecycle/states.js';
import type { PlanColumnName } from './plan-columns.js';

/** Something wrong on a line of a file of planned spend. */
export interface PlanProblem extends ImportProblem {
  /** Line of the file the row begins on, from 1; the header is usually line 1. */
  readonly line: number;
  /** The organisation's own key, where it could be read. */
  readonly key: string | null;
}

/** A row and the entry it is of. */
export interface PlanRowDone {
  readonly line: number;
  readonly key: string;
  readonly title: string;
  /** Of the case; `null` where it is not made yet. */
  readonly reference: string | null;
}

/** What came of a file: all of it, or, where anything is wrong with it, nothing. */
export const PLAN_OUTCOMES = ['imported', 'would-import', 'nothing-new', 'refused'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** What an import of planned spend found and did. */
export interface PlanReport {
  readonly dryRun: boolean;
  readonly outcome: PlanOutcome;
  readonly totals: {
    /** Rows that are not blank, the header aside. */
    readonly rows: number;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    /** Rows of entries that are planned no longer. */
    readonly left: number;
    /** Rows something is wrong with. */
    readonly bad: number;
  };
  readonly problems: readonly PlanProblem[];
  readonly added: readonly PlanRowDone[];
  readonly changed: readonly (PlanRowDone & { readonly columns: readonly PlanColumnName[] })[];
  /** Of these a request was begun, or they were given up: what they say is no longer the pipeline's to change. */
  readonly left: readonly (PlanRowDone & { readonly state: CaseState })[];
}

/** What people read of each outcome. */
export const PLAN_OUTCOME_SENTENCES: Readonly<Record<PlanOutcome, string>> = {
  imported: 'The file was imported.',
  'would-import': 'Nothing is wrong with the file: it can be imported. Nothing was changed yet.',
  'nothing-new': 'The file says what is here already: nothing was changed.',
  refused: 'Nothing was imported. Put right what is listed, and send the file again.',
};
