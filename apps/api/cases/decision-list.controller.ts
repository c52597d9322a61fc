import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadingService, type Acting } from '#casework';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendPage } from './answering.js';
import { Gives } from './documenting.js';
import { addDays, startOfLondonDay } from '#domain';
import { cursorOf, DecisionListQuery, positionOf, Recorded } from '#edge';

/** Decisions across cases. */
@ApiTags('Decisions')
@Controller('api/v1/decisions')
@Access('signed-in')
@NeedsScope('decisions:read')
export class DecisionListController {
  constructor(private readonly reading: ReadingService) {}

  @Get()
  @Recorded('search')
  @Gives('Lists the decisions you may see, latest first', 'DecisionPage', { paged: true })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: DecisionListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { organisation, from, to, after, limit } = query;
    const page = await this.reading.decisions(acting, {
      organisationId: organisation ?? null,
      from: from === undefined ? null : startOfLondonDay(from).toISOString(),
      to: to === undefined ? null : startOfLondonDay(addDays(to, 1)).toISOString(),
      after: positionOf(after),
      limit,
    });
    sendPage(request, reply, page.json, cursorOf(page.next));
  }
}
