import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DraftingService, type Acting } from '#casework';
import { DetailsRequest, detailsPatch, Recorded } from '#edge';
import { Access } from '#identity';
import { AnsweringPages, type AnsweringCase } from '../answering/answering-pages.js';
import { revisionIn } from '../answering/revision.js';
import { casePath } from '../case/action-paths.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';

/** What a department calls planned spend in its own plans, to be changed. */
@Controller('cases/:reference/pipeline-key')
@Access('signed-in')
export class PipelineKeyController {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @Recorded('view')
  async ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    // Of planned spend alone: whoever may begin its request may say what it is called.
    const opened = await this.pages.openForForm(acting, reference, 'begin-request');
    return page(opened, { pipelineKey: opened.found.pipelineKey ?? '' }, []);
  }

  @Post()
  @Recorded('view')
  async change(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const opened = await this.pages.open(acting, reference, 'begin-request');
    const { reference: canonical } = opened.found;
    return takeForm({
      body,
      act: async (form) => {
        const key = form.text('pipelineKey').trim();
        const said = { pipelineKey: key === '' ? null : key };
        const request = checkRequest(DetailsRequest, said, form.problems);
        const expected = revisionIn(fieldsOf(body));
        await this.drafting.changeDetails(acting, canonical, expected, detailsPatch(request));
        return goTo(casePath(canonical));
      },
      again: (fields, problems) => page(opened, fields, problems),
    });
  }
}

function page(
  { found, header }: AnsweringCase,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'pipeline/key',
    { header, revision: found.detailsRevision, fields, problems, once: randomUUID() },
    problems.length > 0 ? 400 : 200,
  );
}
