import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReferenceDataService, type Acting } from '#casework';
import { REGIME_SCHEMA, type DocumentFault, type ReferenceDataKind } from '#domain';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { badRequest, notFound, type FieldProblem } from '#platform';
import { GivesFormBack } from '../../forms/gives-form-back.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import type { PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { after } from '../notices.js';
import { documentModel } from './document-model.js';
import { KIND_WORDS, readKind, versionPath } from './kinds.js';

/** Most faults told at once; the rest come once these are put right. */
const MOST_FAULTS = 100;

/** Everything wrong with a document is wrong with its one field. */
const fieldOf = () => 'document';

/** Adding a version: the document, then what is in it as people read it, then adding it. For administrators. */
@Controller('reference-data/add/:kind')
@Access('administrator')
export class AddVersionController {
  constructor(private readonly referenceData: ReferenceDataService) {}

  @Get()
  @NotRecorded('reference data')
  ask(@Param('kind', readKind) kind: ReferenceDataKind): PageAnswer {
    return formPage(kind, {}, []);
  }

  /** The schema of a regime, for an editor that writes one. */
  @Get('schema')
  @NotRecorded('reference data')
  schema(@Param('kind', readKind) kind: ReferenceDataKind, @Res() reply: FastifyReply): void {
    if (kind !== 'regimes') throw notFound();
    void reply
      .type('application/schema+json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="regime.schema.json"')
      .send(`${JSON.stringify(REGIME_SCHEMA, null, 2)}\n`);
  }

  /** Checks the document; nothing is added yet. */
  @Post()
  @NotRecorded('reference data')
  async check(
    @CurrentActor() by: Acting,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf,
      act: async (form) => {
        const text = form.text('document');
        if (text === '') throw badRequest('Nothing was entered.', [told('Enter the document')]);
        const checked = await this.referenceData.checkReferenceData(by, kind, text);
        if ('faults' in checked)
          throw badRequest(
            'The document is not right yet.',
            checked.faults.slice(0, MOST_FAULTS).map(placed),
          );
        return show('administration/reference-data/check', {
          kind,
          words: KIND_WORDS[kind],
          model: documentModel(kind, checked.document),
          document: text,
          once: randomUUID(),
        });
      },
      again: (fields, problems) => formPage(kind, fields, problems),
    });
  }

  @Post('confirmed')
  @GivesFormBack()
  @NotRecorded('reference data')
  async add(
    @CurrentActor() by: Acting,
    @Param('kind', readKind) kind: ReferenceDataKind,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      fieldOf,
      act: async (form) => {
        const { version } = await this.referenceData.addReferenceData(by, kind, form.text('document'));
        return goTo(after('version-added', versionPath(kind, version)));
      },
      again: (fields, problems) => formPage(kind, fields, problems),
    });
  }
}

function told(detail: string): FieldProblem {
  return { pointer: '/document', detail };
}

/** A fault with its place in front, for people who look for it in the text. */
function placed({ pointer, detail }: DocumentFault): FieldProblem {
  return told(pointer === '' ? detail : `${pointer}: ${detail}`);
}

function formPage(
  kind: ReferenceDataKind,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  const { document = '' } = fields;
  return show(
    'administration/reference-data/add',
    { kind, words: KIND_WORDS[kind], document, problems, once: randomUUID() },
    problems.length > 0 ? 400 : 200,
  );
}
