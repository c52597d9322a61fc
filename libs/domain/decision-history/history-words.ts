import { EVENT_NAMES, type EventType } from '../decision-log/events.js';
import type { FilterName, LegacyWord } from './filters.js';
import type { QuestionName } from './question.js';

/** Short names of the questions, for headings and links; the questions in full are in the catalogue. */
export const QUESTION_TITLES: Readonly<Record<QuestionName, string>> = {
  decisions: 'Decisions',
  'outcomes-in-period': 'Declined, withdrawn or returned',
  times: 'Time in each status and targets',
  conditions: 'Conditions',
  registers: 'Retrospective requests and breaches',
  'points-not-met': 'Points not met',
  'legacy-exceptions': 'Legacy exceptions',
  components: 'Common components of government',
  procurement: 'Direct awards, extensions, near a threshold and possible splits',
  'triage-and-autonomy': 'Ratings overridden and earned autonomy',
  'edits-after-submission': 'Changes after submission',
  'spending-control-exceptions': 'Quarterly exceptions to spending controls',
  events: 'Everything that happened',
};

/** What people read for each filter. */
export const FILTER_LABELS: Readonly<Record<FilterName, string>> = {
  case: 'Case reference',
  from: 'First day',
  to: 'Last day',
  quarter: 'Quarter',
  organisation: 'Organisation',
  children: 'Organisations below it',
  state: 'Status now',
  category: 'Category',
  outcome: 'Outcome',
  reviewer: 'Reviewer now',
  decider: 'Decided by',
  role: 'Done in the role of',
  regime: 'Regime version',
  version: 'Submission version',
  route: 'Route',
  rating: 'Risk and importance',
  overridden: 'Rating overridden',
  autonomy: 'Assured by the department itself',
  point: 'Point of the code of practice',
  verdict: 'Verdict on a point',
  mandatoryNotMet: 'Mandatory point not met',
  legacy: 'Legacy exception',
  component: 'Common component',
  minRequestedPence: 'Least requested',
  maxRequestedPence: 'Most requested',
  minApprovedPence: 'Least approved',
  maxApprovedPence: 'Most approved',
  approvedLess: 'Less approved than requested',
  spend: 'Spent against approved',
  conditionStatus: 'Condition',
  conditionKind: 'Imposed or promised',
  overdueOn: 'Condition due before',
  inForce: 'Decisions that stand',
  flags: 'Answered yes to',
  nearThreshold: 'Below its threshold by at most',
  possibleSplit: 'Possible split',
  targetBreached: 'Any target missed',
  targetOverdue: 'Target missed now',
  timeTaken: 'Time the decision took',
  submittedFrom: 'Submitted from',
  submittedTo: 'Submitted to',
  text: 'Words',
  title: 'Words in the title',
  synthetic: 'Demonstration data',
  kinds: 'Kind',
};

/** What people read for what can be asked of a legacy exception. */
export const LEGACY_WORD_NAMES: Readonly<Record<LegacyWord, string>> = {
  any: 'There is one',
  'red-rated': 'Red-rated',
  unfunded: 'Unfunded',
  accepted: 'Accepted',
  refused: 'Refused',
};

/** `Near threshold` of `near-threshold`. */
export function wordAsRead(word: string): string {
  const spaced = word.replaceAll('-', ' ');
  return `${spaced.slice(0, 1).toUpperCase()}${spaced.slice(1)}`;
}

/** What people read for a kind of row: a type of event, or a word that says what it is. */
export function kindAsRead(kind: string): string {
  return kind in EVENT_NAMES ? EVENT_NAMES[kind as EventType] : wordAsRead(kind);
}
