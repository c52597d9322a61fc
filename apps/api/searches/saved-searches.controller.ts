import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SavedSearchService, type Acting, type SavedSearch } from '#casework';
import {
  AfterQuery,
  caseCursorOf,
  CasePageQuery,
  casePositionOf,
  encodeCursor,
  IdParam,
  lastIdOf,
  Recorded,
  SearchRequest,
  searchToSave,
} from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson, sendPage } from '../cases/answering.js';
import { Changes, Gives } from '../cases/documenting.js';
import { entityTag, IfMatch } from '../http/entity-tag.js';

/** Searches people keep, for themselves or for their team, and the emails that tell of new matches. */
@ApiTags('Saved searches')
@Controller('api/v1/saved-searches')
@Access('signed-in')
@NeedsScope('cases:read')
export class SavedSearchesController {
  constructor(private readonly searches: SavedSearchService) {}

  @Post()
  @PeopleOnly('What somebody keeps and follows is theirs to choose.')
  @Changes('Saves a search, for yourself or for a team', 'SavedSearch', { makes: true })
  async create(
    @CurrentActor() acting: Acting,
    @Body() request: SearchRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    const search = await this.searches.create(acting, searchToSave(request));
    void reply.headers({
      etag: entityTag(search.revision),
      location: `/api/v1/saved-searches/${search.id}`,
    });
    return search;
  }

  @Get()
  @Recorded('search')
  @Gives('Lists your searches and those of your teams, by name, with counts', 'SavedSearchPage', {
    paged: true,
  })
  async list(
    @CurrentActor() acting: Acting,
    @Query() { limit, after }: AfterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items, next } = await this.searches.list(acting, limit, lastIdOf(after));
    sendPage(request, reply, JSON.stringify(items), next === null ? null : encodeCursor([next]));
  }

  @Get(':id')
  @Recorded('search')
  @Gives('Reads a search, with its count', 'SavedSearch', { tagged: true })
  async read(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendSearch(reply, await this.searches.read(acting, id));
  }

  @Put(':id')
  @PeopleOnly('What somebody keeps and follows is theirs to choose.')
  @Changes(
    'Replaces what a search of yours says; its followers start over when its criteria change',
    'SavedSearch',
  )
  async change(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() request: SearchRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendSearch(reply, await this.searches.change(acting, id, expected, searchToSave(request)));
  }

  @Delete(':id')
  @PeopleOnly('What somebody keeps and follows is theirs to choose.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Removes a search of yours; nobody follows it any more' })
  @ApiNoContentResponse({ description: 'Removed.' })
  async remove(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @IfMatch() expected: number,
  ): Promise<void> {
    await this.searches.remove(acting, id, expected);
  }

  @Get(':id/cases')
  @Recorded('search')
  @Gives('Lists the cases you may see that match', 'CasePage', { paged: true })
  async run(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Query() { sort, after, limit }: CasePageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.searches.run(acting, id, { sort, after: casePositionOf(after, sort), limit });
    sendPage(request, reply, page.json, caseCursorOf(page.next, sort));
  }

  @Put(':id/subscription')
  @PeopleOnly('What somebody keeps and follows is theirs to choose.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Follows a search: you get an email when something new matches' })
  @ApiNoContentResponse({ description: 'You follow it.' })
  async follow(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<void> {
    await this.searches.follow(acting, id);
  }

  @Delete(':id/subscription')
  @PeopleOnly('What somebody keeps and follows is theirs to choose.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Stops following a search' })
  @ApiNoContentResponse({ description: 'You do not follow it.' })
  async unfollow(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<void> {
    await this.searches.unfollow(acting, id);
  }
}

function sendSearch(reply: FastifyReply, search: SavedSearch): void {
  sendJson(reply, JSON.stringify(search), { etag: entityTag(search.revision) });
}
