import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TriageService, type Acting } from '#casework';
import {
  ExtensionRequest,
  ExternalDecisionRequest,
  RatingReviewRequest,
  ReasonRequest,
  ReviewDepthRequest,
} from '#edge';
import { Access, PeopleOnly } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What GDS Assurance makes of a submission before and beside its review. */
@ApiTags('Cases: triage')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@PeopleOnly('How a case is treated is for people to judge.')
@AnswersKeptWithChange()
export class TriageController {
  constructor(private readonly triage: TriageService) {}

  @Post('review-rating')
  @Changes('Confirms or overrides the rating', 'RatingReceipt')
  async reviewRating(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { version, rating, reason = null }: RatingReviewRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { version, rating, reason };
    sendAnswer(reply, await this.triage.reviewRating(acting, reference, expected, given));
  }

  @Post('set-review-depth')
  @Changes('Says how closely the case is looked at', 'DepthReceipt')
  async setDepth(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { depth, reason = null }: ReviewDepthRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.triage.setDepth(acting, reference, expected, depth, reason));
  }

  @Post('call-in')
  @Changes('Takes a case that the department assured itself to GDS Assurance')
  async callIn(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.triage.callIn(acting, reference, expected, reason));
  }

  @Post('extend-clock')
  @Changes('Gives a target more time', 'ExtensionReceipt')
  async extendClock(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { target, days, reason }: ExtensionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { target, days, reason };
    sendAnswer(reply, await this.triage.extendClock(acting, reference, expected, given));
  }

  @Post('external-decisions')
  @Changes('Records a decision of a minister or of HM Treasury, or corrects such a record', 'IdReceipt', {
    makes: true,
  })
  async recordExternalDecision(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() request: ExternalDecisionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const {
      kind,
      outcome,
      decidedOn,
      documentTitle,
      documentUrl,
      note = null,
      supersedesId = null,
    } = request;
    const given = { kind, outcome, decidedOn, documentTitle, documentUrl, note, supersedesId };
    sendAnswer(reply, await this.triage.recordExternalDecision(acting, reference, given));
  }
}
