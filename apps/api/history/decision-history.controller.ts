import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EXPORT_FORMS, ExportService, HistoryService } from '#audit';
import type { Acting } from '#casework';
import { QUESTION_NAMES, type FilterName } from '#domain';
import {
  filtersOf,
  historyCursorOf,
  HistoryExportQuery,
  HistoryPageQuery,
  historyPositionOf,
  NotRecorded,
  Recorded,
  witnessOf,
} from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { addressOf, sendJson } from '../cases/answering.js';
import { Gives } from '../cases/documenting.js';
import { historyCatalogue } from './history-catalogue.js';

/** The filter that names one case: who asks with it looks at that case. */
const CASE_FILTER: FilterName = 'case';

/** What auditors ask, in one place. */
@ApiTags('Decision history')
@Controller('api/v1/decision-history')
@Access('signed-in')
@NeedsScope('decisions:read')
export class DecisionHistoryController {
  constructor(
    private readonly history: HistoryService,
    private readonly exporting: ExportService,
  ) {}

  @Get()
  @NotRecorded('which questions can be asked')
  @Gives('Lists what can be asked of the history, with columns, filters and examples', 'HistoryCatalogue')
  catalogue(@Res() reply: FastifyReply): void {
    sendJson(reply, JSON.stringify(historyCatalogue()));
  }

  @Get(':question')
  @Recorded('search', CASE_FILTER)
  @ApiParam({ name: 'question', enum: QUESTION_NAMES })
  @Gives('Answers a question, page by page; a department sees its own cases', 'HistoryAnswerPage', {
    paged: true,
  })
  async answer(
    @CurrentActor() acting: Acting,
    @Param('question') name: string,
    @Query() query: HistoryPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.history.ask(name, filtersOf(query));
    const after = historyPositionOf(asked.question, query.after);
    const { items, count, next, sight, at } = await this.history.page(acting, asked, after, query.limit);
    witnessOf(request).sawList(count);
    const cursor = historyCursorOf(next);
    const head = `"question":${JSON.stringify(asked.question.name)},"at":${JSON.stringify(at)},"sight":${JSON.stringify(sight)}`;
    sendJson(
      reply,
      `{${head},"items":${items},"next":${JSON.stringify(cursor)}}`,
      cursor === null ? {} : { link: `<${addressOf(request, cursor)}>; rel="next"` },
    );
  }

  @Get(':question/export')
  @NeedsScope('exports:read')
  @Recorded('export', CASE_FILTER)
  @ApiParam({ name: 'question', enum: QUESTION_NAMES })
  @ApiOperation({ summary: 'Exports the whole answer, as it stands at one instant, with a receipt' })
  @ApiResponse({
    status: 200,
    description:
      'The rows. Cells of a CSV that a spreadsheet would run as a formula begin with an apostrophe.',
    headers: {
      'Export-Id': { description: 'Id of the export.', schema: { type: 'string', format: 'uuid' } },
      Link: { description: 'Its receipt, rel="describedby".', schema: { type: 'string' } },
    },
    content: {
      'text/csv': { schema: { type: 'string' } },
      'application/x-ndjson': { schema: { type: 'string' } },
    },
  })
  @ApiResponse({ status: 429, description: 'Too many requests' })
  export(
    @CurrentActor() acting: Acting,
    @Param('question') name: string,
    @Query() query: HistoryExportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const asked = this.history.ask(name, filtersOf(query));
    const { mediaType, ending } = EXPORT_FORMS[query.format];
    // Of bytes nobody takes there is no export, and no receipt.
    if (request.method === 'HEAD') {
      void reply.type(mediaType).send();
      return;
    }
    const { id, bytes } = this.exporting.start(acting, asked, query.format);
    void reply
      .headers({
        'export-id': id,
        link: `</api/v1/exports/${id}>; rel="describedby"`,
        'content-disposition': `attachment; filename="${asked.question.name}-${id}.${ending}"`,
      })
      .type(mediaType)
      .send(bytes);
  }
}
