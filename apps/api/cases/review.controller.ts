import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReviewService, type Acting } from '#casework';
import type { PointNumber } from '#domain';
import {
  AcknowledgeRequest,
  AssessmentRequest,
  IdParam,
  ReasonRequest,
  RecommendationRequest,
  ReturnRequest,
  RulingRequest,
} from '#edge';
import { Access, PeopleOnly } from '#identity';
import { unprocessable } from '#platform';
import { IfMatch, IfMatchOrNew } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { PointParam, ReferenceParam } from './path-parts.js';

/** What GDS Assurance does between a submission and a recommendation. */
@ApiTags('Cases: review')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@PeopleOnly('A review is for people to make.')
@AnswersKeptWithChange()
export class ReviewController {
  constructor(private readonly review: ReviewService) {}

  @Post('acknowledge')
  @Changes('Acknowledges a submission and names the reviewer', 'AssignmentReceipt')
  async acknowledge(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reviewerId }: AcknowledgeRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.review.acknowledge(acting, reference, expected, reviewerId));
  }

  @Post('start-review')
  @Changes('Starts the review')
  async startReview(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.review.startReview(acting, reference, expected));
  }

  @Put('assessments/:point')
  @Changes('Records what the reviewer thinks of a point', 'AssessmentReceipt')
  async assess(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @PointParam() point: PointNumber,
    @IfMatchOrNew() expected: number,
    @Body() { version, verdict, explanation = null }: AssessmentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (verdict !== 'met' && explanation === null) throw unexplained();
    const given = { point, version, verdict, explanation };
    sendAnswer(reply, await this.review.assess(acting, reference, expected, given));
  }

  @Put('legacy-exceptions/:id/ruling')
  @Changes('Accepts or refuses a legacy exception', 'RulingReceipt')
  async rule(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatchOrNew() expected: number,
    @Body() { version, ruling, reason }: RulingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { exceptionId: id, version, ruling, reason };
    sendAnswer(reply, await this.review.rule(acting, reference, expected, given));
  }

  @Post('return')
  @Changes('Returns the case for information')
  async giveBack(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { version, reason, points }: ReturnRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = points.map(({ point, question }) => ({ point, question }));
    const given = { version, reason, points: asked };
    sendAnswer(reply, await this.review.giveBack(acting, reference, expected, given));
  }

  @Post('recommend')
  @Changes('Recommends a decision')
  async recommend(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { version, outcome, reason }: RecommendationRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { version, outcome, reason };
    sendAnswer(reply, await this.review.recommend(acting, reference, expected, given));
  }

  @Post('close-submission-below-threshold')
  @Changes('Closes a submission whose spending needs no approval')
  async closeSubmission(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.review.closeBelowThreshold(acting, reference, expected, reason));
  }
}

function unexplained() {
  const detail = 'Explain the verdict: only “met” needs no explanation';
  return unprocessable(`${detail}.`, [{ pointer: '/explanation', detail }]);
}
