import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStreamService, type Acting } from '#casework';
import { DeliveryQuery, IdParam, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { Config } from '#platform';
import { CurrentActor } from '../cases/acting.js';
import { atomFeed } from './atom-feed.js';

/** What happened to the cases of an organisation, for programs that read feeds. */
@ApiTags('Events')
@Controller('api/v1/organisations/:id/feed')
@Access('signed-in')
@NeedsScope('cases:read')
export class OrganisationFeedController {
  constructor(
    private readonly stream: EventStreamService,
    private readonly config: Config,
  ) {}

  @Get()
  @Recorded('search')
  @ApiOperation({ summary: 'Gives the steps of an organisation’s cases as an Atom feed, the latest first' })
  @ApiResponse({
    status: 200,
    description: 'An Atom feed (RFC 4287), in pages (RFC 5005).',
    content: { 'application/atom+xml': { schema: { type: 'string' } } },
  })
  async feed(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Query() { before, limit }: DeliveryQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { feed, next } = await this.stream.feed(acting, id, before ?? null, limit);
    const address = `/api/v1/organisations/${id}/feed?limit=${String(limit)}`;
    const text = atomFeed(feed, {
      organisationId: id,
      publicUrl: this.config.publicUrl,
      self: request.url,
      next: next === null ? null : `${address}&before=${String(next)}`,
    });
    await reply.type('application/atom+xml; charset=utf-8').send(text);
  }
}
