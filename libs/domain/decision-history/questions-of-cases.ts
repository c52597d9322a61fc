import { SPEND_STATES, STATE_NAMES, type CaseState } from '../lifecycle/states.js';
import { column, type HistoryColumn, type HistoryQuestion } from './question.js';
import { CASE_COLUMNS, CASE_FILTERS, STANDING_DECISION_COLUMNS } from './shared-columns.js';

/** The column of the time spent in a state: `inReviewSeconds` for `in-review`. */
export function secondsColumn(state: CaseState): string {
  return `${state.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Seconds`;
}

const SECONDS_COLUMNS: readonly HistoryColumn[] = SPEND_STATES.map((state) =>
  column(
    secondsColumn(state),
    'integer',
    `Whole seconds in the state “${STATE_NAMES[state]}”, up to \`asAt\``,
  ),
);

const SUBMISSION_COLUMNS: readonly HistoryColumn[] = [
  column('createdAt', 'instant', 'When it was started'),
  column('submittedAt', 'instant', 'When it first left the department’s draft; none before'),
];

/** Questions whose rows are cases, or parts of what the department says. */
export const QUESTIONS_OF_CASES: readonly HistoryQuestion[] = [
  {
    name: 'times',
    answers: [5],
    question: 'How long was each case in each state, when did its clock stop, and which targets are broken?',
    rows: 'One row for each case.',
    periodIsOf: 'the day of the first submission',
    order: 'newest case first',
    columns: [
      ...CASE_COLUMNS,
      ...STANDING_DECISION_COLUMNS,
      ...SUBMISSION_COLUMNS,
      column('regimeVersion', 'text', 'The regime whose targets count'),
      column('asAt', 'instant', 'The instant all of it is of'),
      column(
        'clockState',
        'text',
        'not-started, running, stopped, ended; none where the regime’s targets are not known',
      ),
      column('clockStops', 'json', 'Each time the clock stopped: when, why, and when it went on'),
      column('stoppedSeconds', 'integer', 'Whole seconds it was stopped, all stops together'),
      column('targetsBreached', 'text', 'Ids of the targets broken, separated by commas'),
      column('targets', 'json', 'How each target stands: days used and stopped, due, met, broken'),
      ...SECONDS_COLUMNS,
    ],
    filters: [...CASE_FILTERS, 'targetBreached'],
    required: [],
    kinds: [],
    example: 'targetBreached=true',
  },
  {
    name: 'registers',
    answers: [7],
    question: 'Which cases are in the register of retrospective requests and of breaches?',
    rows: 'One row for each case that says it is retrospective or a breach.',
    periodIsOf: 'the day of the first submission',
    order: 'newest case first',
    columns: [
      ...CASE_COLUMNS,
      column('retrospective', 'yes-or-no', 'The money was committed before approval'),
      column('breach', 'yes-or-no', 'It is a breach of the control'),
      column('requestedPence', 'pence', 'What is asked for'),
      column('spendStartsOn', 'date', 'When the spending starts'),
      column('rootCause', 'text', 'Why it came to that'),
      column('howJudgementWasApplied', 'text', 'How judgement was applied'),
      column('improvementPlan', 'text', 'What will be done differently'),
      ...SUBMISSION_COLUMNS,
      ...STANDING_DECISION_COLUMNS,
    ],
    filters: [...CASE_FILTERS, 'kinds'],
    required: [],
    kinds: ['retrospective', 'breach'],
    example: 'kinds=retrospective',
  },
  {
    name: 'legacy-exceptions',
    answers: [9],
    question: 'Which legacy exceptions are there, and which were red-rated and unfunded and yet approved?',
    rows: 'One row for each legacy exception that was not removed.',
    periodIsOf: 'the day of the first submission',
    order: 'last saved first',
    columns: [
      ...CASE_COLUMNS,
      column('exceptionId', 'id', 'Id of the exception'),
      column('system', 'text', 'The legacy system'),
      column('points', 'json', 'The points it limits'),
      column('explanation', 'text', 'How it limits them'),
      column('remediationPlan', 'text', 'What will be done'),
      column('owner', 'text', 'Who answers for it'),
      column('funded', 'yes-or-no', 'Whether the plan is funded; none where it is not said'),
      column('targetDate', 'date', 'By when'),
      column(
        'score',
        'number',
        'Overall score of the Legacy IT Risk Assessment Framework, two decimals; none while incomplete',
      ),
      column('isLegacy', 'yes-or-no', 'Whether the framework counts it as legacy'),
      column('redRated', 'yes-or-no', 'Whether it is red-rated: 16 or more before rounding'),
      column('ruling', 'text', 'accepted or refused', 'until-released'),
      column('rulingReason', 'text', 'Why', 'until-released'),
      column('ruledById', 'id', 'Who ruled', 'until-released'),
      column('ruledBy', 'text', 'Their name', 'until-released'),
      column('ruledAt', 'instant', 'When', 'until-released'),
      column('savedAt', 'instant', 'When it was last changed'),
      ...STANDING_DECISION_COLUMNS,
      column('redUnfundedYetApproved', 'yes-or-no', 'Red-rated, said to be unfunded, and the case approved'),
    ],
    filters: CASE_FILTERS,
    required: [],
    kinds: [],
    example: 'legacy=red-rated,unfunded&outcome=approved,approved-with-conditions',
  },
  {
    name: 'procurement',
    answers: [10],
    question: 'Which are direct awards, extensions, cases near a threshold, and possible splits?',
    rows: 'One row for each case that is one of these. Near is at the threshold or below it by at most 10 per cent, or by `nearThreshold`; a possible split is another case of the same organisation that names the same supplier within 12 months, both beyond drafts.',
    periodIsOf: 'the day of the first submission',
    order: 'newest case first',
    columns: [
      ...CASE_COLUMNS,
      column('directAward', 'yes-or-no', 'It says so, or its commercial approach is a direct award'),
      column('extension', 'yes-or-no', 'It says it extends a contract, or its commercial approach does'),
      column('nearThreshold', 'yes-or-no', 'At its threshold or just below it'),
      column('possibleSplit', 'yes-or-no', 'Another case may be part of the same purchase', 'always'),
      column('possibleSplitWith', 'json', 'References of those cases', 'always'),
      column('requestedPence', 'pence', 'What is asked for'),
      column('measuredPence', 'pence', 'The amount the threshold is compared with'),
      column('thresholdPence', 'pence', 'The threshold of its regime that applies'),
      column('percentBelow', 'number', 'How far below it, in per cent, two decimals; none above it'),
      column('commercialApproach', 'text', 'How the supplier is found'),
      column('currentSuppliers', 'json', 'Suppliers now'),
      column('proposedSuppliers', 'json', 'Suppliers proposed'),
      ...SUBMISSION_COLUMNS,
      ...STANDING_DECISION_COLUMNS,
    ],
    filters: [...CASE_FILTERS, 'kinds'],
    required: [],
    kinds: ['direct-award', 'extension', 'near-threshold', 'possible-split'],
    example: 'kinds=near-threshold&nearThreshold=5',
  },
];
