import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { given, IdParam, NotRecorded, OrganisationChangeRequest, OrganisationRequest } from '#edge';
import { Access, OrganisationService, PeopleService } from '#identity';
import { checkRequest } from '../../forms/check-request.js';
import { sameName, type FieldOf, type ShownProblem } from '../../forms/form-problems.js';
import { dateBoxes, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { dayInWords } from '../../views/page-filters.js';
import { after } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { refuseOvertaken } from './overtaken.js';

const WORDS = { name: 'Enter a name', key: 'Enter a key', parentId: 'Choose an organisation' };

/** A problem with a date is shown at its first box. */
const fieldOf: FieldOf = (pointer) => {
  const field = sameName(pointer);
  return field === 'validTo' || field === 'validFrom' ? `${field}-day` : field;
};

/** Adding organisations, giving them another name, and ending them: for administrators. */
@Controller('organisations')
@Access('administrator')
export class OrganisationFormsController {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationService,
    private readonly choices: OrganisationChoices,
  ) {}

  @Get('add')
  @NotRecorded('organisations')
  async askToAdd(): Promise<PageAnswer> {
    return this.addPage({}, []);
  }

  @Post('add')
  async add(@Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf,
      act: async (form) => {
        const validFrom = form.date('validFrom', 'The first day');
        const asked = checkRequest(
          OrganisationRequest,
          {
            key: form.text('key'),
            name: form.text('name'),
            acronym: form.textOrNull('acronym'),
            parentId: form.textOrNull('parentId'),
            ...(validFrom === null ? {} : { validFrom }),
          },
          form.problems,
        );
        const { key, name, acronym = null, parentId = null } = asked;
        const details = { key, name, acronym, parentId };
        const { id } = await this.people.createOrganisation(
          asked.validFrom === undefined ? details : { ...details, validFrom: asked.validFrom },
        );
        return goTo(after('organisation-added', `/organisations/${id}`));
      },
      again: (fields, problems) => this.addPage(fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/name')
  @NotRecorded('organisations')
  async askForName(@IdParam() id: string): Promise<PageAnswer> {
    const { name, acronym } = await this.organisations.organisation(id);
    return this.namePage(id, { name, acronym: acronym ?? '' }, []);
  }

  @Post(':id/name')
  async rename(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: (form) => ({ name: form.text('name'), acronym: form.textOrNull('acronym') }),
      again: (fields, problems) => this.namePage(id, fields, problems),
    });
  }

  @Get(':id/end')
  @NotRecorded('organisations')
  async askForEnd(@IdParam() id: string): Promise<PageAnswer> {
    const { validTo } = await this.organisations.organisation(id);
    return this.endPage(id, dateBoxes('validTo', validTo), []);
  }

  @Post(':id/end')
  async end(@CurrentActor() by: Acting, @IdParam() id: string, @Body() body: unknown): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: (form) => {
        const validTo = form.date('validTo', 'The day');
        if (validTo === null && form.problems.length === 0)
          form.refuse('validTo-day', 'Enter the first day it no longer exists');
        return { validTo };
      },
      again: (fields, problems) => this.endPage(id, fields, problems),
    });
  }

  @Post(':id/end/taken-back')
  async takeEndBack(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: () => ({ validTo: null }),
      again: (fields, problems) => this.endPage(id, fields, problems),
    });
  }

  private change(
    by: Acting,
    id: string,
    body: unknown,
    form: {
      readonly read: (form: PostedForm) => Readonly<Record<string, unknown>>;
      readonly again: (
        fields: PostedFields,
        problems: readonly ShownProblem[],
      ) => PageAnswer | Promise<PageAnswer>;
    },
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf,
      act: async (posted) => {
        const read = form.read(posted);
        const asked = checkRequest(OrganisationChangeRequest, read, posted.problems);
        refuseOvertaken(await this.organisations.organisation(id), posted);
        await this.organisations.change(by, id, given(asked));
        return goTo(after('organisation-changed', `/organisations/${id}`));
      },
      again: (fields, problems) => form.again(fields, inOwnWords(problems, WORDS)),
    });
  }

  private async addPage(fields: PostedFields, problems: readonly ShownProblem[]): Promise<PageAnswer> {
    return show(
      'administration/organisations/add',
      {
        fields,
        parents: await this.choices.current(String(fields['parentId'] ?? ''), 'No other organisation'),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async namePage(
    id: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const organisation = await this.organisations.organisation(id);
    return show(
      'administration/organisations/rename',
      { organisation, fields, problems, once: randomUUID() },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async endPage(
    id: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const organisation = await this.organisations.organisation(id);
    const said = problems.map((problem) =>
      problem.text.startsWith('Give a day after ')
        ? { ...problem, text: `The day must be after ${dayInWords(organisation.validFrom)}, its first day` }
        : problem,
    );
    return show(
      'administration/organisations/end',
      { organisation, fields, problems: said, once: randomUUID() },
      problems.length > 0 ? 400 : 200,
    );
  }
}
