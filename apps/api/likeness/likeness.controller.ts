import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LikenessService, type Acting } from '#casework';
import { LikenessListQuery, pairCursorOf, pairPositionOf, ReasonRequest, Recorded } from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendAnswer, sendJson, sendPage } from '../cases/answering.js';
import { Changes, Gives } from '../cases/documenting.js';
import { OtherReferenceParam, ReferenceParam } from '../cases/path-parts.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';

/** Cases of different organisations that look alike: all pairs nobody has judged. */
@ApiTags('Likenesses')
@Controller('api/v1/likenesses')
@Access('auditor-or-assurance')
@NeedsScope('cases:read')
export class LikenessesController {
  constructor(private readonly likenesses: LikenessService) {}

  @Get()
  @Recorded('search')
  @Gives(
    'Lists pairs of cases of different organisations that look alike, the most alike first, with the reasons',
    'LikenessPage',
    { paged: true },
  )
  async list(
    @CurrentActor() acting: Acting,
    @Query() { after, limit }: LikenessListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.likenesses.list(acting, { after: pairPositionOf(after), limit });
    sendPage(request, reply, JSON.stringify(page.items), pairCursorOf(page.next));
  }
}

/** What looks like one case, and what reviewers make of it. */
@ApiTags('Likenesses')
@Controller('api/v1/cases/:reference/likenesses')
@Access('signed-in')
@NeedsScope('cases:read')
@AnswersKeptWithChange()
export class LikenessOfCaseController {
  constructor(private readonly likenesses: LikenessService) {}

  @Get()
  @Recorded('view')
  @Gives(
    'Gives what looks like a case, none of it for departments, and whom its department was put in touch with',
    'LikenessesOfCase',
  )
  async ofCase(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.likenesses.ofCase(acting, reference)));
  }

  @Get(':otherReference')
  @Access('auditor-or-assurance')
  @Recorded('view')
  @Gives('Gives two cases beside one another, with why they look alike', 'LikenessPair')
  async pair(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @OtherReferenceParam() otherReference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.likenesses.pair(acting, reference, otherReference)));
  }

  @Post(':otherReference/put-in-touch')
  @PeopleOnly('Whom to bring together is for people to judge.')
  @Changes('Puts the departments of two cases in touch, and tells both')
  async putInTouch(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @OtherReferenceParam() otherReference: string,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.likenesses.putInTouch(acting, reference, otherReference, reason));
  }

  @Post(':otherReference/dismiss')
  @PeopleOnly('What only looks alike is for people to judge.')
  @Changes('Dismisses a likeness for good')
  async dismiss(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @OtherReferenceParam() otherReference: string,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.likenesses.dismiss(acting, reference, otherReference, reason));
  }
}
