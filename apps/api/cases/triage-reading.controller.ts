import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ClockService, ReadingService, type Acting } from '#casework';
import { ClockQuery, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** How a case is rated and routed, and how its clock stands. */
@ApiTags('Cases: triage')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@NeedsScope('cases:read')
export class TriageReadingController {
  constructor(
    private readonly reading: ReadingService,
    private readonly clock: ClockService,
  ) {}

  @Get('triage')
  @Recorded('view')
  @Gives(
    'Says where the case stands against its thresholds, how it is rated and which route it takes',
    'Triage',
  )
  async triage(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.reading.triage(acting, reference)));
  }

  @Get('clock')
  @Recorded('view')
  @Gives('Shows the clock of the case, now or as it stood at an instant', 'CaseClock')
  async clockOf(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() { at }: ClockQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const instant = at === undefined ? null : new Date(at);
    sendJson(reply, JSON.stringify(await this.clock.read(acting, reference, instant)));
  }

  @Get('rating-reviews')
  @Recorded('view')
  @Gives('Lists the confirmations and overrides of the rating', 'RatingReviews')
  async ratingReviews(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'ratingReviews'));
  }

  @Get('external-decisions')
  @Recorded('view')
  @Gives('Lists the decisions of ministers and HM Treasury as recorded', 'ExternalDecisions')
  async externalDecisions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'externalDecisions'));
  }
}
