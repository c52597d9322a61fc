import type { CaseAction, CaseState } from '#domain';

/** What is told once something was done. */
export interface Done {
  readonly title: string;
  /** States the case is in then; in every other this page says nothing true. */
  readonly states: readonly CaseState[];
  readonly next: string;
  /** What the person may go on with, in this order, as far as it is theirs. */
  readonly goOn: readonly CaseAction[];
}

const IN_HAND = ['acknowledged', 'in-review', 'returned', 'recommended'] as const;

/** Everything that can be done on the pages of a review, and what is told then. */
export const DONE = {
  given: {
    title: 'You have a new case',
    states: IN_HAND,
    next: 'You are its reviewer. The department has been told who you are.',
    goOn: ['start-review', 'assess-point', 'review-rating', 'hand-over'],
  },
  acknowledged: {
    title: 'Case acknowledged',
    states: ['acknowledged'],
    next: 'The department has been told who reviews it.',
    goOn: ['start-review', 'review-rating'],
  },
  assigned: {
    title: 'Reviewer assigned',
    states: IN_HAND,
    next: 'The reviewer and the department have been told.',
    goOn: [],
  },
  'handed-over': {
    title: 'Case handed over',
    states: IN_HAND,
    next: 'The new reviewer and the department have been told.',
    goOn: [],
  },
  unassigned: {
    title: 'Case given back to the queue',
    states: IN_HAND,
    next: 'It waits for the next reviewer who asks for a case.',
    goOn: ['assign-reviewer'],
  },
  'called-in': {
    title: 'Case called in',
    states: ['submitted'],
    next: 'It waits to be acknowledged. The department has been told why.',
    goOn: ['acknowledge'],
  },
  closed: {
    title: 'Case closed as below the threshold',
    states: ['closed-below-threshold'],
    next: 'The department has been told why.',
    goOn: [],
  },
  returned: {
    title: 'Case returned for information',
    states: ['returned'],
    next: 'The department has been sent your questions. The clock stands still until it answers.',
    goOn: [],
  },
  recommended: {
    title: 'Recommendation made',
    states: ['recommended'],
    next: 'The deciders have been told. Somebody other than you decides.',
    goOn: [],
  },
  'referred-back': {
    title: 'Case referred back to the review',
    states: ['in-review'],
    next: 'The reviewer has been told why.',
    goOn: [],
  },
  decided: {
    title: 'Decision made',
    states: ['approved', 'approved-with-conditions', 'not-approved'],
    next: 'The department and the senior responsible owner have been sent an email. The decision cannot be altered; a further decision can take its place.',
    goOn: [],
  },
  'condition-met': {
    title: 'Condition confirmed as met',
    states: ['approved', 'approved-with-conditions'],
    next: 'The department and the owner of the condition have been told.',
    goOn: [],
  },
  'condition-sent-back': {
    title: 'Evidence sent back',
    states: ['approved', 'approved-with-conditions'],
    next: 'The condition is open again. The department and the owner of the condition have been told why.',
    goOn: [],
  },
  'promise-not-met': {
    title: 'Promise recorded as not met',
    states: ['approved', 'approved-with-conditions'],
    next: 'It stays on record as not met, and nobody is reminded of it any more. The department and the owner have been told why.',
    goOn: [],
  },
  'condition-waived': {
    title: 'Condition waived',
    states: ['approved', 'approved-with-conditions'],
    next: 'It no longer has to be met. The department and the owner of the condition have been told why.',
    goOn: [],
  },
  'condition-extended': {
    title: 'Condition given more time',
    states: ['approved', 'approved-with-conditions'],
    next: 'The department and the owner of the condition have been told why, and by when it must be met now.',
    goOn: [],
  },
} as const satisfies Readonly<Record<string, Done>>;
export type DoneName = keyof typeof DONE;

/** What is told of something that was done; nothing for what is no such thing. */
export function doneOf(name: string): Done | null {
  return Object.hasOwn(DONE, name) ? DONE[name as DoneName] : null;
}

/** Address of the page that tells it. */
export function donePath(reference: string, name: DoneName): string {
  return `/cases/${reference}/done/${name}`;
}

/** Pages of a review by what is done on them. */
export const REVIEW_PAGES: Partial<
  Readonly<Record<CaseAction, { readonly text: string; readonly page: string }>>
> = {
  acknowledge: { text: 'Acknowledge the case', page: 'acknowledge' },
  'start-review': { text: 'Start the review', page: 'start-review' },
  'review-rating': { text: 'Look at how it is rated and routed', page: 'triage' },
  'assign-reviewer': { text: 'Assign a reviewer', page: 'assign' },
  'hand-over': { text: 'Hand it over, or give it back', page: 'assign' },
  'assess-point': { text: 'Assess the points', page: 'assess' },
};
