import {
  SPEND_STANDING_NAMES,
  SPEND_STANDINGS,
  SPEND_WORD_NAMES,
  SPEND_WORDS,
} from '../after-decision/spend-standing.js';
import { historyQuestion } from '../decision-history/catalogue.js';
import { readHistoryCriteria } from '../decision-history/read-criteria.js';
import { ALL_CASES } from '../search/case-criteria.js';
import { approvalsSpent, inAllSpend, type SpendFigure } from './spend-figures.js';

const HOME_OFFICE = { id: '3f2b1c00-0000-4000-8000-0000000000aa', name: 'Home Office' } as const;
const FIGURE: SpendFigure = {
  approvals: 1,
  approvedPence: 200,
  reportedOfPence: 100,
  spentPence: 50,
  over: 0,
  notReported: 1,
  overdue: 1,
};

it('what was spent has names for every way it can stand, and can be asked for', () => {
  expect(Object.keys(SPEND_STANDING_NAMES)).toEqual(SPEND_STANDINGS);
  expect(Object.keys(SPEND_WORD_NAMES)).toEqual(SPEND_WORDS);
});

it('figures of what was spent add up', () => {
  expect(inAllSpend([])).toMatchObject({ approvals: 0, spentPence: 0 });
  expect(inAllSpend([FIGURE, FIGURE])).toEqual({
    approvals: 2,
    approvedPence: 400,
    reportedOfPence: 200,
    spentPence: 100,
    over: 0,
    notReported: 2,
    overdue: 2,
  });
});

it('the decisions behind a figure of spending are asked of the history', () => {
  const behind = approvalsSpent({ ...ALL_CASES, submittedFrom: '2026-04-01' }, HOME_OFFICE, 'overdue');
  expect(behind).toMatchObject({
    list: 'decision-history',
    question: 'decisions',
    filters: { organisation: HOME_OFFICE.id, spend: 'overdue', submittedFrom: '2026-04-01' },
  });
  const all = approvalsSpent(ALL_CASES, 'all');
  expect(all).toMatchObject({ filters: { spend: 'over,within,not-reported' } });
  if (all?.list !== 'decision-history') throw new Error('Not in the decision history');
  expect(readHistoryCriteria(historyQuestion('decisions'), all.filters)).toMatchObject({ ok: true });
  expect(approvalsSpent(ALL_CASES, { id: null, name: 'Other organisations' })).toBeNull();
});
