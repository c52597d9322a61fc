import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AssignmentService, type Acting } from '#casework';
import { AssignmentRequest, HandOverRequest, NotRecorded, ReasonRequest } from '#edge';
import { Access } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer, sendJson } from './answering.js';
import { Changes, Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';
import { ref } from './schemas/json-schema.js';

const NONE = JSON.stringify({
  given: false,
  why: 'There is no case you can take: all are in hand, are your own organisation’s, or were given back by you',
});

/** Who reviews which case. */
@ApiTags('Cases: assignment')
@Controller('api/v1')
@AnswersKeptWithChange()
export class AssignmentController {
  constructor(private readonly assignment: AssignmentService) {}

  @Post('cases/:reference/assign')
  @Access('signed-in')
  @Changes('Gives a case nobody has to a reviewer', 'AssignmentReceipt')
  async assign(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reviewerId }: AssignmentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.assignment.assign(acting, reference, expected, reviewerId));
  }

  @Post('cases/:reference/hand-over')
  @Access('signed-in')
  @Changes('Gives a case from its reviewer to another', 'AssignmentReceipt')
  async handOver(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reviewerId, reason }: HandOverRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.assignment.handOver(acting, reference, expected, reviewerId, reason));
  }

  @Post('cases/:reference/unassign')
  @Access('signed-in')
  @Changes('Gives a case back, so that it waits in the queue again')
  async unassign(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.assignment.unassign(acting, reference, expected, reason));
  }

  @Post('review-queue/next')
  @Access('reviewer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives you the case that is due first among those you may take' })
  @ApiResponse({
    status: 200,
    description: 'The case you have now, or why there is none.',
    schema: { oneOf: [ref('AssignmentReceipt'), ref('NoNextCase')] },
  })
  async next(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.assignment.giveNext(acting);
    if (answer === null) sendJson(reply, NONE);
    else sendAnswer(reply, answer);
  }

  @Get('reviewers')
  @NotRecorded('reviewers and how much they have in hand')
  @Access('auditor-or-assurance')
  @Gives('Lists the reviewers with what they have in hand, least busy first', 'Reviewers')
  async reviewers(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, JSON.stringify(await this.assignment.reviewers(acting)));
  }
}
