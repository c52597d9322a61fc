import type { ClockOfCase } from '#casework';
import {
  addDays,
  CASE_FLAGS,
  dayOffInWords,
  isAdvice,
  isSettled,
  londonDate,
  startOfLondonDay,
  type CaseFlag,
  type CaseState,
  type DepartmentDue,
  type ProtectiveMarking,
  type WorkingCalendar,
} from '#domain';
import { counted, dayInWords, deadlineInWords } from '../views/page-filters.js';
import { casePath } from './action-paths.js';
import type { CaseTextOf, Instant } from './case-texts.js';

/** A page of a case, as the navigation over all of them names it. */
export interface CasePart {
  readonly text: string;
  readonly href: string;
}

/** What is due next, or why nothing is. */
export type DueNext =
  | {
      readonly kind: 'due' | 'overdue';
      readonly what: string;
      readonly at: Date;
      /** What its last day is where nobody is expected to work on it; `null` of every other. */
      readonly dayOff: string | null;
    }
  | { readonly kind: 'department'; readonly isOverdue: boolean; readonly words: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'nothing' };

/** What the last day before a time runs out is, where nobody is expected to work on it; `null` of every other. */
export type DayOff = (runsOutAt: Date) => string | null;

/** The same by a calendar. A London midnight is the end of the day before it. */
export function daysOff(calendar: WorkingCalendar): DayOff {
  return (runsOutAt) => dayOffInWords(calendar, londonDate(new Date(runsOutAt.getTime() - 1)));
}

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
        : conditions.every(({ status }) => isSettled(status))
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
        ? 'GDS Assurance, to look at evidence of what was promised'
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

/** Whether a department is late with what it has to do next. */
export function isOverdue(due: DepartmentDue): boolean {
  return due.kind === 'condition' && due.overdue;
}

/** What a department has to do next, as people read it, to follow “To”. */
export function departmentDueInWords(due: DepartmentDue): string {
  switch (due.kind) {
    case 'condition':
      return `meet ${due.open === 1 ? 'a condition or keep a promise' : `the first of ${String(due.open)} conditions or promises`} by ${deadlineInWords(startOfLondonDay(addDays(due.day, 1)))}`;
    case 'spend':
      return `say what was spent until ${dayInWords(due.day)}`;
    case 'questions':
      return due.answered === due.asked
        ? 'be resubmitted: every question is answered'
        : `answer ${counted(due.asked, 'question')}, ${String(due.answered)} answered`;
  }
}

/** What is due next: by the clock of a case or, where it does not run, of its department. */
export function dueNext(
  { standing, at }: Pick<ClockOfCase, 'standing' | 'at'>,
  ofDepartment: DepartmentDue | null,
  dayOff: DayOff,
): DueNext {
  if (standing?.state === 'stopped') return { kind: 'stopped' };
  if (ofDepartment !== null)
    return {
      kind: 'department',
      isOverdue: isOverdue(ofDepartment),
      words: departmentDueInWords(ofDepartment),
    };
  if (standing?.state !== 'running' || standing.nextDue === null) return { kind: 'nothing' };
  const { target, dueAt } = standing.nextDue;
  const what = standing.targets.find(({ id }) => id === target)?.name ?? target;
  return { kind: dueAt <= at ? 'overdue' : 'due', what, at: dueAt, dayOff: dayOff(dueAt) };
}

/** The pages of a case, in their order. */
function partsOf({ reference, state, follows, decision }: CaseTextOf): readonly CasePart[] {
  if (isAdvice(state))
    return [
      { text: 'Question', href: `/advice/${reference}` },
      { text: 'History', href: casePath(reference, 'history') },
      { text: 'Emails', href: casePath(reference, 'emails') },
    ];
  // What was spent, and what started from an approval, stays to be read once another decision has taken its place.
  const approved =
    state === 'approved' ||
    state === 'approved-with-conditions' ||
    (state === 'not-approved' && decision !== null && decision.supersedesId !== null);
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
export function caseHeader(
  found: CaseTextOf,
  clock: ClockOfCase,
  ofDepartment: DepartmentDue | null,
  dayOff: DayOff,
): CaseHeader {
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
    due: dueNext(clock, ofDepartment, dayOff),
    flags: CASE_FLAGS.filter((flag) => details.flags[flag] === true),
    parts: partsOf(found),
    noun: isAdvice(state) ? 'question' : 'case',
    href: isAdvice(state) ? `/advice/${reference}` : casePath(reference),
  };
}
