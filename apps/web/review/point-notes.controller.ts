import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommentService, ReviewService, type Acting } from '#casework';
import { CommentRequest, isUuid, RulingRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { GivesFormBack } from '../forms/gives-form-back.js';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import { CurrentActor } from '../server/current-actor.js';
import type { PageAnswer } from '../server/page.js';
import { pointOf } from './assess.controller.js';
import { AssessingPages } from './assessing-pages.js';
import { inOrderOf } from '../forms/problem-words.js';
import { revisionIn, ReviewPages, versionIn, without } from './review-pages.js';

/** What is said beside a point while it is assessed: comments within GDS Assurance, rulings on legacy exceptions. */
@Controller('cases/:reference/assess/:number')
@Access('auditor-or-assurance')
export class PointNotesController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly points: AssessingPages,
    private readonly review: ReviewService,
    private readonly comments: CommentService,
  ) {}

  @Post('comments')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  comment(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Param('number') text: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    const point = pointOf(text);
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body: posted,
      fieldOf: () => 'comment',
      act: async (form) => {
        const asked = { audience: 'internal', point, body: form.textOrNull('comment') };
        const { audience, body } = checkRequest(CommentRequest, asked, form.problems);
        await this.comments.add(acting, reference, { audience, point, parentId: null, body });
        const path = `/cases/${reference}/assess/${String(point)}#comments`;
        const rest = without(form.fields, ['comment']);
        return this.points.onwards(acting, reference, point, rest, 'Your comment is added', path);
      },
      again: (fields, problems) =>
        this.points.page(
          acting,
          reference,
          point,
          fields,
          inOrderOf(problems, { comment: 'Write your comment, in at most 10,000 characters' }),
        ),
    });
  }

  @Post('exceptions/:id')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  rule(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Param('number') text: string,
    @Param('id') id: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    const point = pointOf(text);
    const reference = this.cases.canonical(given);
    if (!isUuid(id)) throw notFound();
    return this.pages.take(acting, reference, {
      body: posted,
      fieldOf: (pointer) => `${pointer.split('/')[1] ?? ''}-${id}`,
      act: async (form) => {
        const asked = {
          version: versionIn(form.fields),
          ruling: form.textOrNull(`ruling-${id}`),
          reason: form.textOrNull(`reason-${id}`),
        };
        const { version, ruling, reason } = checkRequest(RulingRequest, asked, form.problems);
        const ruled = { exceptionId: id, version, ruling, reason };
        await this.review.rule(acting, reference, Number(form.text(`sequence-${id}`)), ruled);
        const path = `/cases/${reference}/assess/${String(point)}#exception-${id}`;
        const rest = without(form.fields, [`ruling-${id}`, `reason-${id}`, `sequence-${id}`]);
        return this.points.onwards(acting, reference, point, rest, 'Your ruling is saved', path);
      },
      again: (fields, problems) =>
        this.points.page(
          acting,
          reference,
          point,
          fields,
          inOrderOf(problems, {
            [`ruling-${id}`]: 'Choose whether you accept or refuse the legacy exception',
            [`reason-${id}`]: 'Give a reason for the ruling, in at most 5,000 characters',
          }),
        ),
      overtaken: async (fields) => {
        const kept = without(fields, ['revision', 'version', `sequence-${id}`]);
        const told = await this.pages.overtaken(acting, reference, revisionIn(fields));
        return this.points.page(acting, reference, point, kept, [told]);
      },
    });
  }
}
