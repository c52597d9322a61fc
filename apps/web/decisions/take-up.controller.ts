import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HistoryService } from '#audit';
import type { Acting } from '#casework';
import { formatPounds, historyQuestion, pence, type CasesAndMoney } from '#domain';
import { Recorded, witnessOf } from '#edge';
import { Access } from '#identity';
import { badRequest, together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { problemsOfFilters } from './filter-form.js';
import { FilterOptionsReader } from './filter-options.js';
import { filterTags } from './filter-tags.js';
import {
  answerAddress,
  givenFilters,
  TAKE_UP_PATH,
  withQuery,
  type GivenFilters,
} from './history-address.js';

const QUESTION = historyQuestion('components');

/** Take-up of common components: who uses which, and what is built all the same. */
@Controller('decisions/components')
@Access('auditor-or-assurance')
export class TakeUpController {
  constructor(
    private readonly history: HistoryService,
    private readonly options: FilterOptionsReader,
  ) {}

  @Get('take-up')
  @Recorded('search', 'case')
  async takeUp(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const given = givenFilters(query);
    const faults = problemsOfFilters(QUESTION, given);
    if (faults.length > 0) throw badRequest('These filters cannot be used.', faults);
    const [found, options] = await together([
      this.history.takeUp(acting, this.history.ask(QUESTION.name, given)),
      this.options.read(acting),
    ]);
    witnessOf(request).sawList(found.asked.cases);
    return show('decisions/take-up', {
      asked: figureOf(found.asked),
      reuse: figureOf(found.reuse),
      components: found.components.map(({ component, name, asked, used, planned, notUsed }) => ({
        name,
        asked: { ...figureOf(asked), href: hrefOf(given, component) },
        used: { ...figureOf(used), href: hrefOf(given, component, 'used') },
        planned: { ...figureOf(planned), href: hrefOf(given, component, 'planned') },
        notUsed: { ...figureOf(notUsed), href: hrefOf(given, component, 'not-used') },
      })),
      // Taken away one by one on this page, not on that of the rows.
      tags: filterTags(QUESTION, given, options, (left) => withQuery(TAKE_UP_PATH, left)),
      rowsHref: answerAddress(QUESTION.name, given),
      clearHref: TAKE_UP_PATH,
    });
  }
}

/** The rows behind a figure. */
function hrefOf(given: GivenFilters, component: string, kinds?: string): string {
  return answerAddress(QUESTION.name, { ...given, component, ...(kinds === undefined ? {} : { kinds }) });
}

function figureOf({ cases, requestedPence }: CasesAndMoney): {
  readonly cases: number;
  readonly money: string;
} {
  return { cases, money: formatPounds(pence(requestedPence)) };
}
