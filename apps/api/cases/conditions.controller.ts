import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ConditionService, type Acting } from '#casework';
import {
  ConditionEvidenceRequest,
  ConditionExtensionRequest,
  IdParam,
  plainLinks,
  ReasonRequest,
} from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What becomes of the conditions of the decision that stands. */
@ApiTags('Cases: conditions')
@Controller('api/v1/cases/:reference/conditions/:id')
@Access('signed-in')
@PeopleOnly('Whether a condition is met is for people to judge.')
@AnswersKeptWithChange()
export class ConditionsController {
  constructor(private readonly conditions: ConditionService) {}

  @Post('evidence')
  @NeedsScope('cases:write')
  @Changes('Gives evidence that a condition is met', 'ConditionReceipt', { makes: true })
  async submitEvidence(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() conditionId: string,
    @IfMatch() expected: number,
    @Body() { text, links }: ConditionEvidenceRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { conditionId, text, links: plainLinks(links) };
    sendAnswer(reply, await this.conditions.submitEvidence(acting, reference, expected, given));
  }

  @Post('confirm')
  @Changes('Confirms that a condition is met', 'ConditionReceipt')
  async confirmMet(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.conditions.confirmMet(acting, reference, expected, id));
  }

  @Post('send-back')
  @Changes('Sends the evidence for a condition back', 'ConditionReceipt')
  async sendBack(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.conditions.sendBack(acting, reference, expected, id, reason));
  }

  @Post('not-met')
  @Changes('Concludes that what was promised was not met', 'ConditionReceipt')
  async concludeNotMet(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.conditions.concludeNotMet(acting, reference, expected, id, reason));
  }

  @Post('waive')
  @Changes('Waives a condition', 'ConditionReceipt')
  async waive(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.conditions.waive(acting, reference, expected, id, reason));
  }

  @Post('extend')
  @Changes('Gives a condition more time', 'ConditionExtensionReceipt')
  async extend(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() conditionId: string,
    @IfMatch() expected: number,
    @Body() { dueOn, reason }: ConditionExtensionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(
      reply,
      await this.conditions.extend(acting, reference, expected, { conditionId, dueOn, reason }),
    );
  }
}
