import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access, holdsAny } from '#identity';
import { notFound } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { CaseContents } from './case-contents.js';
import { CasePages } from './case-pages.js';
import { CaseSummaries } from './case-summaries.js';
import { contentChanges } from './changes.js';

/** One case on one page: what it is, how it stands, and what the reader can do with it. */
@Controller('cases/:reference')
@Access('signed-in')
export class CaseController {
  constructor(
    private readonly cases: CasePages,
    private readonly summaries: CaseSummaries,
    private readonly contents: CaseContents,
    private readonly reading: ReadingService,
  ) {}

  @Get()
  @Recorded('view')
  async summary(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    return show('case/case-summary', {
      ...(await this.summaries.read(acting, opened)),
      mayAskWhoLooked: holdsAny(acting, ['auditor']),
    });
  }

  @Get('print')
  @Recorded('view')
  async print(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const [summary, points, exceptions] = await Promise.all([
      this.summaries.read(acting, opened),
      this.contents.points(acting, opened.found),
      this.contents.exceptions(acting, opened.found),
    ]);
    return show('case/print', { ...summary, points, exceptions });
  }

  @Get('changes')
  @Recorded('view')
  async changes(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const { found } = opened;
    const [latest, triage] = await Promise.all([
      this.contents.sinceLatestVersion(acting, found),
      this.reading.triage(acting, found.reference),
    ]);
    if (latest === null) throw notFound();
    return show('case/changes', {
      ...opened,
      heading: `What has changed since version ${latest.from}`,
      changes: contentChanges(latest.difference, triage),
      backText: 'Back to the case',
      backHref: casePath(found.reference),
    });
  }
}
