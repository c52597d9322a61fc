import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CommentService, type Acting } from '#casework';
import { CommentEditRequest, CommentRequest, IdParam } from '#edge';
import { Access, NeedsScope } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What people say to one another about a case. */
@ApiTags('Cases: comments')
@Controller('api/v1/cases/:reference/comments')
@Access('signed-in')
@NeedsScope('cases:write')
@AnswersKeptWithChange()
export class CommentsController {
  constructor(private readonly comments: CommentService) {}

  @Post()
  @Changes('Adds a comment, or an answer to one', 'CommentReceipt', { makes: true })
  async add(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { audience, point = null, parentId = null, body }: CommentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.comments.add(acting, reference, { audience, point, parentId, body }));
  }

  @Put(':id')
  @Changes('Changes what your own comment says', 'CommentReceipt')
  async edit(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() { body }: CommentEditRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.comments.edit(acting, reference, expected, id, body));
  }

  @Post(':id/resolve')
  @Changes('Marks a comment as resolved', 'CommentReceipt')
  async resolve(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.comments.settle(acting, reference, expected, id, true));
  }

  @Post(':id/reopen')
  @Changes('Marks a comment as open again', 'CommentReceipt')
  async reopen(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.comments.settle(acting, reference, expected, id, false));
  }
}
