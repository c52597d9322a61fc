import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SubmissionService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { AnsweringPages, type AnsweringCase } from '../answering/answering-pages.js';
import { revisionIn } from '../answering/revision.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf } from '../forms/posted-form.js';
import { takeConfirmation } from '../forms/take-form.js';
import { paths } from '../request/paths.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';

/** Begins the request that spend was planned for. */
@Controller('cases/:reference/begin-request')
@Access('signed-in')
export class BeginRequestController {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly submission: SubmissionService,
  ) {}

  @Get()
  @Recorded('view')
  async ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return page(await this.pages.openForForm(acting, reference, 'begin-request'), []);
  }

  @Post()
  @Recorded('view')
  async begin(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const opened = await this.pages.open(acting, reference, 'begin-request');
    const { reference: canonical } = opened.found;
    return takeConfirmation({
      body,
      confirm: () => this.submission.beginRequest(acting, canonical, revisionIn(fieldsOf(body))),
      then: paths.tasks(canonical),
      again: (problems) => page(opened, problems),
    });
  }
}

function page({ found, header }: AnsweringCase, problems: readonly ShownProblem[]): PageAnswer {
  return show(
    'pipeline/begin-request',
    { found, header, revision: found.revision, problems, once: randomUUID() },
    problems.length > 0 ? 400 : 200,
  );
}
