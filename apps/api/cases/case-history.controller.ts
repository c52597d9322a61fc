import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseHistoryService, ReadingService, type Acting } from '#casework';
import { DifferenceQuery, EventQuery, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson, sendPage } from './answering.js';
import { Gives } from './documenting.js';
import { ReferenceParam, VersionParam } from './path-parts.js';

/** What happened to a case: its versions, its events and its emails. */
@ApiTags('Cases: history')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@NeedsScope('cases:read')
export class CaseHistoryController {
  constructor(
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
  ) {}

  @Get('versions')
  @Recorded('view')
  @Gives('Lists the submission versions', 'Versions')
  async versions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'versions'));
  }

  @Get('versions/:number')
  @Recorded('view')
  @Gives('Reads what was submitted as a version', 'Version')
  async version(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @VersionParam() number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.past.version(acting, reference, number)));
  }

  @Get('versions/:number/difference')
  @Recorded('view')
  @Gives('Says what changed between two versions, point by point', 'VersionDifference')
  async difference(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @VersionParam() number: number,
    @Query() query: DifferenceQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const from = query.from ?? number - 1;
    sendJson(reply, JSON.stringify(await this.past.difference(acting, reference, from, number)));
  }

  @Get('events')
  @Recorded('view')
  @Gives('Lists what happened to the case, in order', 'EventPage', { paged: true })
  async events(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: EventQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.past.history(acting, reference, query.after ?? 0, query.limit);
    sendPage(request, reply, found.json, found.next);
  }

  @Get('emails')
  @Recorded('view')
  @Gives('Lists the emails the case gave rise to, latest first', 'Emails')
  async emails(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.reading.emails(acting, reference)));
  }
}
