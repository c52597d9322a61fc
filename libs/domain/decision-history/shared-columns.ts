import type { FilterName } from './filters.js';
import { column, type HistoryColumn } from './question.js';

/** What every row says of its case. */
export const CASE_COLUMNS: readonly HistoryColumn[] = [
  column('reference', 'text', 'Reference of the case'),
  column('title', 'text', 'Title of the case'),
  column('organisationId', 'id', 'Organisation of the case, by id'),
  column('organisation', 'text', 'Name of the organisation'),
  column('protectiveMarking', 'text', 'OFFICIAL or OFFICIAL-SENSITIVE'),
  column('synthetic', 'yes-or-no', 'True for demonstration data'),
];

/** The decision that stands on the case, where there is one. */
export const STANDING_DECISION_COLUMNS: readonly HistoryColumn[] = [
  column('state', 'text', 'Where the case stands now'),
  column('outcome', 'text', 'Outcome of the decision that stands; none before a decision'),
  column('decidedAt', 'instant', 'When that decision was made'),
  column('approvedPence', 'pence', 'What it approved'),
];

/** Who did what a row is about, and when. */
export const EVENT_COLUMNS: readonly HistoryColumn[] = [
  column('sequence', 'integer', 'Number of the event within its case'),
  column('at', 'instant', 'When it happened'),
  column('byId', 'id', 'Who did it; none where the service itself did'),
  column('by', 'text', 'Their name'),
  column('role', 'text', 'The role they did it in'),
  column('version', 'integer', 'The submission version it is about; none before the first'),
  column('reason', 'text', 'The reason given'),
];

/** Filters that hold of every question. */
export const CASE_FILTERS: readonly FilterName[] = [
  'case',
  'from',
  'to',
  'organisation',
  'children',
  'state',
  'category',
  'outcome',
  'reviewer',
  'decider',
  'role',
  'regime',
  'version',
  'route',
  'rating',
  'overridden',
  'autonomy',
  'point',
  'verdict',
  'mandatoryNotMet',
  'legacy',
  'minRequestedPence',
  'maxRequestedPence',
  'minApprovedPence',
  'maxApprovedPence',
  'approvedLess',
  'conditionStatus',
  'overdueOn',
  'flags',
  'nearThreshold',
  'possibleSplit',
  'targetOverdue',
  'submittedFrom',
  'submittedTo',
  'text',
  'title',
  'synthetic',
];
