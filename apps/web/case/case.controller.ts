import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { isAdvice } from '#domain';
import { Recorded } from '#edge';
import { Access, holdsAny } from '#identity';
import { notFound, together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { advicePath } from '../advice/advice-paths.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { CaseContents } from './case-contents.js';
import { CasePages } from './case-pages.js';
import { CaseSummaries } from './case-summaries.js';
import { returnsInWords } from './answered-questions.js';
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
    const summary = await this.summaries.read(acting, reference);
    if (isAdvice(summary.found.state)) return goTo(advicePath(summary.found.reference));
    return show('case/case-summary', {
      ...summary,
      mayAskWhoLooked: holdsAny(acting, ['auditor']),
    });
  }

  @Get('print')
  @Recorded('view')
  async print(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const [summary, points, exceptions] = await together([
      this.summaries.read(acting, reference),
      this.contents.points(acting, reference),
      this.contents.exceptions(acting, reference),
    ]);
    return show('case/print', { ...summary, points, exceptions });
  }

  @Get('changes')
  @Recorded('view')
  async changes(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [opened, latest, triage, returns, answers, comments] = await together([
      this.cases.open(acting, canonical),
      this.contents.sinceLatestVersion(acting, canonical),
      this.reading.triage(acting, canonical),
      this.cases.part(acting, canonical, 'returns'),
      this.cases.part(acting, canonical, 'answers'),
      this.cases.part(acting, canonical, 'comments'),
    ]);
    if (latest === null) throw notFound();
    return show('case/changes', {
      ...opened,
      heading: `What has changed since version ${latest.from}`,
      changes: contentChanges(latest.difference, triage),
      returns: returnsInWords(returns, answers, comments, latest.difference).filter(
        ({ version }) => version === latest.from,
      ),
      isUnsent: true,
      backText: 'Back to the case',
      backHref: casePath(opened.found.reference),
    });
  }
}
