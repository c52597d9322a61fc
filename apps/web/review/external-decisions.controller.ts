import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { FormFaults, TriageService, type Acting } from '#casework';
import { EXTERNAL_OUTCOME_NAMES, EXTERNAL_OUTCOMES, FURTHER_STEP_KINDS, FURTHER_STEP_NAMES } from '#domain';
import { ExternalDecisionRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { checkRequest, noteFaults } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { dayInWords } from '../views/page-filters.js';
import { inOrderOf } from '../forms/problem-words.js';
import { frame, offerOf, ReviewPages, statusOf } from './review-pages.js';

/** Decisions of ministers and HM Treasury: what was recorded, and recording another. This service makes none itself. */
@Controller('cases/:reference/external-decisions')
@Access('auditor-or-assurance')
export class ExternalDecisionsController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly triage: TriageService,
    private readonly faults: FormFaults,
  ) {}

  @Get()
  @Recorded('view')
  look(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  record(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      fieldOf: (pointer) => {
        const name = pointer.split('/')[1] ?? '';
        return name === 'decidedOn' ? 'decidedOn-day' : name;
      },
      act: async (form) => {
        const asked = {
          kind: form.textOrNull('kind'),
          outcome: form.textOrNull('outcome'),
          decidedOn: form.date('decidedOn', 'Date of the decision'),
          documentTitle: form.textOrNull('documentTitle'),
          documentUrl: form.textOrNull('documentUrl'),
          note: form.textOrNull('note'),
          supersedesId: form.textOrNull('supersedesId'),
        };
        const { decidedOn: day } = asked;
        if (day !== null) {
          const said = { decidedOn: day };
          const action = 'record-external-decision';
          noteFaults(form, await this.faults.of(acting, reference, action, said), '/decidedOn');
        }
        const request = checkRequest(ExternalDecisionRequest, asked, form.problems);
        const {
          kind,
          outcome,
          decidedOn,
          documentTitle,
          documentUrl,
          note = null,
          supersedesId = null,
        } = request;
        const recorded = { kind, outcome, decidedOn, documentTitle, documentUrl, note, supersedesId };
        await this.triage.recordExternalDecision(acting, reference, recorded);
        return goTo(`/cases/${reference}/external-decisions`);
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrderOf(problems, {
            kind: 'Choose who decided',
            outcome: 'Choose what was decided',
            'decidedOn-day': 'Enter the date of the decision',
            documentTitle: 'Enter the title of the document that says so',
            documentUrl: 'Enter the address of the document, beginning with https://',
            note: 'Shorten the note to 5,000 characters',
            supersedesId: 'Choose a record from the list',
          }),
        ),
    });
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const [open, recorded] = await together([
      this.pages.open(acting, reference),
      this.cases.part(acting, reference, 'externalDecisions'),
    ]);
    const form = new PostedForm(fields);
    const choices = <Value extends string>(
      name: string,
      values: readonly Value[],
      names: Readonly<Record<Value, string>>,
    ) => values.map((value) => ({ value, text: names[value], checked: form.text(name) === value }));
    return show(
      'review/external-decisions',
      {
        ...frame(open, fields),
        problems,
        recorded,
        offer: offerOf(open, 'record-external-decision'),
        assures: open.assures,
        kinds: choices('kind', FURTHER_STEP_KINDS, FURTHER_STEP_NAMES),
        outcomes: choices('outcome', EXTERNAL_OUTCOMES, EXTERNAL_OUTCOME_NAMES),
        corrected: [
          { value: '', text: 'None: it is a further one' },
          ...recorded
            .filter(({ superseded }) => !superseded)
            .map(({ id, kind, decidedOn }) => ({
              value: id,
              text: `${FURTHER_STEP_NAMES[kind]}, ${dayInWords(decidedOn)}`,
              selected: form.text('supersedesId') === id,
            })),
        ],
      },
      statusOf(problems),
    );
  }
}
