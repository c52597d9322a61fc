import { VERDICTS } from '../case/case-content.js';
import { DECIDED_STATES, isDecided, type CaseState } from '../lifecycle/states.js';
import type { FilterName } from '../decision-history/filters.js';
import type { QuestionName } from '../decision-history/question.js';
import type { CaseCriteria } from '../search/case-criteria.js';
import { addDays } from '../working-time/london-time.js';
import { dayAfterMonth } from './time-to-decision.js';
import {
  assessmentsThatCount,
  TIME_BUCKETS,
  type ConditionStanding,
  type FigureOrganisation,
  type TimeBucket,
  type VerdictFigure,
} from './figures.js';

/** A list of the cases behind a figure: the list of cases, or an answer of the decision history. */
export type CasesBehind =
  | { readonly list: 'cases'; readonly criteria: CaseCriteria }
  | {
      readonly list: 'decision-history';
      readonly question: QuestionName;
      readonly filters: Readonly<Partial<Record<FilterName, string>>>;
    };

/** Cases in a state. */
export function casesInState(criteria: CaseCriteria, state: CaseState): CasesBehind {
  return { list: 'cases', criteria: { ...criteria, states: [state] } };
}

/** Decided cases of an organisation, or of all; `null` for those not named one by one, which no list can single out. */
export function casesDecided(
  criteria: CaseCriteria,
  organisation: FigureOrganisation | 'all',
): CasesBehind | null {
  const states = criteria.states.filter(isDecided);
  const decided = { ...criteria, states: criteria.states.length === 0 ? DECIDED_STATES : states };
  // None of the states asked for is a decision: there is nothing behind it, and no states would mean every state.
  if (decided.states.length === 0) return null;
  if (organisation === 'all') return { list: 'cases', criteria: decided };
  if (organisation.id === null) return null;
  return { list: 'cases', criteria: { ...decided, organisationId: organisation.id } };
}

/**
 * Decisions that ended the clock of their case in a month, given as `2026-10`; those whose time is not known are left
 * out, as the figure leaves them out.
 *
 * @param buckets of those that took so much of the time allowed
 */
export function decisionsOfMonth(
  criteria: CaseCriteria,
  month: string,
  buckets: readonly TimeBucket[] = TIME_BUCKETS,
): CasesBehind {
  return casesOfHistory('decisions', criteria, {
    timeTaken: buckets.join(','),
    from: `${month}-01`,
    to: addDays(dayAfterMonth(month), -1),
  });
}

/**
 * The current assessments of a point in cases of an organisation that a figure counts: those that say how far it is met
 * or, where none does, those that say that it does not apply. `null` for those not named one by one.
 */
export function verdictsOn(criteria: CaseCriteria, figure: VerdictFigure): CasesBehind | null {
  const { organisation, point } = figure;
  const isOfNone = assessmentsThatCount(figure) === 0;
  if (organisation.id === null) return null;
  return casesOfHistory('points-not-met', criteria, {
    organisation: organisation.id,
    point: String(point),
    verdict: VERDICTS.filter((verdict) => (verdict === 'not-applicable') === isOfNone).join(','),
  });
}

/**
 * Conditions of decisions that stand, in cases of an organisation, which have got so far; `null` for those not named
 * one by one.
 *
 * @param today the day the figure is of, `YYYY-MM-DD`
 */
export function conditionsStanding(
  criteria: CaseCriteria,
  organisation: FigureOrganisation,
  standing: ConditionStanding,
  today: string,
): CasesBehind | null {
  if (organisation.id === null) return null;
  return casesOfHistory('conditions', criteria, {
    organisation: organisation.id,
    inForce: 'true',
    ...conditionFilters(standing, today),
  });
}

function conditionFilters(
  standing: ConditionStanding,
  today: string,
): Readonly<Partial<Record<FilterName, string>>> {
  switch (standing) {
    case 'overdue':
      return { overdueOn: today };
    case 'open':
      return { conditionStatus: 'open,evidence-submitted', from: today };
    case 'met':
    case 'not-met':
    case 'waived':
      return { conditionStatus: standing };
  }
}

/** An answer of the decision history, narrowed as far as it can be to what a figure was. */
export function casesOfHistory(
  question: QuestionName,
  criteria: CaseCriteria,
  own: Readonly<Partial<Record<FilterName, string>>>,
): CasesBehind {
  const { organisationId, states, reviewer, ratings, routes, minPence, maxPence, flags, text } = criteria;
  const { submittedFrom, submittedTo, categories, overdue } = criteria;
  const words = (filter: FilterName, given: readonly string[]): object =>
    given.length === 0 ? {} : { [filter]: given.join(',') };
  const one = (filter: FilterName, given: string | number | null): object =>
    given === null ? {} : { [filter]: String(given) };
  const filters = {
    ...one('organisation', organisationId),
    ...words('state', states),
    ...one('reviewer', reviewer),
    ...words('rating', ratings),
    ...words('route', routes),
    ...one('minRequestedPence', minPence),
    ...one('maxRequestedPence', maxPence),
    ...words('flags', flags),
    ...one('submittedFrom', submittedFrom),
    ...one('submittedTo', submittedTo),
    ...words('category', categories),
    ...one('targetOverdue', overdue === null ? null : String(overdue)),
    ...one('title', text?.trim() ?? null),
    ...own,
  };
  return { list: 'decision-history', question, filters };
}
