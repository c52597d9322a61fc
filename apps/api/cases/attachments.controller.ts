import { Readable } from 'node:stream';
import { applyDecorators, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentService, IncomingFile, ReadingService, TO_NOTHING, type Acting } from '#casework';
import { FILE_TYPES, FILE_TYPES_IN_WORDS, type AttachedTo, type PointNumber } from '#domain';
import { IdParam, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { badRequest, notFound, ProblemError, problemOf } from '#platform';
import { FILE_TYPE, FileBody } from '../http/file-body.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';
import { CurrentActor } from './acting.js';
import { sendAnswer, sendJson } from './answering.js';
import { Changes, Gives } from './documenting.js';
import { PointParam, ReferenceParam } from './path-parts.js';

/** Media types attached files may have. */
const MEDIA_TYPES: readonly string[] = FILE_TYPES.map(({ mediaType }) => mediaType);

/** Header that names a file that is sent. */
const NAME_HEADER = 'file-name';

/** Describes how a file is sent. */
function TakesFile(summary: string): MethodDecorator {
  return applyDecorators(
    Changes(summary, 'AttachmentReceipt', { makes: true }),
    ApiOperation({
      summary,
      description:
        `The body is the file itself. Taken are ${FILE_TYPES_IN_WORDS}, by their content, which the name must agree with; ` +
        'files that run something, hide something or unpack to far more than their size are refused (422). Where a ' +
        'scanner is configured, a file waits to be found clean before anybody can download it.',
    }),
    ApiConsumes(FILE_TYPE),
    ApiBody({ description: 'The bytes of the file.', schema: { type: 'string', format: 'binary' } }),
    ApiHeader({
      name: 'File-Name',
      required: true,
      description: 'Name of the file with its ending, in UTF-8, percent-encoded as in addresses.',
      schema: { type: 'string', example: 'R%C3%A9sum%C3%A9.pdf' },
    }),
  );
}

/** Files attached to evidence, and to what is said in a request for advice. */
@ApiTags('Cases: attached files')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@AnswersKeptWithChange()
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly reading: ReadingService,
  ) {}

  @Post('points/:point/attachments')
  @NeedsScope('cases:write')
  @TakesFile('Attaches a file to the evidence of a point')
  async attachToPoint(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @PointParam() point: PointNumber,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attach(acting, reference, { ...TO_NOTHING, point }, request, reply);
  }

  @Post('legacy-exceptions/:id/attachments')
  @NeedsScope('cases:write')
  @TakesFile('Attaches a file to a legacy exception')
  async attachToException(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() exceptionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attach(acting, reference, { ...TO_NOTHING, exceptionId }, request, reply);
  }

  @Post('conditions/:id/attachments')
  @NeedsScope('cases:write')
  @TakesFile('Attaches a file to the evidence that a condition is met, before that is given')
  async attachToCondition(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() conditionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attach(acting, reference, { ...TO_NOTHING, conditionId }, request, reply);
  }

  @Post('messages/:id/attachments')
  @NeedsScope('cases:write')
  @TakesFile('Attaches a file to your own message of a request for advice')
  async attachToMessage(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() messageId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attach(acting, reference, { ...TO_NOTHING, messageId }, request, reply);
  }

  @Get('attachments')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives('Lists the files attached to a case, those that were removed as well', 'Attachments')
  async list(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'attachments'));
  }

  @Get('attachments/:id')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives('Reads what is known of an attached file', 'Attachment')
  async read(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const all = JSON.parse(await this.reading.part(acting, reference, 'attachments')) as readonly {
      readonly id: string;
    }[];
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw notFound();
    sendJson(reply, JSON.stringify(found));
  }

  @Get('attachments/:id/content')
  @NeedsScope('cases:read')
  @Recorded('view')
  @ApiOperation({
    summary: 'Downloads an attached file',
    description:
      'Its ETag is the SHA-256 of its bytes, which is worked out again as they are sent: where it differs the answer is broken off. 409 while it waits to be found clean, or where a virus was found in it.',
  })
  @ApiProduces(...MEDIA_TYPES)
  @ApiResponse({
    status: 200,
    description: 'The file, under its own media type.',
    content: Object.fromEntries(
      MEDIA_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @ApiResponse({ status: 409, description: 'The file is withheld; the detail says why.' })
  async download(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { headers, content } = await this.attachments.give(acting, reference, id);
    void reply
      .status(200)
      .headers(headers)
      .send(Readable.from(content, { objectMode: false }));
  }

  @Delete('attachments/:id')
  @NeedsScope('cases:write')
  @Changes('Removes a file from what the case says now; versions that have it keep it', 'IdReceipt')
  async remove(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.attachments.remove(acting, reference, id));
  }

  /** Who may not attach is told before the file is taken in. */
  private async attach(
    acting: Acting,
    reference: string,
    to: AttachedTo,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const body = bodyOf(request);
    const name = nameIn(request.headers[NAME_HEADER]);
    await this.attachments.demandMayAttach(acting, reference, to);
    const file = await IncomingFile.arrive(body, name, this.attachments.limits.fileBytes);
    try {
      sendAnswer(reply, await this.attachments.attach(acting, reference, to, file));
    } finally {
      await file.discard();
    }
  }
}

/** @throws ProblemError 400 or 415 */
function bodyOf({ body }: FastifyRequest): FileBody {
  if (body instanceof FileBody) return body;
  if (body === undefined || body === null) throw badRequest('The body is empty. Send the bytes of the file.');
  throw new ProblemError(
    problemOf('unsupported-media-type', `Send the bytes of the file, with “Content-Type: ${FILE_TYPE}”.`),
  );
}

/** @throws ProblemError 400 */
function nameIn(header: string | readonly string[] | undefined): string {
  if (typeof header !== 'string' || header === '')
    throw badRequest(
      'Name the file: send “File-Name”, in UTF-8 and percent-encoded, like File-Name: costs.xlsx.',
    );
  try {
    return decodeURIComponent(header);
  } catch {
    throw badRequest('File-Name is not percent-encoded UTF-8, like File-Name: R%C3%A9sum%C3%A9.pdf.');
  }
}
