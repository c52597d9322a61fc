import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HistoryService } from '#audit';
import type { Acting } from '#casework';
import { filtersOf, HistoryFilterQuery, Recorded, witnessOf } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';

/** Take-up of common components. */
@ApiTags('Decision history')
@Controller('api/v1/component-take-up')
@Access('signed-in')
@NeedsScope('decisions:read')
export class ComponentTakeUpController {
  constructor(private readonly history: HistoryService) {}

  @Get()
  @Recorded('search', 'case')
  @Gives(
    'Counts which common components requests use and what those that do not ask for; filters are those of the question “components”, and a department counts its own cases',
    'ComponentTakeUp',
  )
  async takeUp(
    @CurrentActor() acting: Acting,
    @Query() query: HistoryFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.history.ask('components', filtersOf(query));
    const found = await this.history.takeUp(acting, asked);
    witnessOf(request).sawList(found.asked.cases);
    sendJson(reply, JSON.stringify(found));
  }
}
