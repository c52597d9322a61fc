import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AssignmentService, DecisionService, ReviewService, type Acting } from '#casework';
import type { ReviewerLoad } from '#persistence';
import { AcknowledgeRequest, ReasonOnVersionRequest, Recorded } from '#edge';
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
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf, versionIn } from './review-pages.js';

/** Reviewers to choose from, each with what they have in hand. @param left whom not to offer */
export function reviewerChoices(
  reviewers: readonly ReviewerLoad[],
  chosen: string,
  myself: string,
  left: string | null = null,
) {
  return reviewers
    .filter(({ id }) => id !== left)
    .map(({ id, name, cases, points }) => ({
      value: id,
      text: id === myself ? `${name} (you)` : name,
      hint: {
        text:
          cases === 0
            ? 'Nothing in hand'
            : `${String(cases)} ${cases === 1 ? 'case' : 'cases'} in hand, ${String(points)} ${points === 1 ? 'point' : 'points'} of work`,
      },
      checked: chosen === id,
    }));
}

/** Names of who can review, by id. */
export function namesOfReviewers(reviewers: readonly ReviewerLoad[]): ReadonlyMap<string, string> {
  return new Map(reviewers.map(({ id, name }) => [id, name]));
}

/** What takes a case from one state to the next with few words: acknowledging it, starting the review, referring back. */
@Controller('cases/:reference')
@Access('auditor-or-assurance')
export class MovesController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly review: ReviewService,
    private readonly assignment: AssignmentService,
    private readonly decisions: DecisionService,
  ) {}

  @Get('acknowledge')
  @Recorded('view')
  askAcknowledge(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.acknowledgePage(acting, reference, {}, []);
  }

  @Post('acknowledge')
  @Recorded('view')
  @HttpCode(200)
  acknowledge(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const { reviewerId } = checkRequest(AcknowledgeRequest, {
          reviewerId: form.text('reviewerId') || acting.personId,
        });
        await this.review.acknowledge(acting, reference, revisionIn(form.fields), reviewerId);
        return goTo(donePath(reference, 'acknowledged'));
      },
      again: (fields, problems) =>
        this.acknowledgePage(
          acting,
          reference,
          fields,
          inOrderOf(problems, { reviewerId: 'Choose a reviewer from the list' }),
        ),
    });
  }

  @Get('start-review')
  @Recorded('view')
  askStart(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.startPage(acting, reference, {}, []);
  }

  @Post('start-review')
  @Recorded('view')
  @HttpCode(200)
  start(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        await this.review.startReview(acting, reference, revisionIn(form.fields));
        return goTo(`/cases/${reference}/assess`);
      },
      again: (fields, problems) => this.startPage(acting, reference, fields, problems),
    });
  }

  @Get('refer-back')
  @Recorded('view')
  askReferBack(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.referBackPage(acting, reference, {}, []);
  }

  @Post('refer-back')
  @Recorded('view')
  @HttpCode(200)
  referBack(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const asked = { version: versionIn(form.fields), reason: form.textOrNull('reason') };
        const { version, reason } = checkRequest(ReasonOnVersionRequest, asked);
        await this.decisions.referBack(acting, reference, revisionIn(form.fields), { version, reason });
        return goTo(donePath(reference, 'referred-back'));
      },
      again: (fields, problems) =>
        this.referBackPage(
          acting,
          reference,
          fields,
          inOrderOf(problems, { reason: 'Say what the reviewer should look at again' }),
        ),
    });
  }

  private async acknowledgePage(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const [open, loads] = await together([
      this.pages.open(acting, reference),
      this.assignment.reviewers(acting),
    ]);
    const offer = offerOf(open, 'acknowledge');
    if (!offer.allowed) {
      const names = namesOfReviewers(loads);
      return refusedPage(open, 'Acknowledge this case', offer.why, fields, problems, names);
    }
    const chosen = new PostedForm(fields).text('reviewerId') || acting.personId;
    const reviewers = reviewerChoices(loads, chosen, acting.personId);
    return show('review/acknowledge', { ...frame(open, fields), problems, reviewers }, statusOf(problems));
  }

  private async startPage(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const offer = offerOf(open, 'start-review');
    if (!offer.allowed) return refusedPage(open, 'Start the review', offer.why, fields, problems);
    return show(
      'review/start-review',
      { ...frame(open, fields), problems, reviewer: open.found.reviewer },
      statusOf(problems),
    );
  }

  private async referBackPage(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const [open, recommendations] = await together([
      this.pages.open(acting, reference),
      this.cases.part(acting, reference, 'recommendations'),
    ]);
    const offer = offerOf(open, 'refer-back');
    if (!offer.allowed) return refusedPage(open, 'Refer back to the review', offer.why, fields, problems);
    return show(
      'review/refer-back',
      { ...frame(open, fields), problems, recommendation: recommendations.at(-1) },
      statusOf(problems),
    );
  }
}
