import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RelationService, type Acting } from '#casework';
import { parseCaseReference, RELATION_KINDS, RELATION_NAMES, type RelationKind } from '#domain';
import { ReasonRequest, Recorded, RelationRequest } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import type { RelationText } from '../case/case-texts.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';
import { inOrderOf } from '../forms/problem-words.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf } from './review-pages.js';

/** What has to be so for some ways in which cases are related. */
const KIND_HINTS: Readonly<Partial<Record<RelationKind, string>>> = {
  varies: 'The other case must be decided, and of the same organisation',
  extends: 'The other case must be decided, and of the same organisation',
};

/** Fields of the form, in its order, with what to say where they were not filled in. */
const ASKS = {
  kind: 'Choose how the cases are related',
  relatedReference: 'Enter the reference of the other case, like DT-3HDJ-MFXJ',
  reason: 'Say why you relate the cases',
};

/** Where the cases that are related are shown. */
function relatedPath(reference: string): string {
  return `/cases/${reference}#related`;
}

/** Relates a case to another, and takes such a mark back. */
@Controller('cases/:reference')
@Access('auditor-or-assurance')
export class RelationPagesController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly relations: RelationService,
  ) {}

  @Get('relate')
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post('relate')
  @Recorded('view')
  @HttpCode(200)
  relate(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const asked = checkRequest(RelationRequest, {
          relatedReference: form.textOrNull('relatedReference'),
          kind: form.textOrNull('kind'),
          reason: form.textOrNull('reason'),
        });
        const { relatedReference, kind, reason } = asked;
        await this.relations.relate(acting, reference, {
          relatedReference: parseCaseReference(relatedReference) ?? relatedReference,
          kind,
          reason,
        });
        return goTo(relatedPath(reference));
      },
      again: (fields, problems) => this.page(acting, reference, fields, inOrderOf(problems, ASKS)),
    });
  }

  @Get('relations/:id/remove')
  @Recorded('view')
  askRemoval(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.removalPage(acting, reference, id, {}, []);
  }

  @Post('relations/:id/remove')
  @Recorded('view')
  @HttpCode(200)
  remove(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const { reason } = checkRequest(ReasonRequest, { reason: form.textOrNull('reason') });
        await this.relations.unrelate(acting, reference, revisionIn(form.fields), id, reason);
        return goTo(relatedPath(reference));
      },
      again: (fields, problems) =>
        this.removalPage(
          acting,
          reference,
          id,
          fields,
          inOrderOf(problems, { reason: 'Say why the mark is taken back' }),
        ),
    });
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const offer = offerOf(open, 'relate-case');
    if (!offer.allowed) return refusedPage(open, 'Relate to another case', offer.why, fields, problems);
    const kinds = RELATION_KINDS.map((kind) => ({
      value: kind,
      text: `This case ${RELATION_NAMES[kind]} the other`,
      hint: { text: KIND_HINTS[kind] },
      checked: fields['kind'] === kind,
    }));
    return show('review/relate', { ...frame(open, fields), kinds, problems }, statusOf(problems));
  }

  private async removalPage(
    acting: Acting,
    given: string,
    id: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    const [open, relations] = await together([
      this.pages.open(acting, reference),
      this.cases.relations(acting, reference),
    ]);
    const offer = offerOf(open, 'unrelate-case');
    if (!offer.allowed) return refusedPage(open, 'Take back a mark', offer.why, fields, problems);
    const relation = relations.find((one) => one.id === id);
    if (relation === undefined) throw notFound();
    return show(
      'review/unrelate',
      { ...frame(open, fields), ...removal(relation, fields), problems },
      statusOf(problems),
    );
  }
}

function removal(relation: RelationText, fields: PostedFields) {
  const { revision } = fields;
  return { relation, revision: revision ?? String(relation.revision) };
}
