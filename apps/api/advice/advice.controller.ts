import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdviceReadingService, AdviceService, AskingService, GuidanceService, type Acting } from '#casework';
import {
  AdviceAboutRequest,
  AdviceClosureRequest,
  adviceCriteriaOf,
  AdviceListQuery,
  AdviceMarkingRequest,
  AdviceMessageRequest,
  AdviceRequest,
  cursorOf,
  GuidanceRequest,
  IdParam,
  positionOf,
  ReasonRequest,
  Recorded,
  referenceAsked,
  referenceTiedTo,
  ReferralRequest,
} from '#edge';
import { Access, NeedsScope, PeopleOnly } from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { sendAnswer, sendJson, sendPage } from '../cases/answering.js';
import { Changes, Gives } from '../cases/documenting.js';
import { ReferenceParam } from '../cases/path-parts.js';
import { entityTag, IfMatch } from '../http/entity-tag.js';
import { AnswersKeptWithChange } from '../idempotency/keep-answer.js';

const FOR_PEOPLE = 'Advice is given, and taken back, by people.';
const ASKED_BY_PEOPLE = 'Advice is asked for by people.';

/** Questions to GDS Assurance. Who has one in hand is said as of any case: `/api/v1/cases/{reference}/assign` and so on. */
@ApiTags('Advice')
@Controller('api/v1/advice')
@Access('signed-in')
@AnswersKeptWithChange()
export class AdviceController {
  constructor(
    private readonly asking: AskingService,
    private readonly advice: AdviceService,
    private readonly guidance: GuidanceService,
    private readonly reading: AdviceReadingService,
  ) {}

  @Post()
  @Access('department')
  @PeopleOnly(ASKED_BY_PEOPLE)
  @Changes('Asks GDS Assurance for advice', 'AdviceReceipt', { makes: true })
  @ApiNotFoundResponse({ description: 'There is no such case to ask about, or not for you to see.' })
  async ask(
    @CurrentActor() acting: Acting,
    @Body()
    { organisationId, subject, point = null, about, title, question, protectiveMarking }: AdviceRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = {
      organisationId,
      subject,
      point,
      title,
      question,
      protectiveMarking,
      about: referenceAsked(about),
    };
    sendAnswer(reply, await this.asking.ask(acting, asked));
  }

  @Get()
  @NeedsScope('cases:read')
  @Recorded('search')
  @Gives('Lists the requests for advice you may see', 'AdvicePage', { paged: true })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: AdviceListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { after, limit } = query;
    const page = await this.reading.list(acting, adviceCriteriaOf(query), {
      after: positionOf(after),
      limit,
    });
    sendPage(request, reply, JSON.stringify(page.items), cursorOf(page.next));
  }

  @Get(':reference')
  @NeedsScope('cases:read')
  @Recorded('view')
  @Gives('Reads a request for advice with its thread', 'Advice', { tagged: true })
  async read(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { advice, overdue } = await this.reading.read(acting, reference);
    sendJson(reply, JSON.stringify({ ...advice, overdue }), { etag: entityTag(advice.revision) });
  }

  @Post(':reference/follow-ups')
  @PeopleOnly(ASKED_BY_PEOPLE)
  @Changes('Writes again about your question', 'AdviceReceipt', { makes: true })
  async followUp(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { body }: AdviceMessageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.followUp(acting, reference, body));
  }

  @Post(':reference/reopening')
  @PeopleOnly(ASKED_BY_PEOPLE)
  @Changes('Opens your question again, saying what is left to ask', 'AdviceReceipt', { makes: true })
  async reopen(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { body }: AdviceMessageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.reopen(acting, reference, body));
  }

  @Post(':reference/answers')
  @PeopleOnly(FOR_PEOPLE)
  @Changes('Answers a question', 'AdviceReceipt', { makes: true })
  async answer(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { body }: AdviceMessageRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.answer(acting, reference, expected, body));
  }

  @Post(':reference/referral')
  @PeopleOnly(FOR_PEOPLE)
  @Changes('Sends a question to the Crown Commercial Service by email', 'AdviceReceipt', { makes: true })
  async refer(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { note = null }: ReferralRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.refer(acting, reference, expected, note));
  }

  @Post(':reference/closure')
  @PeopleOnly(FOR_PEOPLE)
  @Changes('Closes a question, saying how it ended', 'AdviceReceipt', { makes: true })
  async close(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { outcome, body = null }: AdviceClosureRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.close(acting, reference, expected, outcome, body ?? ''));
  }

  @Post(':reference/about')
  @PeopleOnly(ASKED_BY_PEOPLE)
  @Changes('Says which case a question is about, beside which what was advised then stands', 'AdviceTie')
  async tie(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { about, point = null }: AdviceAboutRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.tie(acting, reference, expected, referenceTiedTo(about), point));
  }

  @Post(':reference/marking')
  @PeopleOnly(ASKED_BY_PEOPLE)
  @Changes('Marks a question more strictly than it is', 'AdviceMarked')
  async mark(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Body() { protectiveMarking }: AdviceMarkingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.advice.mark(acting, reference, protectiveMarking));
  }

  @Post(':reference/guidance')
  @PeopleOnly(FOR_PEOPLE)
  @Changes('Publishes an answer to every department as guidance', 'GuidanceReceipt', { makes: true })
  async publish(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IfMatch() expected: number,
    @Body() { title, body, point = null, subject }: GuidanceRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(
      reply,
      await this.guidance.publish(acting, reference, expected, { title, body, point, subject }),
    );
  }

  @Post(':reference/guidance/:id/withdrawal')
  @PeopleOnly(FOR_PEOPLE)
  @Changes('Takes published guidance back', 'GuidanceReceipt')
  async withdraw(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() guidanceId: string,
    @IfMatch() expected: number,
    @Body() { reason }: ReasonRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.guidance.withdraw(acting, reference, expected, guidanceId, reason));
  }
}
