import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadingService, type Acting } from '#casework';
import { IdParam, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { entityTag } from '../http/entity-tag.js';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** What was said and decided about a case. What GDS Assurance thinks is released by a return or a decision. */
@ApiTags('Cases: reading')
@Controller('api/v1/cases/:reference')
@Access('signed-in')
@NeedsScope('cases:read')
export class CaseReviewReadingController {
  constructor(private readonly reading: ReadingService) {}

  @Get('assessments')
  @Recorded('view')
  @Gives('Lists what reviewers think of the points', 'Assessments')
  async assessments(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'assessments'));
  }

  @Get('rulings')
  @Recorded('view')
  @Gives('Lists the rulings on legacy exceptions', 'Rulings')
  async rulings(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'rulings'));
  }

  @Get('returns')
  @Recorded('view')
  @Gives('Lists the returns for information', 'Returns')
  async returns(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'returns'));
  }

  @Get('recommendations')
  @Recorded('view')
  @Gives('Lists the recommendations', 'Recommendations')
  async recommendations(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'recommendations'));
  }

  @Get('decisions')
  @Recorded('view')
  @Gives('Lists the decisions on a case, first to last', 'Decisions')
  async decisions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'decisions'));
  }

  @Get('conditions')
  @Recorded('view')
  @Gives('Lists every condition a decision on the case imposed', 'Conditions')
  async conditions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'conditions'));
  }

  @Get('comments')
  @Recorded('view')
  @Gives('Lists the comments you may see', 'Comments')
  async comments(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, await this.reading.part(acting, reference, 'comments'));
  }

  @Get('comments/:id')
  @Recorded('view')
  @Gives('Gives one comment', 'Comment', { tagged: true })
  async comment(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const comment = await this.reading.comment(acting, reference, id);
    sendJson(reply, JSON.stringify(comment), { etag: entityTag(comment.revision) });
  }
}
