import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HistoryService } from '#audit';
import type { Acting } from '#casework';
import { FILTER_NAMES, historyQuestion } from '#domain';
import { NotRecorded, Recorded, witnessOf } from '#edge';
import { Access } from '#identity';
import { badRequest, together } from '#platform';
import { problemsOf, type ShownProblem } from '../forms/form-problems.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { filterFieldOf, fieldsOfFilters, filtersOfForm, problemsOfFilters } from './filter-form.js';
import { FilterOptionsReader } from './filter-options.js';
import { givenFilters, TAKE_UP_PATH, withQuery, type GivenFilters } from './history-address.js';
import { narrowedElsewhere, takeUpAsking, takeUpModel, TAKE_UP_FORM } from './take-up-model.js';

const QUESTION = historyQuestion('components');
const TEMPLATE = 'decisions/take-up';
/** Answers “not used” that are shown with their reasons; the rows behind the numbers have all. */
const REASONS = 10;

/** Take-up of common components: who uses which, and what is built all the same. */
@Controller('decisions/components/take-up')
@Access('auditor-or-assurance')
export class TakeUpController {
  constructor(
    private readonly history: HistoryService,
    private readonly options: FilterOptionsReader,
  ) {}

  @Get()
  @Recorded('search', 'case')
  async takeUp(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    refuseUnknownFilters(query, FILTER_NAMES);
    const given = givenFilters(query);
    const fields = fieldsOfFilters(given);
    const faults = problemsOfFilters(QUESTION, given);
    if (faults.length > 0) {
      const problems = problemsOf(badRequest('Check the filters.', faults), filterFieldOf) ?? [];
      return this.refused(acting, given, fields, problems);
    }
    const [found, notUsed, options] = await together([
      this.history.takeUp(acting, this.history.ask(QUESTION.name, given)),
      given.kinds !== undefined
        ? null
        : this.history.page(
            acting,
            this.history.ask(QUESTION.name, { ...given, kinds: 'not-used' }),
            null,
            REASONS,
          ),
      this.options.read(acting),
    ]);
    witnessOf(request).sawList(found.asked.cases);
    return show(TEMPLATE, {
      ...takeUpAsking(given, fields, [], options),
      ...takeUpModel(found, notUsed, given),
    });
  }

  /** Makes an address of the filters, which can be kept and sent to others. */
  @Get('narrow')
  @NotRecorded('it shows nothing of a case: it goes on to the figures, or shows the filter again')
  async narrow(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    const form = new PostedForm(fieldsOf(query));
    const kept = narrowedElsewhere(givenFilters(query));
    try {
      return goTo(withQuery(TAKE_UP_PATH, { ...kept, ...filtersOfForm(TAKE_UP_FORM, form) }));
    } catch (error) {
      const problems = problemsOf(error, filterFieldOf);
      if (problems === null) throw error;
      return this.refused(acting, kept, form.fields, problems);
    }
  }

  private async refused(
    acting: Acting,
    given: GivenFilters,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const options = await this.options.read(acting);
    return show(TEMPLATE, { ...takeUpAsking(given, fields, problems, options), isRefused: true }, 400);
  }
}
