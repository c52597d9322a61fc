import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportService } from '#audit';
import { PipelineService, PlanImportService, type Acting } from '#casework';
import {
  pipelineCriteriaOf,
  PipelineFilterQuery,
  PipelineImportQuery,
  PipelineListQuery,
  PipelineScopeQuery,
  planCursorOf,
  planPositionOf,
  Recorded,
} from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendJson, sendPage } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';
import { ref } from '../cases/schemas/json-schema.js';
import { csvOf, CSV_TYPE } from '../http/csv-body.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';

const CSV_FILE = `${CSV_TYPE}; charset=utf-8; header=present`;

/** Planned spend: cases of which no request was begun yet. */
@ApiTags('Pipeline')
@Controller('api/v1/pipeline')
@Access('signed-in')
// Nothing need be kept: what was imported is found again, whichever key comes with it.
@AnswersKeptWithChange()
export class PipelineController {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly imports: PlanImportService,
    private readonly exporting: ExportService,
  ) {}

  @Get()
  @NeedsScope('cases:read')
  @Recorded('search')
  @Gives('Lists the planned spend you may see, in the order it is to start', 'PipelinePage', { paged: true })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: PipelineListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { after, limit } = query;
    const page = await this.pipeline.list(acting, pipelineCriteriaOf(query), {
      after: planPositionOf(after),
      limit,
    });
    sendPage(request, reply, JSON.stringify(page.items), planCursorOf(page.next));
  }

  @Get('figures')
  @NeedsScope('cases:read')
  @Recorded('search')
  @Gives('Sums the planned spend you may see by quarter and year, with contracts that end', 'PipelineFigures')
  async figures(
    @CurrentActor() acting: Acting,
    @Query() { organisation }: PipelineScopeQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.pipeline.figures(acting, organisation ?? null)));
  }

  @Get('export')
  @NeedsScope('cases:read')
  @Recorded('export')
  @ApiOperation({
    summary: 'Gives the planned spend a list would show, on all its pages, as a file',
    description:
      'Comma-separated values, as an import takes them: imported again unchanged, the file changes nothing. Cells that ' +
      'a spreadsheet would run as a formula begin with an apostrophe, which an import takes off again. The header ' +
      '`Export-Id` names the receipt of the file, which `GET /api/v1/exports/{id}` reads.',
  })
  @ApiProduces(CSV_TYPE)
  @ApiResponse({
    status: 200,
    description: 'The file.',
    content: { [CSV_TYPE]: { schema: { type: 'string' } } },
  })
  async export(
    @CurrentActor() acting: Acting,
    @Query() query: PipelineFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Of bytes nobody takes there is no export, and no receipt.
    if (request.method === 'HEAD') {
      void reply.type(CSV_FILE).send();
      return;
    }
    const file = await this.pipeline.export(acting, pipelineCriteriaOf(query));
    const id = await this.exporting.receiptOf(acting, {
      ...file,
      question: 'pipeline',
      criteria: textsOf(query),
      format: 'spreadsheet',
    });
    void reply
      .headers({
        'export-id': id,
        link: `</api/v1/exports/${id}>; rel="describedby"`,
        'content-disposition': `attachment; filename="pipeline-${id}.csv"`,
      })
      .type(CSV_FILE)
      .send(file.text);
  }

  @Post('imports')
  @Access('department')
  @HttpCode(200)
  @NeedsScope('cases:write')
  @ApiOperation({
    summary: 'Imports planned spend, all of a file or nothing',
    description:
      'The file is described in docs/pipeline.md. An entry is known again by its organisation and the key that ' +
      'organisation gives it, so that the same file can be sent again: it answers that nothing is new.',
  })
  @ApiConsumes(CSV_TYPE)
  @ApiBody({ description: 'Comma-separated values, UTF-8, with a header.', schema: { type: 'string' } })
  @ApiResponse({ status: 200, description: 'What was found and done.', schema: ref('PipelineImportReport') })
  async import(
    @CurrentActor() acting: Acting,
    @Query() { dryRun = false }: PipelineImportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await csvOf(request).onceArrived((pieces) => this.imports.run(acting, pieces, dryRun));
    sendJson(reply, JSON.stringify(report));
  }
}

/** What was asked, as a receipt keeps it. */
function textsOf(query: PipelineFilterQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}
