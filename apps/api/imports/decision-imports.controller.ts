import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecisionImportService, type Acting } from '#casework';
import { DEFAULT_SOURCE } from '#domain';
import { Access, PeopleOnly } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson } from '../cases/answering.js';
import { ref } from '../cases/schemas/json-schema.js';
import { CSV_TYPE, csvOf } from '../http/csv-body.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { ImportQuery } from './import-query.js';
import { IMPORT_PATH } from './import-route.js';

/** Decisions made elsewhere, recorded as history. */
@ApiTags('Decisions')
@Controller(IMPORT_PATH)
@Access('administrator')
@PeopleOnly('What is taken over as decided is for people to answer for.')
// Nothing need be kept: what was imported is found again, whichever key comes with it.
@AnswersKeptWithChange()
export class DecisionImportsController {
  constructor(private readonly imports: DecisionImportService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Imports decisions made elsewhere, all of a file or nothing',
    description:
      'The file is described in docs/import.md. A row that was imported before is left as it is, so the same file can ' +
      'be sent again, with the same or another Idempotency-Key: it answers that nothing is new. Files of more than ' +
      '10 MiB are imported on the command line.',
  })
  @ApiConsumes(CSV_TYPE)
  @ApiBody({ description: 'Comma-separated values, UTF-8, with a header.', schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'What was found and done.', schema: ref('ImportReport') })
  async import(
    @CurrentActor() acting: Acting,
    @Query() { dryRun = false, source = DEFAULT_SOURCE }: ImportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await csvOf(request).onceArrived((pieces) =>
      this.imports.run(pieces, { source, dryRun, by: acting }),
    );
    sendJson(reply, JSON.stringify(report));
  }
}
