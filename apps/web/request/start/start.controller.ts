import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { DraftingService, ReadingService, type Acting } from '#casework';
import { ALL_CASES, isDepartmentRole, readCriteria } from '#domain';
import { CaseRequest, newCase, NotRecorded } from '#edge';
import { Access, IdentityService } from '#identity';
import { Clock, notPermitted } from '#platform';
import type { ListedCaseText } from '../../case/case-texts.js';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import type { PostedFields, PostedForm } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { paths } from '../paths.js';
import { turnedRound } from '../../forms/problem-words.js';

interface OrganisationChoice {
  readonly id: string;
  readonly name: string;
}

const ASKS = { title: 'Enter a title', organisationId: 'Choose the organisation the request is for' };

/** Box that says that another draft of the same title is meant. */
const ANOTHER = 'another';

/** Drafts looked through for the same title, latest first. */
const MOST_NAMESAKES = 100;

const NAMESAKE: ShownProblem = {
  text: 'There is a draft with this title already: open it, or say that you want another',
  href: `#${ANOTHER}`,
  field: ANOTHER,
};

/** How a request begins: with an organisation and a title. */
@Controller('requests/new')
@Access('signed-in')
export class StartController {
  constructor(
    private readonly identity: IdentityService,
    private readonly drafting: DraftingService,
    private readonly reading: ReadingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @NotRecorded('It shows nothing of a case.')
  async ask(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    return this.page(await this.organisations(acting), {}, []);
  }

  @Post()
  @NotRecorded('It shows nothing of a case.')
  async start(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    const organisations = await this.organisations(acting);
    return takeForm({
      body,
      act: async (form) => {
        const [only, ...others] = organisations;
        const chosen = others.length === 0 && only !== undefined ? only.id : form.text('organisationId');
        const values = { organisationId: chosen, title: form.text('title') };
        const request = checkRequest(CaseRequest, values, form.problems);
        const namesakes = form.text(ANOTHER) === 'yes' ? [] : await this.namesakes(acting, request, form);
        if (namesakes.length > 0) return this.page(organisations, form.fields, [NAMESAKE], namesakes);
        const { body: receipt } = await this.drafting.create(acting, newCase(request));
        const { reference } = JSON.parse(receipt) as { readonly reference: string };
        return goTo(paths.tasks(reference));
      },
      again: (fields, problems) => this.page(organisations, fields, turnedRound(problems, ASKS)),
    });
  }

  /** Drafts of the organisation with the same title that were there before the form was shown, latest first. */
  private async namesakes(
    acting: Acting,
    { organisationId, title }: CaseRequest,
    form: PostedForm,
  ): Promise<readonly ListedCaseText[]> {
    const criteria = readCriteria({ ...ALL_CASES, organisationId, states: ['draft'] });
    const asked = { criteria, sort: 'created', after: null, limit: MOST_NAMESAKES } as const;
    const drafts = JSON.parse((await this.reading.list(acting, asked)).json) as readonly ListedCaseText[];
    // One that began later was begun by this very form: sending it twice does it once.
    const shownAt = form.text('shownAt');
    return drafts.filter(
      (draft) =>
        draft.title.toLocaleLowerCase('en-GB') === title.toLocaleLowerCase('en-GB') &&
        (shownAt === '' || draft.createdAt < shownAt),
    );
  }

  /** Organisations the person writes requests for. @throws ProblemError 403 when there are none */
  private async organisations(acting: Acting): Promise<readonly OrganisationChoice[]> {
    const { roles } = await this.identity.profileOf(acting);
    const own = new Map(
      roles
        .filter(({ role }) => isDepartmentRole(role))
        .map(({ organisation: { id, name } }) => [id, { id, name }] as const),
    );
    if (own.size === 0)
      throw notPermitted(
        'Only a submitter or an assurance lead of an organisation can start a request for it. Ask an administrator of this service if you should be one.',
      );
    return [...own.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }

  private page(
    organisations: readonly OrganisationChoice[],
    fields: PostedFields,
    problems: readonly ShownProblem[],
    namesakes: readonly ListedCaseText[] = [],
  ): PageAnswer {
    return show(
      'request/start/start',
      {
        choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
        only: organisations.length === 1 ? organisations[0] : undefined,
        fields,
        problems,
        namesakes: namesakes.map(({ reference, createdAt }) => ({
          reference,
          createdAt,
          href: paths.tasks(reference),
        })),
        shownAt: this.clock.now().toISOString(),
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}
