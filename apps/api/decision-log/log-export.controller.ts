import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LogExportService } from '#audit';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../cases/acting.js';

/** The whole log, to be verified somewhere else by somebody who does not trust this service. */
@ApiTags('Decision log')
@Controller('api/v1/decision-log/export')
@Access('auditor')
export class LogExportController {
  constructor(private readonly exports: LogExportService) {}

  @Get()
  @Recorded('export')
  @ApiOperation({ summary: 'Gives the whole log as JSON Lines, for the verifier that needs nothing else' })
  @ApiResponse({
    status: 200,
    description: 'A line about the log, one for each event in the order of the log, and the checkpoints.',
    content: { 'application/jsonl': { schema: { type: 'string' } } },
  })
  async export(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    // What can be refused is refused before the first byte.
    const lines = await this.exports.lines(acting);
    await reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', 'attachment; filename="decision-log.jsonl"')
      .send(lines);
  }
}
