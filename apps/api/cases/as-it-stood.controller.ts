import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PointInTimeService, type PartThen } from '#audit';
import type { Acting } from '#casework';
import { AsItStoodQuery, Recorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';
import { ReferenceParam } from './path-parts.js';

/** A case and its parts as they stood at an instant, for whoever may read them today. */
@ApiTags('Cases: as they stood')
@Controller('api/v1/cases/:reference/as-it-stood')
@Access('signed-in')
@NeedsScope('cases:read')
export class AsItStoodController {
  constructor(private readonly pointInTime: PointInTimeService) {}

  @Get()
  @Recorded('view')
  @Gives('Reads a case as it stood at an instant', 'CaseAsItStood')
  async wholeCase(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() { at }: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.pointInTime.wholeCase(acting, reference, new Date(at))));
  }

  @Get('relations')
  @Recorded('view')
  @Gives('Lists the cases marked as related at an instant; none for departments', 'RelationsAsTheyStood')
  async relations(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() { at }: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.pointInTime.relations(acting, reference, new Date(at))));
  }

  @Get('attachments')
  @Recorded('view')
  @Gives('Lists the files that had been attached at an instant', 'AttachmentsAsTheyStood')
  attachments(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'attachments', query);
  }

  @Get('versions')
  @Recorded('view')
  @Gives('Lists the submission versions as they stood at an instant', 'VersionsAsTheyStood')
  versions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'versions', query);
  }

  @Get('assessments')
  @Recorded('view')
  @Gives('Lists what reviewers thought of the points as they stood at an instant', 'AssessmentsAsTheyStood')
  assessments(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'assessments', query);
  }

  @Get('rulings')
  @Recorded('view')
  @Gives('Lists the rulings on legacy exceptions as they stood at an instant', 'RulingsAsTheyStood')
  rulings(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'rulings', query);
  }

  @Get('returns')
  @Recorded('view')
  @Gives('Lists the returns for information as they stood at an instant', 'ReturnsAsTheyStood')
  returns(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'returns', query);
  }

  @Get('recommendations')
  @Recorded('view')
  @Gives('Lists the recommendations as they stood at an instant', 'RecommendationsAsTheyStood')
  recommendations(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'recommendations', query);
  }

  @Get('decisions')
  @Recorded('view')
  @Gives('Lists the decisions on a case as they stood at an instant', 'DecisionsAsTheyStood')
  decisions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'decisions', query);
  }

  @Get('conditions')
  @Recorded('view')
  @Gives(
    'Lists every condition a decision on the case had imposed as they stood at an instant',
    'ConditionsAsTheyStood',
  )
  conditions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'conditions', query);
  }

  @Get('spend-reports')
  @Recorded('view')
  @Gives('Lists the reports of what was spent as they stood at an instant', 'SpendReportsAsTheyStood')
  spendReports(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'spend-reports', query);
  }

  @Get('comments')
  @Recorded('view')
  @Gives('Lists the comments you may see as they stood at an instant', 'CommentsAsTheyStood')
  comments(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'comments', query);
  }

  @Get('rating-reviews')
  @Recorded('view')
  @Gives(
    'Lists the confirmations and overrides of the rating as they stood at an instant',
    'RatingReviewsAsTheyStood',
  )
  ratingReviews(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'rating-reviews', query);
  }

  @Get('external-decisions')
  @Recorded('view')
  @Gives(
    'Lists the decisions of ministers and HM Treasury as they stood at an instant',
    'ExternalDecisionsAsTheyStood',
  )
  externalDecisions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Query() query: AsItStoodQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sendPart(reply, acting, reference, 'external-decisions', query);
  }

  private async sendPart(
    reply: FastifyReply,
    acting: Acting,
    reference: string,
    part: PartThen,
    { at }: AsItStoodQuery,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.pointInTime.part(acting, reference, part, new Date(at))));
  }
}
