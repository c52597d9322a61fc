import type { ClockOfCase } from '#casework';
import { CASE_FLAGS, isAdvice, type CaseFlag, type CaseState, type ProtectiveMarking } from '#domain';
import { casePath } from './action-paths.js';
import type { CaseTextOf, Instant } from './case-texts.js';

/** A page of a case, as the navigation over all of them names it. */
export interface CasePart {
  readonly text: string;
  readonly href: string;
}

/** What is due next, or why nothing is. */
export type DueNext =
  | { readonly kind: 'due' | 'overdue'; readonly what: string; readonly at: Date }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'nothing' };

/** What stands over every page about one case. The template is `case/case-header.njk`. */
export interface CaseHeader {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly state: CaseState;
  readonly marking: ProtectiveMarking;
  readonly synthetic: boolean;
  readonly importedFrom: { readonly source: string; readonly reference: string } | null;
  readonly disposedAt: Instant | null;
  /** Whose work it is now; nobody's once it has ended. */
  readonly holder: string;
  readonly due: DueNext;
  /** Those answered yes. */
  readonly flags: readonly CaseFlag[];
  readonly parts: readonly CasePart[];
  /** What it is called in a sentence: a question asks for no money. */
  readonly noun: 'case' | 'question';
  /** Address of its own page. */
  readonly href: string;
}

const DEPARTMENT_HAS_IT = {
  planned: 'The department, to begin the request in time',
  draft: 'The department, to finish the draft',
  'signed-off': 'The department, to submit it',
  returned: 'The department, to answer the return',
  'approved-with-conditions': 'The department, to meet the conditions',
} as const satisfies Partial<Record<CaseState, string>>;

/** Whose work a case is, in a few words. */
export function holderOf(found: Pick<CaseTextOf, 'state' | 'reviewer' | 'conditions'>): string {
  const { state, reviewer, conditions } = found;
  switch (state) {
    case 'planned':
    case 'draft':
    case 'signed-off':
    case 'returned':
      return DEPARTMENT_HAS_IT[state];
    case 'approved-with-conditions':
      return conditions.some(({ status }) => status === 'evidence-submitted')
        ? 'GDS Assurance, to look at evidence for a condition'
        : conditions.every(({ status }) => status === 'met' || status === 'waived')
          ? 'Nobody: every condition is settled'
          : DEPARTMENT_HAS_IT[state];
    case 'submitted':
      return 'GDS Assurance, to acknowledge it';
    case 'acknowledged':
    case 'in-review':
      return reviewer === null ? 'GDS Assurance: no reviewer yet' : `${reviewer.name}, reviewer`;
    case 'recommended':
      return 'GDS Assurance deciders';
    case 'assured-by-department':
      return 'Nobody: the department assured it';
    case 'approved':
      return conditions.some(({ status }) => status === 'evidence-submitted')
        ? 'GDS Assurance, to look at evidence of a promised remediation'
        : conditions.some(({ status }) => status === 'open')
          ? 'The department, to keep what it promised'
          : 'Nobody: it is decided';
    case 'not-approved':
      return 'Nobody: it is decided';
    case 'withdrawn':
      return 'Nobody: it was withdrawn';
    case 'closed-below-threshold':
    case 'advice-closed':
      return 'Nobody: it is closed';
    case 'advice-asked':
      return reviewer === null ? 'GDS Assurance, to answer' : `${reviewer.name}, to answer`;
    case 'advice-answered':
      return 'The department, which has an answer';
  }
}

/** What is due next by the clock of a case. */
export function dueNext({ standing, at }: Pick<ClockOfCase, 'standing' | 'at'>): DueNext {
  if (standing?.state === 'stopped') return { kind: 'stopped' };
  if (standing?.state !== 'running' || standing.nextDue === null) return { kind: 'nothing' };
  const { target, dueAt } = standing.nextDue;
  const what = standing.targets.find(({ id }) => id === target)?.name ?? target;
  return { kind: dueAt <= at ? 'overdue' : 'due', what, at: dueAt };
}

/** The pages of a case, in their order. */
function partsOf({ reference, state, follows }: CaseTextOf): readonly CasePart[] {
  if (isAdvice(state))
    return [
      { text: 'Question', href: `/advice/${reference}` },
      { text: 'History', href: casePath(reference, 'history') },
      { text: 'Emails', href: casePath(reference, 'emails') },
    ];
  const approved = state === 'approved' || state === 'approved-with-conditions';
  return [
    { text: 'Summary', href: casePath(reference) },
    { text: 'Points', href: casePath(reference, 'points') },
    { text: 'Legacy exceptions', href: casePath(reference, 'legacy-exceptions') },
    ...(approved ? [{ text: 'Spend', href: casePath(reference, 'spend') }] : []),
    ...(approved || follows !== null
      ? [
          {
            text: follows === null ? 'Variations' : 'What differs',
            href: casePath(reference, 'following'),
          },
        ]
      : []),
    { text: 'Comments', href: casePath(reference, 'comments') },
    { text: 'Versions', href: casePath(reference, 'versions') },
    { text: 'History', href: casePath(reference, 'history') },
    { text: 'As it stood', href: casePath(reference, 'as-it-stood') },
    { text: 'Emails', href: casePath(reference, 'emails') },
  ];
}

/** What stands over every page about a case, from the case and its clock as they are now. */
export function caseHeader(found: CaseTextOf, clock: ClockOfCase): CaseHeader {
  const { reference, details, organisation, state, synthetic, importedFrom, disposedAt } = found;
  return {
    reference,
    title: details.title,
    organisation: organisation.name,
    state,
    marking: details.protectiveMarking,
    synthetic,
    importedFrom,
    disposedAt,
    holder: holderOf(found),
    due: dueNext(clock),
    flags: CASE_FLAGS.filter((flag) => details.flags[flag] === true),
    parts: partsOf(found),
    noun: isAdvice(state) ? 'question' : 'case',
    href: isAdvice(state) ? `/advice/${reference}` : casePath(reference),
  };
}
