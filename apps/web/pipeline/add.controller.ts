import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { DraftingService, type Acting } from '#casework';
import { CATEGORY_NAMES, PROTECTIVE_MARKINGS, SPEND_CATEGORIES } from '#domain';
import { CaseRequest, newCase, NotRecorded } from '#edge';
import { Access } from '#identity';
import { casePath } from '../case/action-paths.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields, PostedForm } from '../forms/posted-form.js';
import { turnedRound } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { OwnOrganisations, type OwnOrganisation } from './own-organisations.js';

const ASKS = {
  title: 'Enter a title',
  organisationId: 'Choose the organisation that plans it',
  protectiveMarking: 'Choose how this entry is marked',
};

/** One page on which planned spend is added by hand. */
@Controller('pipeline/new')
@Access('department')
export class AddPlanController {
  constructor(
    private readonly organisations: OwnOrganisations,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @NotRecorded('It shows nothing of a case.')
  async ask(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    return page(await this.organisations.read(acting), { protectiveMarking: 'OFFICIAL' }, []);
  }

  @Post()
  @NotRecorded('It shows nothing of a case but what was written into it.')
  async add(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    const organisations = await this.organisations.read(acting);
    return takeForm({
      body,
      act: async (form) => {
        const request = checkRequest(CaseRequest, valuesOf(form, organisations), form.problems);
        const { body: receipt } = await this.drafting.create(acting, newCase(request));
        const { reference } = JSON.parse(receipt) as { readonly reference: string };
        return goTo(casePath(reference));
      },
      again: (fields, problems) => page(organisations, fields, turnedRound(problems, ASKS, fields)),
    });
  }
}

function valuesOf(
  form: PostedForm,
  organisations: readonly OwnOrganisation[],
): Readonly<Record<string, unknown>> {
  const [only, ...others] = organisations;
  const key = form.text('pipelineKey');
  return {
    state: 'planned',
    organisationId: others.length === 0 && only !== undefined ? only.id : form.text('organisationId'),
    title: form.text('title'),
    ...(key === '' ? {} : { pipelineKey: key }),
    category: form.textOrNull('category'),
    spendStartsOn: form.date('spendStartsOn', 'Expected start'),
    requestedPence: form.pounds('requestedPence', 'Expected amount'),
    contractEndsOn: form.date('contractEndsOn', 'End of the current contract'),
    currentSuppliers: form.lines('currentSuppliers'),
    proposedSuppliers: form.lines('proposedSuppliers'),
    protectiveMarking: form.text('protectiveMarking'),
    flags: { contractExtension: form.yesOrNo('contractExtension') },
  };
}

function page(
  organisations: readonly OwnOrganisation[],
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'pipeline/add',
    {
      choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
      only: organisations.length === 1 ? organisations[0] : undefined,
      categories: SPEND_CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] })),
      markings: PROTECTIVE_MARKINGS.map((value) => ({ value, text: value })),
      fields,
      problems,
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}
