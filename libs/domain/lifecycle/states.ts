/**
 * Where a case stands. Planned is spend foreseen of which no request has been begun; returned stops the clock; withdrawn
 * and closed below threshold are the only ends nothing follows; the last three are of requests for advice.
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
  'advice-asked',
  'advice-answered',
  'advice-closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States a case can be made in. */
export const FIRST_STATES = ['draft', 'planned', 'advice-asked'] as const satisfies readonly CaseState[];
export type FirstState = (typeof FIRST_STATES)[number];

/** Those of them in which a request for money begins. */
export const FIRST_REQUEST_STATES = ['draft', 'planned'] as const satisfies readonly FirstState[];
export type FirstRequestState = (typeof FIRST_REQUEST_STATES)[number];

/** States of what asks for no money, or not yet: what was only planned, and requests for advice. */
export const NO_REQUEST_STATES = [
  'planned',
  'advice-asked',
  'advice-answered',
  'advice-closed',
] as const satisfies readonly CaseState[];

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

/** States of a case that asks for money, or may come to: all but those of requests for advice. */
export const SPEND_STATES: readonly CaseState[] = CASE_STATES.filter(
  (state) => state === 'planned' || !NO_REQUEST_STATES.some((one) => one === state),
);

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
  'advice-asked': 'Advice asked for',
  'advice-answered': 'Advice given',
  'advice-closed': 'Question closed',
};

/** Whether a decision stands on a case in this state. */
export function isDecided(state: CaseState): state is DecidedState {
  return (DECIDED_STATES as readonly CaseState[]).includes(state);
}

/** Whether the department may change what the case says in this state. */
export function isEditable(state: CaseState): boolean {
  return (EDITABLE_STATES as readonly CaseState[]).includes(state);
}
