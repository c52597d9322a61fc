import { randomUUID } from 'node:crypto';
import { Controller, Get, Query } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { DEPARTMENT_ROLES, sightOf } from '#domain';
import { caseCursorOf, casePositionOf, Recorded } from '#edge';
import { Access, holdsAny } from '#identity';
import { Clock, together } from '#platform';
import type { ListedCaseText } from '../case/case-texts.js';
import { withDays } from '../forms/day-fields.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import {
  appliedFilters,
  DAY_FILTERS,
  filterOptions,
  filterProblems,
  FILTERS,
  listPath,
  readFilters,
  sortHeads,
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
    refuseUnknownFilters(query, [...FILTERS, 'sort'], DAY_FILTERS);
    const fields = withDays(fieldsOf(query), DAY_FILTERS);
    const [names, found] = await together([this.names.read(acting), this.found(acting, fields)]);
    if ('problems' in found) {
      const wrong = found.problems.map(({ field }) => field);
      return show('worklist/worklist', { ...this.frame(acting, fields, names, wrong), ...found }, 400);
    }
    const frame = this.frame(acting, fields, names);
    const cases = rowsOf(found.listed, this.clock.now(), names.levels);
    return show('worklist/worklist', { ...frame, ...found, cases });
  }

  /** What fits the filters, or what is wrong with them. */
  private async found(acting: Acting, fields: PostedFields) {
    try {
      return await this.search(acting, fields);
    } catch (error) {
      const problems = filterProblems(error);
      if (problems === null) throw error;
      return { problems };
    }
  }

  private async search(acting: Acting, fields: PostedFields) {
    const { criteria, query } = readFilters(fields);
    const { sort, after, limit } = query;
    const [page, count] = await together([
      this.reading.list(acting, { criteria, sort, after: casePositionOf(after, sort), limit }),
      this.reading.count(acting, criteria),
    ]);
    // How many there are is what was shown last, whichever answer came first.
    acting.witness?.sawList(count.count);
    const next = caseCursorOf(page.next, sort);
    return {
      listed: JSON.parse(page.json) as readonly ListedCaseText[],
      count,
      nextPath: next === null ? null : listPath(fields, { after: [next], before: onwards(fields, after) }),
      previousPath: after === undefined ? null : listPath(fields, previousOf(fields)),
      firstPath: after === undefined ? null : listPath(fields),
    };
  }

  private frame(acting: Acting, fields: PostedFields, names: FilterNames, wrong: readonly string[] = []) {
    const { everything } = sightOf(acting.roles);
    const path = listPath(fields);
    return {
      options: filterOptions(fields, names),
      applied: appliedFilters(fields, names, wrong),
      heads: sortHeads(fields),
      manyOrganisations: names.organisations.size > 1,
      seesEverything: everything,
      mayStart: holdsAny(acting, DEPARTMENT_ROLES),
      isReviewer: acting.roles.some(({ role }) => role === 'reviewer'),
      savePath: `/cases/searches/new${path.slice('/cases'.length)}`,
      once: randomUUID(),
    };
  }
}

/** Pages one can go back through one by one; further back is the first page. This service's own choice. */
const MOST_PAGES_BACK = 10;

/** Where the pages before the next one started, oldest first: its first page starts nowhere. */
function onwards(fields: PostedFields, after: string | undefined): readonly string[] {
  const before = new PostedForm(fields).all('before');
  return after === undefined ? before : [...before, after].slice(-MOST_PAGES_BACK);
}

/** Where the page before this one started, and the pages before that. */
function previousOf(fields: PostedFields): Readonly<Record<string, readonly string[]>> {
  const before = new PostedForm(fields).all('before');
  const start = before.at(-1);
  return start === undefined ? {} : { after: [start], before: before.slice(0, -1) };
}
