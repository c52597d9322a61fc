import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommentService, type Acting, type Answer } from '#casework';
import { CommentEditRequest, CommentRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { GivesFormBack } from '../forms/gives-form-back.js';
import { conflictPage } from '../forms/conflict.js';
import { checkRequest } from '../forms/check-request.js';
import { heldIn, type PostedForm } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { CasePages } from './case-pages.js';
import { CommentPages } from './comment-pages.js';
import { pointNumberOf } from './point-views.js';

/** What people say to one another about a case. */
@Controller('cases/:reference/comments')
@Access('signed-in')
export class CommentsController {
  constructor(
    private readonly cases: CasePages,
    private readonly pages: CommentPages,
    private readonly comments: CommentService,
  ) {}

  @Get()
  @Recorded('view')
  list(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query('point') point?: string,
  ): Promise<PageAnswer> {
    return this.pages.list(acting, reference, pointNumberOf(point ?? ''));
  }

  @Post()
  @Recorded('view')
  add(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const point = form.textOrNull('point');
        const asked = checkRequest(CommentRequest, {
          audience: form.text('audience'),
          point: point === null ? null : Number(point),
          body: form.text('body'),
        });
        const canonical = this.cases.canonical(reference);
        const answer = await this.comments.add(acting, canonical, {
          audience: asked.audience,
          point: asked.point ?? null,
          parentId: null,
          body: asked.body,
        });
        return toComment(canonical, answer);
      },
      again: (fields, problems) => this.pages.list(acting, reference, null, { fields, problems }),
    });
  }

  @Get(':id/answer')
  @Recorded('view')
  askAnswer(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.pages.form(acting, reference, id, 'answer');
  }

  @Post(':id/answer')
  @Recorded('view')
  async answer(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    const comment = await this.pages.one(acting, reference, id);
    return takeForm({
      body: posted,
      act: async (form) => {
        const { body } = checkRequest(CommentEditRequest, { body: form.text('body') });
        const { audience, point } = comment;
        const canonical = this.cases.canonical(reference);
        const answer = await this.comments.add(acting, canonical, { audience, point, parentId: id, body });
        return toComment(canonical, answer);
      },
      again: (fields, problems) => this.pages.form(acting, reference, id, 'answer', { fields, problems }),
    });
  }

  @Get(':id/edit')
  @Recorded('view')
  askEdit(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.pages.form(acting, reference, id, 'edit');
  }

  @Post(':id/edit')
  @Recorded('view')
  async edit(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    const comment = await this.pages.own(acting, reference, id);
    const canonical = this.cases.canonical(reference);
    return takeForm({
      body: posted,
      act: async (form) => {
        const { body } = checkRequest(CommentEditRequest, { body: form.text('body') });
        await this.comments.edit(acting, canonical, revisionOf(form), id, body);
        return goTo(`${casePath(canonical, 'comments')}#comment-${id}`);
      },
      again: (fields, problems) => this.pages.form(acting, reference, id, 'edit', { fields, problems }),
      overtaken: (fields) =>
        conflictPage(
          {
            about: `Your comment on ${canonical}`,
            action: casePath(canonical, `comments/${id}/edit`),
            keepTheirs: `${casePath(canonical, 'comments')}#comment-${id}`,
            revision: comment.revision,
            changed: comment.editedAt === null ? null : { by: comment.author.name, at: comment.editedAt },
            disagreements: [{ label: 'Comment', mine: heldIn(fields, 'body'), theirs: comment.body }],
          },
          fields,
          randomUUID(),
        ),
    });
  }

  @Post(':id/resolve')
  @GivesFormBack()
  @Recorded('view')
  resolve(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    return this.settle(acting, reference, id, posted, true);
  }

  @Post(':id/reopen')
  @GivesFormBack()
  @Recorded('view')
  reopen(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() posted: unknown,
  ): Promise<PageAnswer> {
    return this.settle(acting, reference, id, posted, false);
  }

  private settle(
    acting: Acting,
    reference: string,
    id: string,
    posted: unknown,
    resolved: boolean,
  ): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    return takeForm({
      body: posted,
      act: async (form) => {
        await this.comments.settle(acting, canonical, revisionOf(form), id, resolved);
        return goTo(`${casePath(canonical, 'comments')}#comment-${id}`);
      },
      again: (_fields, problems) => this.pages.list(acting, reference, null, { fields: {}, problems }),
      overtaken: () =>
        this.pages.list(acting, reference, null, {
          fields: {},
          problems: [
            {
              text: 'Somebody changed this comment after you opened the page: look at it again',
              href: `#comment-${id}`,
              field: '',
            },
          ],
        }),
    });
  }
}

/** Revision the writer looked at; 0, which nothing has, where the form says none. */
function revisionOf(form: PostedForm): number {
  const text = form.text('revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function toComment(reference: string, answer: Answer): PageAnswer {
  const { commentId } = JSON.parse(answer.body) as { readonly commentId: string };
  return goTo(`${casePath(reference, 'comments')}#comment-${commentId}`);
}
