import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import type { ActionOffer, CaseAction } from '#domain';
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
    const [opened, points, comments, latest, triage, { actions }] = await together([
      this.cases.open(acting, canonical),
      this.contents.points(acting, canonical),
      this.cases.part(acting, canonical, 'comments'),
      this.contents.latestDifference(acting, canonical),
      this.reading.triage(acting, canonical),
      this.reading.actions(acting, canonical),
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
      mayAssess: isAllowed(actions, 'assess-point'),
      threads: threadsOf(comments, acting.personId, number),
    });
  }

  @Get('legacy-exceptions')
  @Recorded('view')
  async exceptions(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
  ): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [opened, exceptions, { actions }] = await together([
      this.cases.open(acting, canonical),
      this.contents.exceptions(acting, canonical),
      this.reading.actions(acting, canonical),
    ]);
    return show('case/legacy-exceptions', {
      ...opened,
      exceptions,
      mayRule: isAllowed(actions, 'rule-on-legacy-exception'),
    });
  }
}

function isAllowed(offers: readonly ActionOffer[], wanted: CaseAction): boolean {
  return offers.some(({ action, allowed }) => action === wanted && allowed);
}
