import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExportService } from '#audit';
import type { Acting } from '#casework';
import { IdParam, NotRecorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';

/** Receipts of exports. */
@ApiTags('Decision history')
@Controller('api/v1/exports')
@Access('signed-in')
export class ExportsController {
  constructor(private readonly exporting: ExportService) {}

  @Get(':id')
  @NotRecorded('the receipt of an export, nothing of a case')
  @Gives('Reads the receipt of an export: your own, or as an auditor anybody’s', 'ExportReceipt')
  async receipt(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.exporting.receipt(acting, id)));
  }
}
