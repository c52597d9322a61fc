import type { DueOfCase } from '#casework';
import type { CaseState, DepartmentDue } from '#domain';
import { departmentDueInWords, isOverdue } from '../case/case-header.js';
import type { ListedCaseText } from '../case/case-texts.js';
import { dueInWords, type DueInWords } from '../worklist/case-rows.js';

/** A case of a list, as a row shows it. */
export interface CaseRow {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly state: CaseState;
  /** Who has to do something with it next, as people read it. */
  readonly who: string;
  readonly due: DueInWords | null;
  /** What the department has to do next, where the clock of the case does not run; nothing where nothing is known. */
  readonly todo: { readonly words: string; readonly isOverdue: boolean } | null;
  readonly evidenceToCheck: number;
}

/** Who has a case that is in nobody's hand by name. */
const HOLDERS: Readonly<Record<CaseState, string>> = {
  planned: 'The department, which plans it',
  draft: 'The department',
  'signed-off': 'The department',
  'assured-by-department': 'Nobody: it is assured',
  submitted: 'GDS Assurance, no reviewer yet',
  acknowledged: 'GDS Assurance, no reviewer now',
  'in-review': 'GDS Assurance, no reviewer now',
  returned: 'The department',
  recommended: 'GDS Assurance, to decide',
  approved: 'Nobody: it is decided',
  'approved-with-conditions': 'The department, to meet conditions',
  'not-approved': 'Nobody: it is decided',
  withdrawn: 'Nobody: it is withdrawn',
  'closed-below-threshold': 'Nobody: it is closed',
  'advice-asked': 'GDS Assurance, to answer',
  'advice-answered': 'The department, which has an answer',
  'advice-closed': 'Nobody: it is closed',
};

function todoOf(due: DepartmentDue | null): CaseRow['todo'] {
  return due === null ? null : { words: departmentDueInWords(due), isOverdue: isOverdue(due) };
}

function whoHasIt({ state, reviewer, evidenceToCheck }: ListedCaseText, due: DepartmentDue | null): string {
  switch (state) {
    case 'acknowledged':
    case 'in-review':
    case 'advice-asked':
      return reviewer?.name ?? HOLDERS[state];
    case 'returned':
      return reviewer === null ? HOLDERS[state] : `The department; reviewer ${reviewer.name}`;
    case 'planned':
    case 'draft':
    case 'signed-off':
    case 'assured-by-department':
    case 'submitted':
    case 'recommended':
    case 'not-approved':
    case 'withdrawn':
    case 'closed-below-threshold':
    case 'advice-answered':
    case 'advice-closed':
      return HOLDERS[state];
    case 'approved':
      return due?.kind === 'condition' ? 'The department, to keep what it promised' : HOLDERS[state];
    case 'approved-with-conditions':
      return evidenceToCheck > 0 ? 'GDS Assurance, to look at evidence for a condition' : HOLDERS[state];
  }
}

/**
 * Cases as rows.
 * @param now that due times are compared with
 * @param dues what departments have to do next, by reference, where the reader is of a department
 */
export function caseRows(
  cases: readonly ListedCaseText[],
  now: Date,
  dues: ReadonlyMap<string, DueOfCase> = new Map(),
): readonly CaseRow[] {
  return cases.map((one) => ({
    reference: one.reference,
    title: one.title,
    organisation: one.organisation.name,
    state: one.state,
    who: whoHasIt(one, dues.get(one.reference)?.due ?? null),
    due: dueInWords(one, now),
    todo: todoOf(dues.get(one.reference)?.due ?? null),
    evidenceToCheck: one.evidenceToCheck,
  }));
}
