import { Controller, Get, Param, Query } from '@nestjs/common';
import { CaseHistoryService, ReadingService, type Acting } from '#casework';
import { LARGEST_INTEGER } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { commitmentRows, detailRows, flagRows } from './case-details.js';
import { CaseContents } from './case-contents.js';
import { CasePages } from './case-pages.js';
import { returnsInWords } from './answered-questions.js';
import { contentChanges } from './changes.js';
import { exceptionViews } from './exception-views.js';
import { pointViews } from './point-views.js';

const NOTHING_BESIDE = { mandatory: [], assessments: [], returns: [], answers: [], comments: [] };

/** What was submitted, version by version. */
@Controller('cases/:reference/versions')
@Access('signed-in')
export class VersionsController {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
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
    const [opened, versions] = await together([
      this.cases.open(acting, reference),
      this.cases.part(acting, reference, 'versions'),
    ]);
    const [one, other] = [numberOf(from), numberOf(to)];
    if (one !== null && other !== null && one !== other) {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      return goTo(casePath(opened.found.reference, `versions/${later}/changes?from=${earlier}`));
    }
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
    const number = numberOf(written);
    const canonical = this.cases.canonical(reference);
    const [opened, version, triage, versions, shown] = await together([
      this.cases.open(acting, canonical),
      number === null ? null : this.past.version(acting, canonical, number),
      this.reading.triage(acting, canonical),
      this.cases.part(acting, canonical, 'versions'),
      this.contents.shownFiles(acting, canonical),
    ]);
    if (number === null || version === null) throw notFound();
    const { content, contentHash, submittedAt } = version;
    return show('case/version', {
      ...opened,
      number,
      contentHash,
      submittedAt,
      submittedBy: versions.find((one) => one.number === number)?.submittedBy ?? null,
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
    const to = numberOf(written);
    const before = from === undefined && to !== null ? to - 1 : numberOf(from);
    const canonical = this.cases.canonical(reference);
    const [opened, difference, triage, returns, answers, comments] = await together([
      this.cases.open(acting, canonical),
      to === null || before === null ? null : this.past.difference(acting, canonical, before, to),
      this.reading.triage(acting, canonical),
      this.cases.part(acting, canonical, 'returns'),
      this.cases.part(acting, canonical, 'answers'),
      this.cases.part(acting, canonical, 'comments'),
    ]);
    if (difference === null) throw notFound();
    return show('case/changes', {
      ...opened,
      heading: `What changed from version ${difference.from} to version ${difference.to}`,
      changes: contentChanges(difference, triage),
      // What was asked of the versions between, and answered by the later ones.
      returns: returnsInWords(returns, answers, comments, difference).filter(
        ({ version }) => version >= difference.from && version < difference.to,
      ),
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
