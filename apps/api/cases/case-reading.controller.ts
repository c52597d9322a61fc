import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadingService, type Acting } from '#casework';
import { scoreLegacyRisk, type LegacyException, type PointEvidence, type PointNumber } from '#domain';
import {
  caseCursorOf,
  CaseFilterQuery,
  CaseListQuery,
  casePositionOf,
  criteriaOf,
  IdParam,
  Recorded,
} from '#edge';
import { Access, NeedsScope } from '#identity';
import { notFound } from '#platform';
import { CurrentActor } from './acting.js';
import { knownRevision, sendJson, sendPage, sendRevision } from './answering.js';
import { Gives } from './documenting.js';
import { PointParam, ReferenceParam } from './path-parts.js';

/** What is looked up in a case's own JSON. */
interface CaseParts {
  readonly points: readonly (PointEvidence & { readonly revision: number })[];
  readonly legacyExceptions: readonly (LegacyException & { readonly revision: number })[];
}

/** Cases as they stand. */
@ApiTags('Cases: reading')
@Controller('api/v1/cases')
@Access('signed-in')
@NeedsScope('cases:read')
export class CaseReadingController {
  constructor(private readonly reading: ReadingService) {}

  @Get()
  @Recorded('search')
  @Gives('Lists the cases you may see, newest first or by due time', 'CasePage', { paged: true })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: CaseListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sort, after, limit } = query;
    const page = await this.reading.list(acting, {
      criteria: criteriaOf(query),
      sort,
      after: casePositionOf(after, sort),
      limit,
    });
    sendPage(request, reply, page.json, caseCursorOf(page.next, sort));
  }

  @Get('count')
  @Recorded('search')
  @Gives('Counts the cases you may see, no further than is of use', 'CaseCount')
  async count(
    @CurrentActor() acting: Acting,
    @Query() query: CaseFilterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.reading.count(acting, criteriaOf(query))));
  }

  @Get(':reference')
  @Recorded('view')
  @Gives('Reads a case', 'Case', { revision: true })
  async read(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = knownRevision(request.headers['if-none-match']);
    const found = await this.reading.read(acting, reference, known);
    if (found !== null) sendRevision(request, reply, found.revision, found.json);
    else if (known !== null) sendRevision(request, reply, known, null);
  }

  @Get(':reference/points/:point')
  @Recorded('view')
  @Gives('Reads what the department says about a point', 'PointOfCase', { revision: true })
  async point(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @PointParam() point: PointNumber,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { points } = await this.parts(acting, reference);
    const found = points.find((evidence) => evidence.point === point);
    if (found === undefined) throw notFound();
    sendRevision(request, reply, found.revision, JSON.stringify(found));
  }

  @Get(':reference/legacy-exceptions/:id')
  @Recorded('view')
  @Gives('Reads a legacy exception with its risk score', 'ScoredLegacyException', { tagged: true })
  async legacyException(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { legacyExceptions } = await this.parts(acting, reference);
    const found = legacyExceptions.find((exception) => exception.id === id);
    if (found === undefined) throw notFound();
    // A ruling changes what is answered and not the exception, so a reader is not told that nothing changed.
    sendJson(reply, JSON.stringify({ ...found, risk: scoreLegacyRisk(found.scores) }), {
      etag: `"${found.revision}"`,
    });
  }

  @Get(':reference/completeness')
  @Recorded('view')
  @Gives('Says what is still missing before the case can be signed off', 'Completeness')
  async completeness(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.reading.completeness(acting, reference)));
  }

  @Get(':reference/actions')
  @Recorded('view')
  @Gives('Says what you can do with the case now, and why not where you cannot', 'Actions', { tagged: true })
  async actions(
    @CurrentActor() acting: Acting,
    @ReferenceParam() reference: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offers = await this.reading.actions(acting, reference);
    sendJson(reply, JSON.stringify(offers), { etag: `"${offers.revision}"` });
  }

  private async parts(acting: Acting, reference: string): Promise<CaseParts> {
    const found = await this.reading.read(acting, reference, null);
    if (found === null) throw notFound();
    return JSON.parse(found.json) as CaseParts;
  }
}
