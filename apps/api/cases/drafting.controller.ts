import { Body, Controller, Delete, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DraftingService, type Acting } from '#casework';
import type { PointNumber } from '#domain';
import {
  CaseRequest,
  detailsPatch,
  DetailsRequest,
  evidenceOf,
  EvidenceRequest,
  exceptionOf,
  ExceptionRequest,
  IdParam,
  newCase,
} from '#edge';
import { Access, NeedsScope } from '#identity';
import { IfMatch, IfMatchOrNew } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer } from './answering.js';
import { Changes } from './documenting.js';
import { PointParam, ReferenceParam } from './path-parts.js';

/** What a department writes into a case while it is a draft or has been returned. */
@ApiTags('Cases: drafting')
@Controller('api/v1/cases')
@Access('signed-in')
@NeedsScope('cases:write')
@AnswersKeptWithChange()
export class DraftingController {
  constructor(private readonly drafting: DraftingService) {}

  @Post()
  @Changes('Starts a case', 'Receipt', { makes: true })
  async create(
    @CurrentActor() acting: Acting,
    @Body() request: CaseRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.drafting.create(acting, newCase(request)));
  }

  @Patch(':reference/details')
  @Changes('Changes some of the details', 'DetailsReceipt')
  async changeDetails(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() request: DetailsRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.drafting.changeDetails(acting, reference, expected, detailsPatch(request)));
  }

  @Put(':reference/points/:point')
  @Changes('Saves what the department says about a point', 'PointReceipt')
  async savePoint(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @PointParam() point: PointNumber,
    @IfMatchOrNew() expected: number,
    @Body() request: EvidenceRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const evidence = evidenceOf(point, request);
    sendAnswer(reply, await this.drafting.saveEvidence(acting, reference, expected, evidence));
  }

  @Post(':reference/legacy-exceptions')
  @Changes('Adds a legacy exception', 'ExceptionReceipt', { makes: true })
  async addException(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() request: ExceptionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.drafting.addException(acting, reference, exceptionOf(request)));
  }

  @Put(':reference/legacy-exceptions/:id')
  @Changes('Replaces what a legacy exception says', 'ExceptionReceipt')
  async changeException(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Body() request: ExceptionRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const exception = { ...exceptionOf(request), id };
    sendAnswer(reply, await this.drafting.changeException(acting, reference, expected, exception));
  }

  @Delete(':reference/legacy-exceptions/:id')
  @Changes('Removes a legacy exception from the request', 'Receipt')
  async removeException(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @IfMatch() expected: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.drafting.removeException(acting, reference, expected, id));
  }
}
