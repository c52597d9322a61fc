import { readHistoryCriteria } from '../decision-history/read-criteria.js';
import { historyQuestion } from '../decision-history/catalogue.js';
import { DECIDED_STATES } from '../lifecycle/states.js';
import { pence } from '../money/pence.js';
import { ALL_CASES, type CaseCriteria } from '../search/case-criteria.js';
import {
  casesDecided,
  casesInState,
  conditionsStanding,
  decisionsOfMonth,
  verdictsOn,
  type CasesBehind,
} from './cases-behind.js';
import { CONDITION_STANDINGS, type FigureOrganisation, type VerdictFigure } from './figures.js';

const HOME_OFFICE = { id: '3f2b1c00-0000-4000-8000-0000000000aa', name: 'Home Office' } as const;
const OTHERS: FigureOrganisation = { id: null, name: 'Other organisations' };
const EVERYTHING: CaseCriteria = {
  organisationId: HOME_OFFICE.id,
  states: ['approved', 'in-review'],
  reviewer: 'me',
  ratings: ['high', 'low'],
  routes: ['gds-assurance'],
  minPence: pence(1),
  maxPence: pence(200),
  flags: ['breach'],
  categories: ['digital-service'],
  overdue: true,
  submittedFrom: '2026-04-01',
  submittedTo: '2026-06-30',
  text: ' hosting ',
};

/** The filters of a list, once they are known to be ones the history takes. */
function filtersOf(behind: CasesBehind | null): Readonly<Record<string, string>> {
  if (behind?.list !== 'decision-history') throw new Error('Not in the decision history');
  const reading = readHistoryCriteria(historyQuestion(behind.question), behind.filters);
  expect(reading).toMatchObject({ ok: true });
  return behind.filters;
}

describe('the cases behind a figure', () => {
  it('are those in a state, and what else was asked', () => {
    expect(casesInState(EVERYTHING, 'draft')).toEqual({
      list: 'cases',
      criteria: { ...EVERYTHING, states: ['draft'] },
    });
  });

  it('are decided ones, of the states that were asked for', () => {
    const of = (criteria: CaseCriteria, organisation: FigureOrganisation | 'all') =>
      casesDecided(criteria, organisation);
    expect(of(ALL_CASES, HOME_OFFICE)).toEqual({
      list: 'cases',
      criteria: { ...ALL_CASES, states: DECIDED_STATES, organisationId: HOME_OFFICE.id },
    });
    expect(of(EVERYTHING, 'all')).toEqual({
      list: 'cases',
      criteria: { ...EVERYTHING, states: ['approved'] },
    });
    expect(of({ ...ALL_CASES, states: ['draft'] }, 'all')).toBeNull();
    expect(of(ALL_CASES, OTHERS)).toBeNull();
  });

  it.each([
    ['2026-10', '2026-10-01', '2026-10-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('were decided in %s', (month, from, to) => {
    expect(decisionsOfMonth(ALL_CASES, month)).toEqual({
      list: 'decision-history',
      question: 'decisions',
      filters: { timeTaken: 'first-half,second-half,late,very-late', from, to },
    });
  });

  it('are narrowed by whatever the figure is', () => {
    expect(filtersOf(decisionsOfMonth(EVERYTHING, '2026-10', ['late', 'very-late']))).toEqual({
      organisation: HOME_OFFICE.id,
      state: 'approved,in-review',
      reviewer: 'me',
      rating: 'high,low',
      route: 'gds-assurance',
      minRequestedPence: '1',
      maxRequestedPence: '200',
      flags: 'breach',
      submittedFrom: '2026-04-01',
      submittedTo: '2026-06-30',
      category: 'digital-service',
      targetOverdue: 'true',
      title: 'hosting',
      timeTaken: 'late,very-late',
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });

  it('have a verdict on a point that says how far it is met', () => {
    const verdicts = { met: 0, 'partially-met': 0, 'not-met': 1, 'not-applicable': 2 };
    const figure: VerdictFigure = { organisation: HOME_OFFICE, point: 5, verdicts, assessed: 3 };
    expect(filtersOf(verdictsOn(ALL_CASES, figure))).toEqual({
      organisation: HOME_OFFICE.id,
      point: '5',
      verdict: 'met,partially-met,not-met',
    });
    expect(verdictsOn(ALL_CASES, { ...figure, organisation: OTHERS })).toBeNull();
    // Where it applies to none of them, those are what the figure counts.
    const none = { ...figure, verdicts: { ...verdicts, 'not-met': 0 }, assessed: 2 };
    expect(filtersOf(verdictsOn(ALL_CASES, none))).toMatchObject({ verdict: 'not-applicable' });
  });

  it('have conditions that stand so', () => {
    const organisation = HOME_OFFICE.id;
    const filters = CONDITION_STANDINGS.map((standing) =>
      filtersOf(conditionsStanding(ALL_CASES, HOME_OFFICE, standing, '2026-11-26')),
    );
    expect(filters).toEqual([
      { organisation, inForce: 'true', overdueOn: '2026-11-26' },
      { organisation, inForce: 'true', conditionStatus: 'open,evidence-submitted', from: '2026-11-26' },
      { organisation, inForce: 'true', conditionStatus: 'met' },
      { organisation, inForce: 'true', conditionStatus: 'not-met' },
      { organisation, inForce: 'true', conditionStatus: 'waived' },
    ]);
    expect(conditionsStanding(ALL_CASES, OTHERS, 'met', '2026-11-26')).toBeNull();
  });
});
