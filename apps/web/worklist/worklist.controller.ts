import { randomUUID } from 'node:crypto';
import { Controller, Get, Query } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { sightOf } from '#domain';
import { caseCursorOf, casePositionOf, Recorded } from '#edge';
import { Access } from '#identity';
import { Clock } from '#platform';
import type { ListedCaseText } from '../case/case-texts.js';
import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import {
  appliedFilters,
  filterOptions,
  filterProblems,
  listPath,
  readFilters,
  type FilterNames,
} from './case-filter.js';
import { rowsOf } from './case-rows.js';
import { FilterNamesReading } from './filter-names.js';

/** The list of cases everybody works from: each sees in it what they may see. */
@Controller('cases')
@Access('signed-in')
export class WorklistController {
  constructor(
    private readonly reading: ReadingService,
    private readonly names: FilterNamesReading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Recorded('search')
  async list(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    const fields = fieldsOf(query);
    const names = await this.names.read(acting);
    try {
      return show('worklist/worklist', {
        ...this.frame(acting, fields, names),
        ...(await this.found(acting, fields, names)),
      });
    } catch (error) {
      const problems = filterProblems(error);
      if (problems === null) throw error;
      return show('worklist/worklist', { ...this.frame(acting, fields, names), problems }, 400);
    }
  }

  private async found(acting: Acting, fields: PostedFields, names: FilterNames) {
    const { criteria, query } = readFilters(fields);
    const { sort, after, limit } = query;
    const page = await this.reading.list(acting, {
      criteria,
      sort,
      after: casePositionOf(after, sort),
      limit,
    });
    const next = caseCursorOf(page.next, sort);
    return {
      cases: rowsOf(JSON.parse(page.json) as readonly ListedCaseText[], this.clock.now(), names.levels),
      count: await this.reading.count(acting, criteria),
      nextPath: next === null ? null : listPath(fields, { after: [next] }),
      firstPath: after === undefined ? null : listPath(fields),
    };
  }

  private frame(acting: Acting, fields: PostedFields, names: FilterNames) {
    const { everything } = sightOf(acting.roles);
    const path = listPath(fields);
    return {
      options: filterOptions(fields, names),
      applied: appliedFilters(fields, names),
      manyOrganisations: names.organisations.size > 1,
      seesEverything: everything,
      isReviewer: acting.roles.some(({ role }) => role === 'reviewer'),
      savePath: `/cases/searches/new${path.slice('/cases'.length)}`,
      once: randomUUID(),
    };
  }
}
