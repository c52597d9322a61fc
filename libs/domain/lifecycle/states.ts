/**
 * Where a case stands. Planned is spend foreseen of which no request has been begun; returned stops the clock; the last
 * two are the only ends nothing follows.
 */
export const CASE_STATES = [
  'planned',
  'draft',
  'signed-off',
  'assured-by-department',
  'submitted',
  'acknowledged',
  'in-review',
  'returned',
  'recommended',
  'approved',
  'approved-with-conditions',
  'not-approved',
  'withdrawn',
  'closed-below-threshold',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States a case can be made in. */
export const FIRST_STATES = ['draft', 'planned'] as const satisfies readonly CaseState[];
export type FirstState = (typeof FIRST_STATES)[number];

/** States nothing leads out of; checked against the table when it is loaded. */
export const TERMINAL_STATES = [
  'withdrawn',
  'closed-below-threshold',
] as const satisfies readonly CaseState[];

/** States in which a decision stands. */
export const DECIDED_STATES = ['approved', 'approved-with-conditions', 'not-approved'] as const;
export type DecidedState = (typeof DECIDED_STATES)[number];

/** States in which the department may change what the case says. */
export const EDITABLE_STATES = ['planned', 'draft', 'returned'] as const satisfies readonly CaseState[];

/** What people read for each state. */
export const STATE_NAMES: Readonly<Record<CaseState, string>> = {
  planned: 'Planned',
  draft: 'Draft',
  'signed-off': 'Signed off by the department',
  'assured-by-department': 'Assured by the department',
  submitted: 'Submitted',
  acknowledged: 'Acknowledged',
  'in-review': 'GDS Assurance review',
  returned: 'Returned for information',
  recommended: 'Recommended',
  approved: 'Approved',
  'approved-with-conditions': 'Approved with conditions',
  'not-approved': 'Not approved',
  withdrawn: 'Withdrawn',
  'closed-below-threshold': 'Closed below threshold',
};

/** Whether a decision stands on a case in this state. */
export function isDecided(state: CaseState): state is DecidedState {
  return (DECIDED_STATES as readonly CaseState[]).includes(state);
}

/** Whether the department may change what the case says in this state. */
export function isEditable(state: CaseState): boolean {
  return (EDITABLE_STATES as readonly CaseState[]).includes(state);
}
