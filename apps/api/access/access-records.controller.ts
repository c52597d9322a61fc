import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessReadingService } from '#audit';
import type { Acting } from '#casework';
import { CurrentActor } from '../cases/acting.js';
import { addDays, startOfLondonDay } from '#domain';
import { AccessRecordQuery, checkDays, cursorOf, positionOf, Recorded, referenceOf, witnessOf } from '#edge';
import { Access, NeedsScope } from '#identity';
import { sendPage } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';

/** Who looked at what. */
@ApiTags('Audit')
@Controller('api/v1/access-records')
@Access('auditor')
@NeedsScope('access-records:read')
export class AccessRecordsController {
  constructor(private readonly reading: AccessReadingService) {}

  @Get()
  @Recorded('search', 'reference')
  @Gives('Lists who saw a case, or what a person looked at, latest first', 'AccessRecordPage', {
    paged: true,
  })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: AccessRecordQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { personId, from, to, after, limit } = query;
    checkDays(query);
    const page = await this.reading.list(acting, {
      reference: referenceOf(query),
      personId: personId ?? null,
      from: from === undefined ? null : startOfLondonDay(from).toISOString(),
      to: to === undefined ? null : startOfLondonDay(addDays(to, 1)).toISOString(),
      after: positionOf(after),
      limit,
    });
    witnessOf(request).sawList(page.count);
    sendPage(request, reply, page.json, cursorOf(page.next));
  }
}
