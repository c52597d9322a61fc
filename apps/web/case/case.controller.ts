import { Controller, Get, Param } from '@nestjs/common';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { CasePages } from './case-pages.js';
import { CaseSummaries } from './case-summaries.js';

/** One case on one page: what it is, how it stands, and what the reader can do with it. */
@Controller('cases/:reference')
@Access('signed-in')
export class CaseController {
  constructor(
    private readonly cases: CasePages,
    private readonly summaries: CaseSummaries,
  ) {}

  @Get()
  @Recorded('view')
  async summary(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    return show('case/case-summary', { ...(await this.summaries.read(acting, opened)) });
  }
}
