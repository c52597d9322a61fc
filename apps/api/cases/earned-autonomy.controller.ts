import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EarnedAutonomyService, type Acting } from '#casework';
import { EarnedAutonomyRequest, IdParam, NotRecorded } from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';
import { ref } from './schemas/json-schema.js';

/** Which organisations assure their own lower-rated spending. GDS Assurance's deciders say so; all is kept on record. */
@ApiTags('Earned autonomy')
@Controller('api/v1/organisations/:id/earned-autonomy')
export class EarnedAutonomyController {
  constructor(private readonly autonomy: EarnedAutonomyService) {}

  @Get()
  @NotRecorded('what an organisation may assure')
  @Access('signed-in')
  @NeedsScope('reference-data:read')
  @Gives('Lists what was recorded of an organisation’s earned autonomy, latest first', 'EarnedAutonomies')
  async list(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.autonomy.list(acting, id));
  }

  @Post()
  @Access('decider')
  @PeopleOnly('What a department may decide by itself is for people to judge.')
  @HttpCode(201)
  @ApiOperation({ summary: 'Records earned autonomy, or corrects what was recorded' })
  @ApiCreatedResponse({ description: 'Recorded.', schema: ref('EarnedAutonomyReceipt') })
  async record(
    @CurrentActor() acting: Acting,
    @IdParam() organisationId: string,
    @Body() request: EarnedAutonomyRequest,
  ): Promise<{ readonly id: string }> {
    const {
      levels,
      validFrom,
      validTo = null,
      reason,
      documentTitle,
      documentUrl,
      supersedesId = null,
    } = request;
    const given = { levels, validFrom, validTo, reason, documentTitle, documentUrl, supersedesId };
    return { id: await this.autonomy.record(acting, organisationId, given) };
  }
}
