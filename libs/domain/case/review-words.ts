import type { Audience } from '../decision-log/events.js';
import type { RiskZone } from '../legacy-risk/score.js';
import type { ConditionStatus, ExceptionRuling } from '../lifecycle/case-facts.js';
import type { FurtherStepKind } from '../triage/regime.js';
import type { ExternalOutcome } from '../triage/triage-record.js';
import type { TargetState } from '../working-time/clock.js';

/** What people read for each ruling on a legacy exception. */
export const EXCEPTION_RULING_NAMES: Readonly<Record<ExceptionRuling, string>> = {
  accepted: 'Accepted',
  refused: 'Refused',
};

/** What people read for each zone of the Legacy IT Risk Assessment Framework. */
export const RISK_ZONE_NAMES: Readonly<Record<RiskZone, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  red: 'Red',
};

/** What people read for what came of a decision made elsewhere. */
export const EXTERNAL_OUTCOME_NAMES: Readonly<Record<ExternalOutcome, string>> = {
  approved: 'Approved',
  'approved-with-conditions': 'Approved with conditions',
  'not-approved': 'Not approved',
  noted: 'Noted',
};

/** Who makes a decision that this service records and does not make, as people read it. */
export const FURTHER_STEP_NAMES: Readonly<Record<FurtherStepKind, string>> = {
  ministerial: 'A minister',
  treasury: 'HM Treasury',
};

/** Who can read a comment, as people read it. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  shared: 'Shared with the department',
  internal: 'Internal to GDS Assurance',
};

/** What people read for how a target of the clock stands. */
export const TARGET_STATE_NAMES: Readonly<Record<TargetState, string>> = {
  running: 'Running',
  stopped: 'Standing still',
  met: 'Met',
  missed: 'Missed',
  closed: 'Passed',
  ended: 'Ended with the case',
};

/** What people read for each status of a condition. */
export const CONDITION_STATUS_NAMES: Readonly<Record<ConditionStatus, string>> = {
  open: 'Open',
  'evidence-submitted': 'Evidence submitted',
  met: 'Met',
  'not-met': 'Not met',
  waived: 'Waived',
  'carried-over': 'Carried over',
};
