import { Controller, Get, Param } from '@nestjs/common';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { CasePages } from './case-pages.js';

/** One case on one page: what it is, how it stands, and what the reader can do with it. */
@Controller('cases/:reference')
@Access('signed-in')
export class CaseController {
  constructor(private readonly cases: CasePages) {}

  @Get()
  @Recorded('view')
  async summary(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const { header } = await this.cases.open(acting, reference);
    return show('case/case-summary', { header });
  }
}
