import {
  COMPONENT_USE_NAMES,
  COMPONENT_USES,
  CONDITION_STATUS_NAMES,
  EXCEPTION_RULING_NAMES,
  STATE_NAMES,
  VERDICT_NAMES,
  type CaseState,
  type ComponentUse,
  type ConditionStatus,
  type ExceptionRuling,
  type Verdict,
} from '#domain';

/** A GOV.UK tag: its words, and its colour, which never says anything the words do not. */
export interface Tag {
  readonly text: string;
  /** Class of the GOV.UK tag; empty for the default. */
  readonly classes: string;
}

type Colour = 'blue' | 'green' | 'grey' | 'orange' | 'purple' | 'red' | 'teal' | 'turquoise' | 'yellow';

/** Blue is what a tag is of itself. */
function tag(text: string, colour: Colour): Tag {
  return { text, classes: colour === 'blue' ? '' : `govuk-tag--${colour}` };
}

/** How the state of a case is shown. */
export const STATE_TAGS: Readonly<Record<CaseState, Tag>> = {
  planned: tag(STATE_NAMES.planned, 'yellow'),
  draft: tag(STATE_NAMES.draft, 'grey'),
  'signed-off': tag(STATE_NAMES['signed-off'], 'teal'),
  'assured-by-department': tag(STATE_NAMES['assured-by-department'], 'green'),
  submitted: tag(STATE_NAMES.submitted, 'blue'),
  acknowledged: tag(STATE_NAMES.acknowledged, 'blue'),
  'in-review': tag(STATE_NAMES['in-review'], 'turquoise'),
  returned: tag(STATE_NAMES.returned, 'orange'),
  recommended: tag(STATE_NAMES.recommended, 'purple'),
  approved: tag(STATE_NAMES.approved, 'green'),
  'approved-with-conditions': tag(STATE_NAMES['approved-with-conditions'], 'green'),
  'not-approved': tag(STATE_NAMES['not-approved'], 'red'),
  withdrawn: tag(STATE_NAMES.withdrawn, 'grey'),
  'closed-below-threshold': tag(STATE_NAMES['closed-below-threshold'], 'grey'),
  'advice-asked': tag(STATE_NAMES['advice-asked'], 'blue'),
  'advice-answered': tag(STATE_NAMES['advice-answered'], 'green'),
  'advice-closed': tag(STATE_NAMES['advice-closed'], 'grey'),
};

/** How a verdict on a point is shown, the department's own and the reviewer's alike. */
export const VERDICT_TAGS: Readonly<Record<Verdict, Tag>> = {
  met: tag(VERDICT_NAMES.met, 'green'),
  'partially-met': tag(VERDICT_NAMES['partially-met'], 'yellow'),
  'not-met': tag(VERDICT_NAMES['not-met'], 'red'),
  'not-applicable': tag(VERDICT_NAMES['not-applicable'], 'grey'),
};

/** How the status of a condition is shown. Overdue stands beside it. */
export const CONDITION_TAGS: Readonly<Record<ConditionStatus, Tag>> = {
  open: tag(CONDITION_STATUS_NAMES.open, 'blue'),
  'evidence-submitted': tag(CONDITION_STATUS_NAMES['evidence-submitted'], 'purple'),
  met: tag(CONDITION_STATUS_NAMES.met, 'green'),
  'not-met': tag(CONDITION_STATUS_NAMES['not-met'], 'red'),
  waived: tag(CONDITION_STATUS_NAMES.waived, 'grey'),
  'carried-over': tag(CONDITION_STATUS_NAMES['carried-over'], 'grey'),
};

/** How it is shown what GDS Assurance made of evidence for a condition. @param status that the condition then had */
export function judgementTag(status: ConditionStatus): Tag {
  return status === 'open' ? tag('Sent back', 'orange') : CONDITION_TAGS[status];
}

/** How it is shown whether a common component is used. */
export const COMPONENT_TAGS: Readonly<Record<ComponentUse, Tag>> = {
  used: tag(COMPONENT_USE_NAMES.used, 'green'),
  planned: tag(COMPONENT_USE_NAMES.planned, 'turquoise'),
  'not-used': tag(COMPONENT_USE_NAMES['not-used'], 'orange'),
};

const NOT_SAID: Tag = tag('Not said yet', 'grey');

/** The same of an answer, which may not say yet. */
export function componentTag(use: unknown): Tag {
  const known = COMPONENT_USES.find((one) => one === use);
  return known === undefined ? NOT_SAID : COMPONENT_TAGS[known];
}

/** How a ruling on a legacy exception is shown. */
export const RULING_TAGS: Readonly<Record<ExceptionRuling, Tag>> = {
  accepted: tag(EXCEPTION_RULING_NAMES.accepted, 'green'),
  refused: tag(EXCEPTION_RULING_NAMES.refused, 'red'),
};
