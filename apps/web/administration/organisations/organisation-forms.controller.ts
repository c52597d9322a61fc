import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { given, IdParam, NotRecorded, OrganisationChangeRequest, OrganisationRequest } from '#edge';
import { Access, OrganisationService, PeopleService, type Organisation } from '#identity';
import { GivesFormBack } from '../../forms/gives-form-back.js';
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
  async askToAdd(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    return this.addPage(acting, {}, []);
  }

  @Post('add')
  @NotRecorded('organisations')
  async add(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
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
      again: (fields, problems) => this.addPage(acting, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/name')
  @NotRecorded('organisations')
  async askForName(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const organisation = await this.organisations.organisation(acting, id);
    const { name, acronym } = organisation;
    return namePage(organisation, { name, acronym: acronym ?? '' }, []);
  }

  @Post(':id/name')
  @NotRecorded('organisations')
  async rename(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: (form) => ({ name: form.text('name'), acronym: form.textOrNull('acronym') }),
      again: namePage,
    });
  }

  @Get(':id/end')
  @NotRecorded('organisations')
  async askForEnd(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const organisation = await this.organisations.organisation(acting, id);
    return endPage(organisation, dateBoxes('validTo', organisation.validTo), []);
  }

  @Post(':id/end')
  @NotRecorded('organisations')
  async end(@CurrentActor() by: Acting, @IdParam() id: string, @Body() body: unknown): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: (form) => {
        const validTo = form.date('validTo', 'The day');
        if (validTo === null && form.problems.length === 0)
          form.refuse('validTo-day', 'Enter the first day it no longer exists');
        return { validTo };
      },
      again: endPage,
    });
  }

  @Post(':id/end/taken-back')
  @GivesFormBack()
  @NotRecorded('organisations')
  async takeEndBack(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.change(by, id, body, {
      read: () => ({ validTo: null }),
      again: endPage,
    });
  }

  private change(
    by: Acting,
    id: string,
    body: unknown,
    form: {
      readonly read: (form: PostedForm) => Readonly<Record<string, unknown>>;
      readonly again: (
        organisation: Organisation,
        fields: PostedFields,
        problems: readonly ShownProblem[],
      ) => PageAnswer;
    },
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf,
      act: async (posted) => {
        const read = form.read(posted);
        const asked = checkRequest(OrganisationChangeRequest, read, posted.problems);
        refuseOvertaken(await this.organisations.organisation(by, id), posted);
        await this.organisations.change(by, id, given(asked));
        return goTo(after('organisation-changed', `/organisations/${id}`));
      },
      again: async (fields, problems) =>
        form.again(await this.organisations.organisation(by, id), fields, inOwnWords(problems, WORDS)),
    });
  }

  private async addPage(
    acting: Acting,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    return show(
      'administration/organisations/add',
      {
        fields,
        parents: await this.choices.current(
          acting,
          String(fields['parentId'] ?? ''),
          'No other organisation',
        ),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

function namePage(
  organisation: Organisation,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'administration/organisations/rename',
    { organisation, fields, problems, once: randomUUID() },
    problems.length > 0 ? 400 : 200,
  );
}

function endPage(
  organisation: Organisation,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
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
