import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdviceReadingService, type Acting } from '#casework';
import { cursorOf, GuidanceQuery, NotRecorded, positionOf, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson, sendPage } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';
import { ReferenceParam } from '../cases/path-parts.js';

/** What came of advice: guidance for everybody, and what was advised on a case for those who see it. */
@ApiTags('Advice')
@Controller('api/v1')
@Access('signed-in')
export class GuidanceController {
  constructor(private readonly reading: AdviceReadingService) {}

  @Get('guidance')
  @NeedsScope('cases:read')
  @NotRecorded('guidance that is published to everybody, and says nothing of a case')
  @Gives('Lists the guidance that was made of answers, newest first', 'GuidancePage', { paged: true })
  async guidance(
    @CurrentActor() acting: Acting,
    @Query() { subject, point, after, limit }: GuidanceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.reading.guidance(
      acting,
      { subject: subject ?? null, point: point ?? null },
      { after: positionOf(after), limit },
    );
    sendPage(request, reply, JSON.stringify(page.items), cursorOf(page.next));
  }

  @Get('cases/:reference/advice')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives('Gives what was advised on a case, in the order it was asked', 'AdviceOfCase')
  async ofCase(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.reading.ofCase(acting, reference)));
  }
}
