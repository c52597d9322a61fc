import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AssignmentService, type Acting } from '#casework';
import { AssignmentRequest, HandOverRequest, ReasonRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { donePath } from './done-words.js';
import { inOrderOf } from '../forms/problem-words.js';
import { namesOfReviewers, reviewerChoices } from './moves.controller.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf } from './review-pages.js';

/** Chosen instead of a reviewer: the case waits in the queue again. */
const THE_QUEUE = 'queue';
const IN_THE_QUEUE = 'Nobody: it waits in the queue again';
const WITH_NOBODY = 'Nobody: it waits for somebody to take it';

/** What the page is called: of a case, and of a question. */
const TITLES = {
  case: { give: 'Assign a reviewer', handOver: 'Hand the case over' },
  question: { give: 'Give the question to somebody', handOver: 'Hand the question over' },
} as const;

/** Giving a case to a reviewer, handing it over, and giving it back. */
@Controller('cases/:reference/assign')
@Access('auditor-or-assurance')
export class AssignController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly assignment: AssignmentService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  assign(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: (form) => this.act(acting, reference, form),
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrderOf(problems, {
            reviewerId: 'Choose somebody from the list',
            reason: 'Say why it changes hands',
          }),
        ),
    });
  }

  private async act(acting: Acting, reference: string, form: PostedForm): Promise<PageAnswer> {
    const { assignment } = this;
    const revision = revisionIn(form.fields);
    const reviewerId = form.textOrNull('reviewerId');
    const reason = form.textOrNull('reason');
    if (reviewerId === null) form.refuse('reviewerId', 'Choose who has it from now on');
    if (reviewerId === THE_QUEUE) {
      const asked = checkRequest(ReasonRequest, { reason });
      await assignment.unassign(acting, reference, revision, asked.reason);
      return goTo(donePath(reference, 'unassigned'));
    }
    if (form.text('has') === 'nobody') {
      const asked = checkRequest(AssignmentRequest, { reviewerId }, form.problems);
      await assignment.assign(acting, reference, revision, asked.reviewerId);
      return goTo(donePath(reference, 'assigned'));
    }
    const asked = checkRequest(HandOverRequest, { reviewerId, reason }, form.problems);
    await assignment.handOver(acting, reference, revision, asked.reviewerId, asked.reason);
    return goTo(donePath(reference, 'handed-over'));
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const [open, loads] = await together([
      this.pages.open(acting, reference),
      this.assignment.reviewers(acting),
    ]);
    const { reviewer } = open.found;
    const titles = TITLES[open.header.noun];
    const title = reviewer === null ? titles.give : titles.handOver;
    const nobody = open.header.noun === 'question' ? WITH_NOBODY : IN_THE_QUEUE;
    const offer = offerOf(open, reviewer === null ? 'assign-reviewer' : 'hand-over');
    if (!offer.allowed) {
      const names = new Map([...namesOfReviewers(loads), [THE_QUEUE, nobody]]);
      return refusedPage(open, title, offer.why, fields, problems, names);
    }
    const chosen = new PostedForm(fields).text('reviewerId');
    const reviewers = reviewerChoices(loads, chosen, acting.personId, reviewer?.id ?? null);
    const queue = {
      value: THE_QUEUE,
      text: nobody,
      checked: chosen === THE_QUEUE,
    };
    return show(
      'review/assign',
      {
        ...frame(open, fields),
        problems,
        title,
        reviewer,
        choices: [
          ...reviewers,
          ...(reviewer === null ? [] : [...(reviewers.length > 0 ? [{ divider: 'or' }] : []), queue]),
        ],
        several: reviewers.length > 1,
      },
      statusOf(problems),
    );
  }
}
