import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { CaseContents } from './case-contents.js';
import { CasePages } from './case-pages.js';
import { pointChanges } from './changes.js';
import { threadsOf } from './comment-threads.js';
import { pointNumberOf } from './point-views.js';

/** What the department says of the 13 points and of legacy technology, and what reviewers think of it. */
@Controller('cases/:reference')
@Access('signed-in')
export class PointsController {
  constructor(
    private readonly cases: CasePages,
    private readonly contents: CaseContents,
    private readonly reading: ReadingService,
  ) {}

  @Get('points')
  @Recorded('view')
  async points(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const [opened, points] = await together([
      this.cases.open(acting, reference),
      this.contents.points(acting, reference),
    ]);
    return show('case/points', { ...opened, points });
  }

  @Get('points/:point')
  @Recorded('view')
  async point(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('point') written: string,
  ): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [opened, points, comments, latest, triage] = await together([
      this.cases.open(acting, canonical),
      this.contents.points(acting, canonical),
      this.cases.part(acting, canonical, 'comments'),
      this.contents.latestDifference(acting, canonical),
      this.reading.triage(acting, canonical),
    ]);
    const number = pointNumberOf(written);
    if (number === null) throw notFound();
    const one = points.find(({ point }) => point.number === number);
    return show('case/point', {
      ...opened,
      one,
      before: points.find(({ point }) => point.number === number - 1)?.point,
      after: points.find(({ point }) => point.number === number + 1)?.point,
      latest,
      changed: latest === null ? null : pointChanges(latest.difference, number, triage),
      threads: threadsOf(comments, acting.personId, number),
    });
  }

  @Get('legacy-exceptions')
  @Recorded('view')
  async exceptions(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
  ): Promise<PageAnswer> {
    const [opened, exceptions] = await together([
      this.cases.open(acting, reference),
      this.contents.exceptions(acting, reference),
    ]);
    return show('case/legacy-exceptions', { ...opened, exceptions });
  }
}
