import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SpendService, VariationService, type Acting } from '#casework';
import {
  EndingApprovalsQuery,
  Recorded,
  spendReportOf,
  SpendReportRequest,
  VariationRequestBody,
} from '#edge';
import { Access, NeedsScope } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer, sendJson } from './answering.js';
import { Changes, Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What comes after a decision: what was spent, and requests that vary or extend what was approved. */
@ApiTags('Cases: after the decision')
@Controller('api/v1')
@Access('signed-in')
@AnswersKeptWithChange()
export class AfterDecisionController {
  constructor(
    private readonly variations: VariationService,
    private readonly spending: SpendService,
  ) {}

  @Get('cases/:reference/following')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives(
    'Gives the approval a case starts from, held against it, and the cases that start from it',
    'Following',
  )
  async following(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.variations.following(acting, reference)));
  }

  @Post('cases/:reference/variations')
  @NeedsScope('cases:write')
  @Changes('Starts a variation or an extension of an approved case', 'VariationReceipt', { makes: true })
  async startVariation(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { kind, whatChanges }: VariationRequestBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.variations.start(acting, reference, expected, { kind, whatChanges }));
  }

  @Get('cases/:reference/spend')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives('Gives what was spent of an approval, held against what was approved', 'Spend')
  async spend(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.spending.read(acting, reference)));
  }

  @Post('cases/:reference/spend')
  @NeedsScope('cases:write')
  @Changes('Records what was spent so far', 'SpendReceipt', { makes: true })
  async recordSpend(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() report: SpendReportRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.spending.record(acting, reference, expected, spendReportOf(report)));
  }

  @Get('approvals-ending')
  @NeedsScope('cases:read')
  @Recorded('search')
  @Gives('Lists the approvals you may see that are about to run out, or have', 'EndingApprovals')
  async ending(
    @CurrentActor() acting: Acting,
    @Query() { organisation }: EndingApprovalsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.spending.ending(acting, organisation ?? null)));
  }
}
