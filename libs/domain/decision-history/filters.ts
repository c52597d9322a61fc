import { CONDITION_KINDS } from '../after-decision/promises.js';
import { SPEND_WORDS } from '../after-decision/spend-standing.js';
import { CASE_FLAGS, SPEND_CATEGORIES, VERDICTS } from '../case/case-content.js';
import { TIME_BUCKETS } from '../dashboard/figures.js';
import { CONDITION_STATUSES } from '../lifecycle/case-facts.js';
import { ROLES } from '../lifecycle/roles.js';
import { SPEND_STATES, DECIDED_STATES } from '../lifecycle/states.js';

/** How the text of a filter is read, and what it becomes. */
export type FilterKind =
  | 'reference'
  | 'day'
  | 'quarter'
  | 'id'
  | 'person'
  | 'words'
  | 'regime-words'
  | 'component-words'
  | 'number'
  | 'pence'
  | 'yes-or-no'
  | 'text';

/** One filter, as people and programs are told of it. */
export interface FilterRule {
  readonly kind: FilterKind;
  /** What it narrows to, as a sentence. */
  readonly description: string;
  readonly example: string;
  /** For `words`: those there are, any of which fits; `kinds` has its own for each question. */
  readonly words?: readonly string[];
  /** For numbers: the least and the most. */
  readonly range?: readonly [least: number, most: number];
}

/** What can be asked of a legacy exception. Two words together ask for one exception that both hold of. */
export const LEGACY_WORDS = ['any', 'red-rated', 'unfunded', 'accepted', 'refused'] as const;
export type LegacyWord = (typeof LEGACY_WORDS)[number];

/** How far below its threshold a case counts as near to it unless asked otherwise, in per cent. This service's own choice. */
export const NEAR_THRESHOLD_PERCENT = 10;

const POINT_RANGE = [1, 13] as const;

/**
 * Every filter of the decision history. All that are given must hold; several words in one are alternatives, except
 * flags and what is said of a legacy exception, which must all hold.
 */
export const HISTORY_FILTERS = {
  case: {
    kind: 'reference',
    description: 'The case of this reference.',
    example: 'DT-3HDJ-MFXJ',
  },
  from: {
    kind: 'day',
    description: 'First day of the period, London; each question says which of its dates counts.',
    example: '2026-04-01',
  },
  to: { kind: 'day', description: 'Last day of the period, included, London.', example: '2027-03-31' },
  quarter: {
    kind: 'quarter',
    description: 'A quarter of the calendar year, London: Q3 is July to September.',
    example: '2026-Q3',
  },
  organisation: {
    kind: 'id',
    description: 'Cases of the organisation of this id.',
    example: '5f2f0f0e-6c9f-4b8e-9d55-0c7a3f6a1b10',
  },
  children: {
    kind: 'yes-or-no',
    description: 'With “true”, also cases of the organisations below the one named, and of those below them.',
    example: 'true',
  },
  state: {
    kind: 'words',
    words: SPEND_STATES,
    description: 'Cases that are in one of these states now.',
    example: 'returned,in-review',
  },
  outcome: {
    kind: 'words',
    words: DECIDED_STATES,
    description: 'The outcome of the decision, or of the decision that stands on the case.',
    example: 'not-approved',
  },
  category: {
    kind: 'words',
    words: SPEND_CATEGORIES,
    description: 'Cases of one of these categories.',
    example: 'digital-service',
  },
  reviewer: {
    kind: 'person',
    description: 'Cases in the hands of this reviewer now: an id, “me” or “nobody”.',
    example: 'me',
  },
  decider: {
    kind: 'person',
    description:
      'Decided by this person: an id, “me”, or “nobody” here: imported decisions, made elsewhere. Of questions about cases, the decision that stands.',
    example: '5f2f0f0e-6c9f-4b8e-9d55-0c7a3f6a1b10',
  },
  role: {
    kind: 'words',
    words: ROLES,
    description: 'The role in which it was done: of the decider, or of whoever the event is by.',
    example: 'decider',
  },
  regime: {
    kind: 'regime-words',
    description: 'Under one of these regime versions.',
    example: 'v6',
  },
  version: {
    kind: 'number',
    range: [1, 10_000],
    description: 'About this submission version.',
    example: '2',
  },
  route: { kind: 'regime-words', description: 'Cases on one of these routes.', example: 'gds-assurance' },
  rating: { kind: 'regime-words', description: 'Cases rated at one of these levels.', example: 'high' },
  overridden: {
    kind: 'yes-or-no',
    description: 'Whether a reviewer ever rated the case otherwise than its answers do.',
    example: 'true',
  },
  autonomy: {
    kind: 'yes-or-no',
    description: 'Whether the department ever assured the case itself, by earned autonomy.',
    example: 'true',
  },
  point: {
    kind: 'number',
    range: POINT_RANGE,
    description: 'Of cases: those whose latest assessment of this point has a verdict asked for.',
    example: '5',
  },
  verdict: {
    kind: 'words',
    words: VERDICTS,
    description: 'Of cases: those with one of these verdicts on the point named, or on any point.',
    example: 'not-met',
  },
  mandatoryNotMet: {
    kind: 'yes-or-no',
    description: 'Whether the latest assessment of a point that is mandatory for the case is “not met”.',
    example: 'true',
  },
  legacy: {
    kind: 'words',
    words: LEGACY_WORDS,
    description: 'Cases with a legacy exception, not removed, of which all of these words hold.',
    example: 'red-rated,unfunded',
  },
  component: {
    kind: 'component-words',
    description: 'What is said of one of these common components, by its id in the catalogue.',
    example: 'govuk-notify',
  },
  minRequestedPence: { kind: 'pence', description: 'Least asked for, included.', example: '10000000' },
  maxRequestedPence: { kind: 'pence', description: 'Most asked for, included.', example: '100000000' },
  minApprovedPence: { kind: 'pence', description: 'Least approved, included.', example: '10000000' },
  maxApprovedPence: { kind: 'pence', description: 'Most approved, included.', example: '100000000' },
  approvedLess: {
    kind: 'yes-or-no',
    description: 'Whether less was approved than was asked for; neither where nothing was approved.',
    example: 'true',
  },
  spend: {
    kind: 'words',
    words: SPEND_WORDS,
    description:
      'How what was spent stands to what the decision that stands approved: over, within, not-reported, or replaced by an approved variation; overdue where a report was asked for and none was given since.',
    example: 'over,overdue',
  },
  conditionStatus: {
    kind: 'words',
    words: CONDITION_STATUSES,
    description: 'Conditions in one of these states; of cases, a condition of the decision.',
    example: 'open',
  },
  conditionKind: {
    kind: 'words',
    words: CONDITION_KINDS,
    description:
      'Conditions of one of these kinds: imposed by the decider, or promised; of cases, a condition of the decision.',
    example: 'remediation,benefit',
  },
  overdueOn: {
    kind: 'day',
    description: 'Conditions in force and unsettled now whose due date was before this day.',
    example: '2026-11-26',
  },
  inForce: {
    kind: 'yes-or-no',
    description:
      'Whether the decision, or the one that made the condition, stands: false of those that were superseded or corrected.',
    example: 'true',
  },
  flags: {
    kind: 'words',
    words: CASE_FLAGS,
    description: 'Cases that answer all of these with yes.',
    example: 'retrospective,breach',
  },
  nearThreshold: {
    kind: 'number',
    range: [1, 50],
    description: 'Cases at their threshold or below it by at most so many per cent.',
    example: '10',
  },
  possibleSplit: {
    kind: 'yes-or-no',
    description:
      'Whether another case of the same organisation names the same supplier within a year. For GDS Assurance and auditors.',
    example: 'true',
  },
  targetBreached: {
    kind: 'yes-or-no',
    description: 'Whether a turnaround target of the case is broken.',
    example: 'true',
  },
  targetOverdue: {
    kind: 'yes-or-no',
    description:
      'Whether the next turnaround target of the case is past its due time now, as the list of cases has it.',
    example: 'true',
  },
  timeTaken: {
    kind: 'words',
    words: TIME_BUCKETS,
    description:
      'First decisions of cases that are decided, which took so much of the time allowed; not those whose time is not known.',
    example: 'late,very-late',
  },
  submittedFrom: {
    kind: 'day',
    description: 'Cases first submitted on this day, London, or later.',
    example: '2026-04-01',
  },
  submittedTo: {
    kind: 'day',
    description: 'Cases first submitted on this day, London, or earlier.',
    example: '2027-03-31',
  },
  text: {
    kind: 'text',
    description: 'Words in the title, the description or the reason given, in capital or small letters.',
    example: 'hosting',
  },
  title: {
    kind: 'text',
    description: 'Words in the title alone, in capital or small letters.',
    example: 'hosting',
  },
  synthetic: {
    kind: 'yes-or-no',
    description: 'Demonstration data only (true), or none of it (false).',
    example: 'false',
  },
  kinds: {
    kind: 'words',
    description: 'Rows of these kinds; each question names its own.',
    example: 'returned',
  },
} as const satisfies Readonly<Record<string, FilterRule>>;

export type FilterName = keyof typeof HISTORY_FILTERS;
export const FILTER_NAMES = Object.keys(HISTORY_FILTERS) as readonly FilterName[];

/** The rule of a filter, widened so that all read alike. */
export function filterRule(name: FilterName): FilterRule {
  return HISTORY_FILTERS[name];
}

type ValueOf<Kind extends FilterKind> = Kind extends 'words' | 'regime-words' | 'component-words'
  ? readonly string[]
  : Kind extends 'number' | 'pence'
    ? number
    : Kind extends 'yes-or-no'
      ? boolean
      : string;

/** What is asked: everything in it narrows, and what is left out asks nothing. */
export type HistoryCriteria = {
  readonly [Name in FilterName]?: ValueOf<(typeof HISTORY_FILTERS)[Name]['kind']>;
};
