import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AttachmentService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { CasePages } from '../case/case-pages.js';
import { CurrentActor } from '../server/current-actor.js';

/** Attached files, to be downloaded; never shown as pages. */
@Controller('cases/:reference/attachments')
@Access('signed-in')
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly cases: CasePages,
  ) {}

  @Get(':id')
  @Recorded('view')
  async download(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { headers, content } = await this.attachments.give(acting, this.cases.canonical(reference), id);
    void reply
      .status(200)
      .headers(headers)
      .send(Readable.from(content, { objectMode: false }));
  }
}
