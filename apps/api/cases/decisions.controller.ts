import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DecisionService, type Acting } from '#casework';
import {
  ApprovalRequest,
  ConditionalApprovalRequest,
  decisionOf,
  ReasonOnVersionRequest,
  SupersedeRequest,
} from '#edge';
import { Access, PeopleOnly } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What the decider does. */
@ApiTags('Cases: decision')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@PeopleOnly('A decision is for people to make.')
@AnswersKeptWithChange()
export class DecisionsController {
  constructor(private readonly decisions: DecisionService) {}

  @Post('refer-back')
  @Changes('Refers a recommended case back to the review')
  async referBack(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { version, reason }: ReasonOnVersionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.decisions.referBack(acting, reference, expected, { version, reason }));
  }

  @Post('approve')
  @Changes('Approves', 'DecisionReceipt')
  async approve(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() request: ApprovalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const decision = decisionOf(request);
    sendAnswer(reply, await this.decisions.decide(acting, reference, expected, 'approved', decision));
  }

  @Post('approve-with-conditions')
  @Changes('Approves with conditions', 'DecisionReceipt')
  async approveWithConditions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() request: ConditionalApprovalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const decision = decisionOf(request);
    const outcome = 'approved-with-conditions';
    sendAnswer(reply, await this.decisions.decide(acting, reference, expected, outcome, decision));
  }

  @Post('not-approve')
  @Changes('Does not approve', 'DecisionReceipt')
  async notApprove(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() request: ReasonOnVersionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const decision = decisionOf(request);
    sendAnswer(reply, await this.decisions.decide(acting, reference, expected, 'not-approved', decision));
  }

  @Post('supersede')
  @Changes('Puts a new decision in the place of the one that stands', 'DecisionReceipt')
  async supersede(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() request: SupersedeRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { outcome, supersedes } = request;
    const decision = { ...decisionOf(request), outcome, supersedes };
    sendAnswer(reply, await this.decisions.supersede(acting, reference, expected, decision));
  }
}
