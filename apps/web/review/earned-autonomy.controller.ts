import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EarnedAutonomyService, PolicyReadingService, type Acting } from '#casework';
import { isDepartmentRole, londonDate, type IsoDate, type RatingLevel } from '#domain';
import { EarnedAutonomyRequest, isUuid, NotRecorded } from '#edge';
import { Access, PeopleService } from '#identity';
import { Clock, notFound, together } from '#platform';
import type { Instant, PersonText } from '../case/case-texts.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { dateBoxes, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { inOrderOf } from '../forms/problem-words.js';
import { statusOf } from './review-pages.js';

/** What was recorded of an organisation's earned autonomy. */
interface GrantText {
  readonly id: string;
  readonly levels: readonly string[];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly reason: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly superseded: boolean;
  readonly recordedBy: PersonText;
  readonly recordedAt: Instant;
}

const MOST_ORGANISATIONS = 1_000;

/** Which levels an organisation assures itself: what was recorded, and, for deciders, recording more. */
@Controller('organisations/:id/earned-autonomy')
export class EarnedAutonomyController {
  constructor(
    private readonly autonomy: EarnedAutonomyService,
    private readonly policies: PolicyReadingService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('auditor-or-assurance')
  @NotRecorded('what an organisation may assure')
  look(@CurrentActor() acting: Acting, @Param('id') id: string): Promise<PageAnswer> {
    return this.page(acting, id, {}, []);
  }

  @Post()
  @NotRecorded('what an organisation may assure')
  @Access('decider')
  @HttpCode(200)
  record(
    @CurrentActor() acting: Acting,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf: (pointer) => {
        const name = pointer.split('/')[1] ?? '';
        return name === 'validFrom' || name === 'validTo' ? `${name}-day` : name;
      },
      act: async (form) => {
        const asked = {
          levels: form.all('levels'),
          validFrom: form.date('validFrom', 'First day'),
          validTo: form.date('validTo', 'Last day'),
          reason: form.textOrNull('reason'),
          documentTitle: form.textOrNull('documentTitle'),
          documentUrl: form.textOrNull('documentUrl'),
          supersedesId: form.textOrNull('supersedesId'),
        };
        const request = checkRequest(EarnedAutonomyRequest, asked, form.problems);
        const { levels, validFrom, validTo = null, reason, documentTitle, documentUrl } = request;
        const { supersedesId = null } = request;
        const given = { levels, validFrom, validTo, reason, documentTitle, documentUrl, supersedesId };
        await this.autonomy.record(acting, organisationIdOf(id), given);
        return goTo(`/organisations/${id}/earned-autonomy`);
      },
      again: (fields, problems) =>
        this.page(
          acting,
          id,
          fields,
          inOrderOf(problems, {
            levels: 'Tick the levels the organisation assures itself',
            'validFrom-day': 'Enter the first day',
            'validTo-day': 'Enter the last day, or leave it empty',
            documentTitle: 'Enter the title of the document that says so',
            documentUrl: 'Enter the address of the document, beginning with https://',
            supersedesId: 'Choose a record from the list',
            reason: 'Give the reason',
          }),
        ),
    });
  }

  private async page(
    acting: Acting,
    id: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const organisationId = organisationIdOf(id);
    const [listed, organisations, { rating }] = await together([
      this.autonomy.list(acting, organisationId),
      this.people.listOrganisations(acting, MOST_ORGANISATIONS, null),
      this.policies.regimeInForce(acting),
    ]);
    const grants = JSON.parse(listed) as readonly GrantText[];
    const levels: readonly RatingLevel[] = rating === 'not-known' ? [] : rating.levels;
    const form = new PostedForm(fields);
    const speaksForIt = acting.roles.some(
      (held) => isDepartmentRole(held.role) && held.organisationId === organisationId,
    );
    return show(
      'review/earned-autonomy',
      {
        problems,
        organisation: organisations.find((one) => one.id === organisationId)?.name ?? '',
        action: `/organisations/${organisationId}/earned-autonomy`,
        isDecider: acting.roles.some(({ role }) => role === 'decider'),
        speaksForIt,
        grants: grants.map((grant) => ({
          ...grant,
          levelNames: grant.levels.map((level) => levels.find((one) => one.id === level)?.name ?? level),
        })),
        // The highest level always goes to GDS Assurance.
        levels: levels
          .slice(0, -1)
          .map(({ id: value, name }) => ({ value, text: name, checked: form.all('levels').includes(value) })),
        corrected: [
          { value: '', text: 'None: it is a new one' },
          ...grants
            .filter(({ superseded }) => !superseded)
            .map((grant) => ({
              value: grant.id,
              text: grant.documentTitle,
              selected: form.text('supersedesId') === grant.id,
            })),
        ],
        values: { ...dateBoxes('validFrom', londonDate(this.clock.now())), ...fields },
        once: randomUUID(),
      },
      statusOf(problems),
    );
  }
}

/** @throws ProblemError 404 */
function organisationIdOf(text: string): string {
  if (!isUuid(text)) throw notFound();
  return text.toLowerCase();
}
