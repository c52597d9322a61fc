import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RelationService, type Acting } from '#casework';
import { parseCaseReference } from '#domain';
import { IdParam, ReasonRequest, Recorded, RelationRequest } from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer, sendJson } from './answering.js';
import { Changes, Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** Cases that have to do with one another: suggested with the reason, marked by people. */
@ApiTags('Cases: triage')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@NeedsScope('cases:read')
@AnswersKeptWithChange()
export class RelationsController {
  constructor(private readonly relations: RelationService) {}

  @Get('relations')
  @Recorded('view')
  @Gives('Lists the cases marked as related, from either side; none for departments', 'Relations')
  async list(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.relations.list(acting, reference));
  }

  @Get('relation-suggestions')
  @Recorded('view')
  @Gives('Suggests cases that may be related, with the reason; none for departments', 'RelationSuggestions')
  async suggestions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.relations.suggestions(acting, reference)));
  }

  @Post('relations')
  @PeopleOnly('Which cases belong together is for people to judge.')
  @Changes('Marks another case as related', 'IdReceipt', { makes: true })
  async relate(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { relatedReference, kind, reason }: RelationRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = {
      relatedReference: parseCaseReference(relatedReference) ?? relatedReference,
      kind,
      reason,
    };
    sendAnswer(reply, await this.relations.relate(acting, reference, given));
  }

  @Post('relations/:id/remove')
  @PeopleOnly('Which cases belong together is for people to judge.')
  @Changes('Unmarks a related case')
  async unrelate(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.relations.unrelate(acting, reference, expected, id, reason));
  }
}
