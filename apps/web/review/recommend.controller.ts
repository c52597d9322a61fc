import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ReviewService, type Acting } from '#casework';
import { DECIDED_STATES, STATE_NAMES } from '#domain';
import { RecommendationRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { donePath } from './done-words.js';
import { inOrderOf } from '../forms/problem-words.js';
import { exceptionView, pointRows, progressOf } from './point-view.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf, versionIn } from './review-pages.js';

/** Recommending a decision, with every verdict in sight. */
@Controller('cases/:reference/recommend')
@Access('auditor-or-assurance')
export class RecommendController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly review: ReviewService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  recommend(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const { version, outcome, reason } = checkRequest(RecommendationRequest, {
          version: versionIn(form.fields),
          outcome: form.textOrNull('outcome'),
          reason: form.textOrNull('reason'),
        });
        const given = { version, outcome, reason };
        await this.review.recommend(acting, reference, revisionIn(form.fields), given);
        return goTo(donePath(reference, 'recommended'));
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrderOf(problems, {
            outcome: 'Choose what you recommend',
            reason: 'Give the reason for your recommendation',
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
    const [open, content, assessments] = await together([
      this.pages.open(acting, reference),
      this.pages.submitted(acting, reference),
      this.cases.part(acting, reference, 'assessments'),
    ]);
    const offer = offerOf(open, 'recommend');
    // What is still missing is shown with the verdicts; for every other reason there is nothing to look at.
    const isUnfinished = open.standing.offers.some(({ action, allowed }) => action === 'return' && allowed);
    if (!offer.allowed && !isUnfinished)
      return refusedPage(open, 'Recommend a decision', offer.why, fields, problems);
    if (content === null) throw notFound();
    const chosen = new PostedForm(fields).text('outcome');
    return show(
      'review/recommend',
      {
        ...frame(open, fields),
        problems,
        offer,
        rows: pointRows(open, content, assessments),
        progress: progressOf(open),
        exceptions: content.legacyExceptions.map((exception) => exceptionView(open, exception)),
        uncovered: open.standing.uncovered,
        requestedPence: content.details.requestedPence,
        outcomes: DECIDED_STATES.map((value) => ({
          value,
          text: STATE_NAMES[value],
          checked: chosen === value,
        })),
      },
      statusOf(problems),
    );
  }
}
