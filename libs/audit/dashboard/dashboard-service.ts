import { Injectable } from '@nestjs/common';
import {
  CASE_STATES,
  dayAfterMonth,
  londonDate,
  monthsShown,
  monthsTimed,
  sightOf,
  startOfLondonDay,
  timeToDecision,
  VERDICTS,
  type ActorFacts,
  type CaseCriteria,
  type ConditionFigures,
  type MoneyFigure,
  type MoneyFigures,
  type StateFigure,
  type TimeToDecisionFigures,
  type VerdictFigure,
} from '#domain';
import {
  countConditions,
  countStates,
  countVerdicts,
  Database,
  readDecidedCases,
  sumMoney,
  type CaseSearch,
  type Actor,
} from '#persistence';
import { Clock, together } from '#platform';
import { ClockRules } from '../history/clock-rules.js';

/**
 * Figures of the cases a person may see and asks about; whatever they may not see is not counted. Which list shows the
 * cases behind a figure is said by `casesInState` and its like.
 */
@Injectable()
export class DashboardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clockRules: ClockRules,
  ) {}

  /** How many cases are in each state that has any, in the order of a case's life. */
  async casesByState(acting: ActorFacts & Actor, criteria: CaseCriteria): Promise<readonly StateFigure[]> {
    const counted = await countStates(this.database.as(acting), this.searchFor(acting, criteria));
    return CASE_STATES.flatMap((state) => counted.filter((row) => row.state === state));
  }

  /** How long decisions took against their targets, by month: the last twelve, or those of the period asked for. */
  async timeToDecision(acting: ActorFacts & Actor, criteria: CaseCriteria): Promise<TimeToDecisionFigures> {
    const search = this.searchFor(acting, criteria);
    const months = monthsTimed(criteria, londonDate(search.now));
    const since = startOfLondonDay(`${months[0] ?? ''}-01`);
    const until = startOfLondonDay(dayAfterMonth(months.at(-1) ?? ''));
    const queryable = this.database.as(acting);
    const [cases, turnarounds, calendar] = await together([
      readDecidedCases(queryable, search, since, until),
      this.clockRules.turnarounds(queryable),
      this.clockRules.calendarAt(queryable, search.now),
    ]);
    const figures = timeToDecision(months, cases, turnarounds, calendar, search.now);
    return { ...figures, months: monthsShown(figures.months, criteria) };
  }

  /**
   * Verdicts of the current assessments by organisation and point: organisations with most assessed cases first. Of
   * what GDS Assurance has not released yet, the department's own people get nothing.
   */
  async verdicts(acting: ActorFacts & Actor, criteria: CaseCriteria): Promise<readonly VerdictFigure[]> {
    const search = this.searchFor(acting, criteria);
    const counted = await countVerdicts(this.database.as(acting), search, londonDate(search.now));
    return counted.map(({ id, name, point, verdicts }) => ({
      organisation: { id, name },
      point,
      verdicts,
      assessed: VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0),
    }));
  }

  /** What was asked for and what was approved in decided cases. */
  async requestedAgainstApproved(acting: ActorFacts & Actor, criteria: CaseCriteria): Promise<MoneyFigures> {
    const summed = await sumMoney(this.database.as(acting), this.searchFor(acting, criteria));
    return {
      organisations: summed.map(({ id, name, ...money }) => ({ organisation: { id, name }, ...money })),
      inAll: summed.reduce<MoneyFigure>(
        (all, one) => ({
          cases: all.cases + one.cases,
          requestedPence: all.requestedPence + one.requestedPence,
          approvedPence: all.approvedPence + one.approvedPence,
        }),
        { cases: 0, requestedPence: 0, approvedPence: 0 },
      ),
    };
  }

  /** Where the conditions of decisions that stand have got to. */
  async conditions(acting: ActorFacts & Actor, criteria: CaseCriteria): Promise<ConditionFigures> {
    const search = this.searchFor(acting, criteria);
    const today = londonDate(search.now);
    const counted = await countConditions(this.database.as(acting), search, today);
    return {
      today,
      organisations: counted.map(({ id, name, conditions }) => ({ organisation: { id, name }, conditions })),
    };
  }

  private searchFor({ personId, roles }: ActorFacts, criteria: CaseCriteria): CaseSearch {
    return { criteria, sight: sightOf(roles), personId, now: this.clock.now() };
  }
}
