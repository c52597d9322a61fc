import type { CaseState } from '#domain';
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

function whoHasIt({ state, reviewer, evidenceToCheck }: ListedCaseText): string {
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
    case 'approved':
    case 'not-approved':
    case 'withdrawn':
    case 'closed-below-threshold':
    case 'advice-answered':
    case 'advice-closed':
      return HOLDERS[state];
    case 'approved-with-conditions':
      return evidenceToCheck > 0 ? 'GDS Assurance, to look at evidence for a condition' : HOLDERS[state];
  }
}

/** Cases as rows. @param now that due times are compared with */
export function caseRows(cases: readonly ListedCaseText[], now: Date): readonly CaseRow[] {
  return cases.map((one) => ({
    reference: one.reference,
    title: one.title,
    organisation: one.organisation.name,
    state: one.state,
    who: whoHasIt(one),
    due: dueInWords(one, now),
    evidenceToCheck: one.evidenceToCheck,
  }));
}
