import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EventStreamService, type Acting } from '#casework';
import { LimitField, PAGE_LIMIT, QueryNumber, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';

/** Far beyond any log; what a number of JavaScript still holds exactly. */
const LARGEST_PLACE = 999_999_999_999_999;

/** Which events to give. */
export class EventStreamQuery {
  @QueryNumber({
    min: 0,
    max: LARGEST_PLACE,
    default: 0,
    description: 'Cursor: “next” of the answer before; 0 to begin at the beginning.',
  })
  after = 0;

  @LimitField()
  limit: number = PAGE_LIMIT;
}

/** What happened to every case the reader may see, to be followed by whoever keeps a copy. */
@ApiTags('Events')
@Controller('api/v1/events')
@Access('signed-in')
@NeedsScope('cases:read')
export class EventsController {
  constructor(private readonly stream: EventStreamService) {}

  @Get()
  @Recorded('search')
  @Gives('Lists what happened to all cases in the order of the log, to go on from a cursor', 'EventStream')
  async after(
    @CurrentActor() acting: Acting,
    @Query() { after, limit }: EventStreamQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.stream.after(acting, after, limit)));
  }
}
