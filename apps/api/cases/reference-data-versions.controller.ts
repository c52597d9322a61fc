import { Body, Controller, Get, Param, Post, Res, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReferenceDataService, type Acting } from '#casework';
import { REFERENCE_DATA_KINDS, type ReferenceDataKind } from '#domain';
import { NotRecorded } from '#edge';
import { Access, CurrentPerson, NeedsScope, PeopleOnly, type ActingPerson } from '#identity';
import { badRequest, notFound } from '#platform';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Changes, Gives } from './documenting.js';

const readKind: PipeTransform<string, ReferenceDataKind> = {
  transform(value) {
    const kind = REFERENCE_DATA_KINDS.find((known) => known === value);
    if (kind === undefined) throw notFound();
    return kind;
  },
};

/** The document itself is the body: what it must hold is for the rules of its kind to say. */
const readDocument: PipeTransform<unknown, string> = {
  transform(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw badRequest('The body must be a JSON object.', [{ pointer: '', detail: 'Send a JSON object' }]);
    return JSON.stringify(value);
  },
};

/** Versions of regimes, bank holidays and common components, for administrators: each is added once and never changed. */
@ApiTags('Reference data')
@Controller('api/v1/reference-data')
@Access('administrator')
@NeedsScope('reference-data:read')
export class ReferenceDataVersionsController {
  constructor(private readonly referenceData: ReferenceDataService) {}

  @Get()
  @NotRecorded('reference data')
  @Gives('Lists the kinds of reference data that come in versions, with their versions', 'ReferenceDataKinds')
  async list(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, JSON.stringify({ kinds: await this.referenceData.list(acting) }));
  }

  @Get(':kind/:version')
  @NotRecorded('reference data')
  @Gives('Reads one version of some reference data', 'ReferenceDataDocument')
  async read(
    @CurrentActor() acting: Acting,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Param('version') version: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendJson(reply, JSON.stringify(await this.referenceData.read(acting, kind, version)));
  }

  @Post(':kind')
  @PeopleOnly('Which rules hold is for people to say.')
  @Changes('Adds a version; the document is the body. A regime is adopted apart', 'ReferenceDataReceipt', {
    makes: true,
    tagged: false,
  })
  @ApiBody({
    schema: { type: 'object', additionalProperties: true },
    description: 'A regime, a calendar of bank holidays, or a catalogue of common components.',
  })
  async add(
    @CurrentPerson() by: ActingPerson,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Body(readDocument) documentText: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const added = await this.referenceData.addReferenceData(by, kind, documentText);
    const address = `/api/v1/reference-data/${kind}/${encodeURIComponent(added.version)}`;
    void reply.header('location', address);
    return { ...added, addedAt: added.addedAt.toISOString() };
  }
}
