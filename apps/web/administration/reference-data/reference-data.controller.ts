import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PolicyReadingService, ReferenceDataService, type Acting } from '#casework';
import type { ReferenceDataKind } from '#domain';
import { NotRecorded } from '#edge';
import { Access, holdsAny } from '#identity';
import { together } from '#platform';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { noticeOf } from '../notices.js';
import { documentModel } from './document-model.js';
import { fileNameOf, KIND_WORDS, readKind, versionPath } from './kinds.js';

/** Versions of regimes, bank holidays and common components: read by auditors and administrators. */
@Controller('reference-data')
@Access('auditor-or-administrator')
export class ReferenceDataPagesController {
  constructor(
    private readonly referenceData: ReferenceDataService,
    private readonly policies: PolicyReadingService,
  ) {}

  @Get()
  @NotRecorded('reference data')
  async list(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    const [kinds, { newCasesGet, adoptions }, catalogue] = await together([
      this.referenceData.list(acting),
      this.policies.regimes(acting),
      this.policies.catalogue(acting),
    ]);
    const counting: Readonly<Record<ReferenceDataKind, string | undefined>> = {
      regimes: newCasesGet,
      'working-days': kinds.find(({ kind }) => kind === 'working-days')?.versions[0]?.version,
      'common-components': catalogue?.version,
    };
    return show('administration/reference-data/kinds', {
      kinds: kinds.map(({ kind, name, versions }) => ({
        kind,
        name,
        words: KIND_WORDS[kind],
        versions: versions.map((version) => ({
          ...version,
          href: versionPath(kind, version.version),
          counts: version.version === counting[kind],
          adoptedFrom: adoptions.find((one) => one.regimeVersion === version.version)?.adoptedFrom ?? null,
        })),
      })),
      mayAdd: holdsAny(acting, ['administrator']),
    });
  }

  @Get(':kind/:version')
  @NotRecorded('reference data')
  async read(
    @CurrentActor() acting: Acting,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Param('version') version: string,
    @Query('done') done: unknown,
  ): Promise<PageAnswer> {
    const found = await this.referenceData.read(acting, kind, version);
    return show('administration/reference-data/version', {
      kind,
      words: KIND_WORDS[kind],
      found,
      model: documentModel(kind, found.document),
      download: `${versionPath(kind, found.version)}/file`,
      notice: noticeOf(done),
    });
  }

  /** The document as it was added, for a file. */
  @Get(':kind/:version/file')
  @NotRecorded('reference data')
  async file(
    @CurrentActor() acting: Acting,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Param('version') version: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.referenceData.read(acting, kind, version);
    void reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileNameOf(kind, found.version)}"`)
      .send(`${JSON.stringify(found.document, null, 2)}\n`);
  }
}
