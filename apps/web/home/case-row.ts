import type { CaseState } from '#domain';
import type { ListedCaseText } from '../case/case-texts.js';
import { dayInWords } from '../views/page-filters.js';

/** A case of a list, as a row shows it. */
export interface CaseRow {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly state: CaseState;
  /** Who has to do something with it next, as people read it. */
  readonly who: string;
  /** Last day on which what is due next is in time; empty where nothing is due. */
  readonly due: string;
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
};

function whoHasIt({ state, reviewer }: ListedCaseText): string {
  switch (state) {
    case 'acknowledged':
    case 'in-review':
      return reviewer?.name ?? HOLDERS[state];
    case 'returned':
      return reviewer === null ? HOLDERS[state] : `The department; reviewer ${reviewer.name}`;
    case 'planned':
    case 'draft':
    case 'signed-off':
    case 'assured-by-department':
    case 'submitted':
    case 'recommended':
    case 'approved':
    case 'approved-with-conditions':
    case 'not-approved':
    case 'withdrawn':
    case 'closed-below-threshold':
      return HOLDERS[state];
  }
}

/** The last day in time of a target whose time runs out at a midnight; empty where there is none. */
export function lastDay(dueAt: Date | string | null): string {
  return dueAt === null ? '' : dayInWords(new Date(new Date(dueAt).getTime() - 1));
}

/** Cases as rows. */
export function caseRows(cases: readonly ListedCaseText[]): readonly CaseRow[] {
  return cases.map((one) => ({
    reference: one.reference,
    title: one.title,
    organisation: one.organisation.name,
    state: one.state,
    who: whoHasIt(one),
    due: lastDay(one.nextDueAt),
  }));
}
