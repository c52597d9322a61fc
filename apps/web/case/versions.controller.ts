import { Controller, Get, Param, Query } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { LARGEST_INTEGER } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { commitmentRows, detailRows, flagRows } from './case-details.js';
import { CaseContents } from './case-contents.js';
import { CasePages } from './case-pages.js';
import { contentChanges } from './changes.js';
import { exceptionViews } from './exception-views.js';
import { pointViews } from './point-views.js';

const NOTHING_BESIDE = { mandatory: [], assessments: [], returns: [] };

/** What was submitted, version by version. */
@Controller('cases/:reference/versions')
@Access('signed-in')
export class VersionsController {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly contents: CaseContents,
  ) {}

  @Get()
  @Recorded('view')
  async versions(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query('from') from?: string,
    @Query('to') to?: string,
  ): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const [one, other] = [numberOf(from), numberOf(to)];
    if (one !== null && other !== null && one !== other) {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      return goTo(casePath(opened.found.reference, `versions/${later}/changes?from=${earlier}`));
    }
    const versions = await this.cases.part(acting, reference, 'versions');
    return show('case/versions', {
      ...opened,
      versions: versions.toReversed(),
      sameChosen: one !== null && one === other,
    });
  }

  @Get(':number')
  @Recorded('view')
  async version(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('number') written: string,
  ): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const number = numberOf(written);
    if (number === null) throw notFound();
    const [{ content, contentHash, submittedAt }, triage, versions, shown] = await Promise.all([
      this.reading.version(acting, opened.found.reference, number),
      this.reading.triage(acting, opened.found.reference),
      this.cases.part(acting, reference, 'versions'),
      this.contents.shownFiles(acting, opened.found.reference),
    ]);
    return show('case/version', {
      ...opened,
      number,
      contentHash,
      submittedAt,
      submittedBy: versions.find((version) => version.number === number)?.submittedBy ?? null,
      content,
      details: detailRows(content.details, triage),
      flags: flagRows(content.details, triage),
      commitments: commitmentRows(content.details, triage),
      points: pointViews(content, { ...NOTHING_BESIDE, shown }),
      exceptions: exceptionViews(content.legacyExceptions, [], shown),
    });
  }

  @Get(':number/changes')
  @Recorded('view')
  async changes(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('number') written: string,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const to = numberOf(written);
    if (to === null) throw notFound();
    const before = from === undefined ? to - 1 : numberOf(from);
    if (before === null) throw notFound();
    const [difference, triage] = await Promise.all([
      this.reading.difference(acting, opened.found.reference, before, to),
      this.reading.triage(acting, opened.found.reference),
    ]);
    return show('case/changes', {
      ...opened,
      heading: `What changed from version ${before} to version ${to}`,
      changes: contentChanges(difference, triage),
      backText: 'Back to all versions',
      backHref: casePath(opened.found.reference, 'versions'),
    });
  }
}

/** The number of a version, out of an address; `null` for anything else. */
function numberOf(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const number = Number(text);
  return number <= LARGEST_INTEGER ? number : null;
}
