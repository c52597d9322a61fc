import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DashboardService } from '#audit';
import type { Acting } from '#casework';
import { ALL_CASES, describeCriteria, type CaseCriteria } from '#domain';
import { NotRecorded, Recorded, witnessOf } from '#edge';
import { Access } from '#identity';
import { badRequest, ProblemError, together } from '#platform';
import { FilterOptionsReader } from '../decisions/filter-options.js';
import { problemsOf } from '../forms/form-problems.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import {
  addressFor,
  DASHBOARD_DAYS,
  DASHBOARD_FILTERS,
  dashboardFieldOf,
  dashboardGroups,
  dashboardTags,
  fieldsOfCriteria,
  inWords,
  readDashboardFilters,
} from './dashboard-filter.js';
import { conditionsFigure, drawn, moneyFigure, statesFigure, timeFigure, verdictsFigure } from './figures.js';
import { spendFigure } from './spend-figure.js';

const TEMPLATE = 'dashboard/dashboard';

/** Figures and charts of the cases somebody may see. */
@Controller('dashboard')
@Access('auditor-or-assurance')
export class DashboardController {
  constructor(
    private readonly dashboard: DashboardService,
    private readonly options: FilterOptionsReader,
  ) {}

  @Get()
  @Recorded('search')
  async figures(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    refuseUnknownFilters(query, DASHBOARD_FILTERS, DASHBOARD_DAYS);
    const fields = fieldsOf(query);
    try {
      const criteria = readDashboardFilters(fields);
      const [options, states, times, money, spend, verdicts, conditions] = await together([
        this.options.read(acting),
        this.dashboard.casesByState(acting, criteria),
        this.dashboard.timeToDecision(acting, criteria),
        this.dashboard.requestedAgainstApproved(acting, criteria),
        this.dashboard.approvedAgainstSpent(acting, criteria),
        this.dashboard.verdicts(acting, criteria),
        this.dashboard.conditions(acting, criteria),
      ]);
      const count = states.reduce((sum, { cases }) => sum + cases, 0);
      witnessOf(request).sawList(count);
      return show(TEMPLATE, {
        groups: dashboardGroups(fieldsOfCriteria(criteria), options),
        tags: dashboardTags(criteria, options),
        count,
        period: periodInWords(criteria),
        casesHref: addressFor('/cases', criteria),
        figures:
          count === 0
            ? []
            : (
                await Promise.all([
                  statesFigure(states, criteria),
                  timeFigure(times, criteria),
                  moneyFigure(money, criteria),
                  spendFigure(spend, criteria),
                  verdictsFigure(verdicts, criteria),
                  conditionsFigure(conditions, criteria),
                ])
              ).map(drawn),
      });
    } catch (error) {
      return this.refused(acting, fields, error);
    }
  }

  /** Makes an address of the filters, which can be kept and sent to others. */
  @Get('narrow')
  @NotRecorded('it shows nothing of a case: it goes on to the figures, or shows the filter again')
  async narrow(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    const fields = fieldsOf(query);
    try {
      return goTo(addressFor('/dashboard', readDashboardFilters(fields)));
    } catch (error) {
      return this.refused(acting, fields, error);
    }
  }

  private async refused(acting: Acting, fields: PostedFields, error: unknown): Promise<PageAnswer> {
    const { errors = [] } = error instanceof ProblemError ? error.problem : {};
    const problems =
      errors.length > 0
        ? problemsOf(badRequest('Check the filters.', inWords(errors)), dashboardFieldOf)
        : problemsOf(error, dashboardFieldOf);
    if (problems === null) throw error;
    const groups = dashboardGroups(fields, await this.options.read(acting));
    return show(TEMPLATE, { groups, tags: [], problems, isRefused: true }, 400);
  }
}

/** The days of submission that figures are narrowed to, as a sentence without a full stop; `null` where to none. */
function periodInWords({ submittedFrom, submittedTo }: CaseCriteria): string | null {
  if (submittedFrom === null && submittedTo === null) return null;
  return describeCriteria({ ...ALL_CASES, submittedFrom, submittedTo }).join(', ');
}
