import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { SavedSearchService, type Acting } from '#casework';
import { describeCriteria, type CaseCriteria } from '#domain';
import {
  encodeCursor,
  isUuid,
  lastIdOf,
  NotRecorded,
  PAGE_LIMIT,
  Recorded,
  SearchRequest,
  searchToSave,
} from '#edge';
import { Access, PeopleService } from '#identity';
import { notFound, together } from '#platform';
import { DoneFrom } from '../forms/gives-form-back.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { fieldsOfCriteria, filterProblems, listPath, readFilters } from './case-filter.js';
import { FilterNamesReading } from './filter-names.js';

/** Organisations read for the teams to share with; government has some hundreds. */
const MOST_ORGANISATIONS = 1_000;

function idOf(text: string): string {
  if (!isUuid(text)) throw notFound();
  return text.toLowerCase();
}

/** Searches people keep: save, list, run, follow by email, remove. */
@Controller('cases/searches')
@Access('signed-in')
export class SavedSearchesController {
  constructor(
    private readonly searches: SavedSearchService,
    private readonly names: FilterNamesReading,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Recorded('search')
  async list(@CurrentActor() acting: Acting, @Query('after') after: unknown): Promise<PageAnswer> {
    const { items, next } = await this.searches.list(
      acting,
      PAGE_LIMIT,
      lastIdOf(typeof after === 'string' ? after : undefined),
    );
    return show('worklist/saved-searches', {
      searches: items,
      nextPath: next === null ? null : `/cases/searches?after=${encodeCursor([next])}`,
      once: randomUUID(),
    });
  }

  @Get('new')
  @NotRecorded('what somebody is about to save, and no case')
  async ask(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    const fields = fieldsOf(query);
    if (criteriaOrNull(fields) === null) return goTo(listPath(fields));
    return this.form(acting, fields, []);
  }

  @Post()
  @NotRecorded('what somebody looks for, and no case')
  save(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const name = form.text('name');
        if (name === '') form.refuse('name', 'Enter a name for the search');
        const { criteria } = readFilters(form.fields);
        const request = checkRequest(
          SearchRequest,
          { name, criteria, sharedWith: form.textOrNull('sharedWith') },
          form.problems,
        );
        await this.searches.create(acting, searchToSave(request));
        return goTo('/cases/searches');
      },
      again: (fields, problems) => this.form(acting, fields, problems),
    });
  }

  @Get(':id')
  @Recorded('search')
  async run(@CurrentActor() acting: Acting, @Param('id') id: string): Promise<PageAnswer> {
    const criteria = await this.searches.criteriaOf(acting, idOf(id));
    return goTo(listPath(fieldsOfCriteria(criteria)));
  }

  @Post(':id/follow')
  @DoneFrom('/cases/searches')
  @NotRecorded('what somebody looks for, and no case')
  async follow(@CurrentActor() acting: Acting, @Param('id') id: string): Promise<PageAnswer> {
    await this.searches.follow(acting, idOf(id));
    return goTo('/cases/searches');
  }

  @Post(':id/unfollow')
  @DoneFrom('/cases/searches')
  @NotRecorded('what somebody looks for, and no case')
  async unfollow(@CurrentActor() acting: Acting, @Param('id') id: string): Promise<PageAnswer> {
    await this.searches.unfollow(acting, idOf(id));
    return goTo('/cases/searches');
  }

  @Post(':id/remove')
  @DoneFrom('/cases/searches')
  @NotRecorded('what somebody looks for, and no case')
  async remove(
    @CurrentActor() acting: Acting,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const revision = Number(new PostedForm(fieldsOf(body)).text('revision'));
    await this.searches.remove(acting, idOf(id), revision);
    return goTo('/cases/searches');
  }

  private async form(
    acting: Acting,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const criteria = criteriaOrNull(fields);
    if (criteria === null) return goTo(listPath(fields));
    const [names, organisations] = await together([
      this.names.read(acting),
      this.people.listOrganisations(acting, MOST_ORGANISATIONS, null),
    ]);
    const teams = new Set(acting.roles.map(({ organisationId }) => organisationId));
    const form = new PostedForm(fields);
    return show(
      'worklist/save-search',
      {
        problems,
        name: form.text('name'),
        phrases: describeCriteria(criteria, {
          organisation: names.organisations.get(criteria.organisationId ?? '') ?? null,
          reviewer: names.reviewers.get(criteria.reviewer ?? '') ?? null,
        }),
        kept: Object.entries(fieldsOfCriteria(criteria)).flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
        ),
        teams: [
          { value: '', text: 'Nobody', checked: form.text('sharedWith') === '' },
          ...organisations
            .filter(({ id }) => teams.has(id))
            .map(({ id, name }) => ({ value: id, text: name, checked: form.text('sharedWith') === id })),
        ],
        backPath: listPath(fields),
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

/** What fields ask for; `null` where they cannot be read, which the list tells of. */
function criteriaOrNull(fields: PostedFields): CaseCriteria | null {
  try {
    return readFilters(fields).criteria;
  } catch (error) {
    if (filterProblems(error) === null) throw error;
    return null;
  }
}
