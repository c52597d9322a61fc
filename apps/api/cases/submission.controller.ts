import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReviewService, SubmissionService, type Acting } from '#casework';
import { ReasonRequest } from '#edge';
import { Access, PeopleOnly } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What a department does with a case as a whole. */
@ApiTags('Cases: submission')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@PeopleOnly('What a department signs off, submits or withdraws is for people to answer for.')
@AnswersKeptWithChange()
export class SubmissionController {
  constructor(
    private readonly submission: SubmissionService,
    private readonly review: ReviewService,
  ) {}

  @Post('begin-request')
  @Changes('Begins the request that spend was planned for: it is a draft then')
  async beginRequest(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.beginRequest(acting, reference, expected));
  }

  @Post('sign-off')
  @Changes('Signs the draft off for the department')
  async signOff(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.signOff(acting, reference, expected));
  }

  @Post('take-back-sign-off')
  @Changes('Takes the sign-off back, so that the draft can be changed')
  async takeBackSignOff(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.takeBackSignOff(acting, reference, expected, reason));
  }

  @Post('submit')
  @Changes('Submits the case to GDS Assurance')
  async submit(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.submit(acting, reference, expected));
  }

  @Post('record-departmental-assurance')
  @Changes('Records that the department has assured the request itself; the reason says what it found')
  async recordDepartmentalAssurance(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.submission.recordDepartmentalAssurance(acting, reference, expected, reason);
    sendAnswer(reply, answer);
  }

  @Post('withdraw')
  @Changes('Withdraws the request for good')
  async withdraw(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.withdraw(acting, reference, expected, reason));
  }

  @Post('resubmit')
  @Changes('Answers a return; the reason says how', 'ResubmissionReceipt')
  async resubmit(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.submission.resubmit(acting, reference, expected, reason));
  }

  @Post('close-draft-below-threshold')
  @Changes('Records and closes a draft whose spending needs no approval')
  async closeDraft(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.review.closeDraftBelowThreshold(acting, reference, expected, reason));
  }
}
