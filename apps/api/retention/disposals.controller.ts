import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DisposalService, type Acting } from '#casework';
import { disposalCursorOf, DisposalListQuery, disposalPositionOf, ReasonRequest, Recorded } from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendAnswer, sendPage } from '../cases/answering.js';
import { Changes, Gives } from '../cases/documenting.js';
import { ReferenceParam } from '../cases/path-parts.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';

/** What is done about the disposal of one case that has ended. Nothing of the case is shown, not even its revision. */
@ApiTags('Retention')
@Controller('api/v1/cases/:reference/disposal')
@AnswersKeptWithChange()
export class DisposalController {
  constructor(private readonly disposals: DisposalService) {}

  @Post()
  @Access('administrator')
  @PeopleOnly('Disposing of a case is for people to answer for.')
  @Changes('Marks a case for disposal once its period has passed', 'DisposalReceipt', { tagged: false })
  async mark(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.disposals.mark(acting, reference, reason));
  }

  @Post('hold')
  @Access('administrator')
  @PeopleOnly('Disposing of a case is for people to answer for.')
  @Changes('Holds a case that has ended back from disposal, whether it is marked or not', 'DisposalReceipt', {
    tagged: false,
  })
  async hold(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.disposals.hold(acting, reference, reason));
  }

  @Post('release')
  @Access('administrator')
  @PeopleOnly('Disposing of a case is for people to answer for.')
  @Changes('Lifts a hold; where the case is marked, the waiting time begins anew', 'DisposalReceipt', {
    tagged: false,
  })
  async release(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.disposals.release(acting, reference, reason));
  }
}

/** Cases by where they are on their way to disposal. */
@ApiTags('Retention')
@Controller('api/v1/disposals')
@Access('auditor-or-administrator')
export class DisposalListController {
  constructor(private readonly disposals: DisposalService) {}

  @Get()
  @NeedsScope('cases:read')
  @Recorded('search')
  @Gives('Lists ended cases that are due for disposal, marked, held or disposed of', 'DisposalPage', {
    paged: true,
  })
  async list(
    @CurrentActor() acting: Acting,
    @Query() { status, after, limit }: DisposalListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.disposals.list(acting, {
      status: status ?? null,
      after: disposalPositionOf(after),
      limit,
    });
    sendPage(request, reply, page.json, disposalCursorOf(page.next));
  }
}
