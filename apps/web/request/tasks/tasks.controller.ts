import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, VariationService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CasePages } from '../../case/case-pages.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { OpenRequests } from '../open-request.js';
import { paths } from '../paths.js';
import { progressOf, taskGroups } from './task-list.js';

/** What there is to do on a request before it can be handed on. */
@Controller('cases/:reference/tasks')
@Access('signed-in')
export class TasksController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly reading: ReadingService,
    private readonly variations: VariationService,
    private readonly cases: CasePages,
  ) {}

  @Get()
  @Recorded('view')
  async tasks(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [open, completeness, { follows }] = await together([
      this.requests.readToChange(acting, canonical),
      this.reading.completeness(acting, canonical),
      this.variations.following(acting, canonical),
    ]);
    if (open === null) return goTo(paths.unchangeable(reference));
    const { found, asked, returned, questions, rulings } = open;
    const approved =
      follows === null ? null : { reference: follows.reference, points: follows.pointsAsApproved };
    const groups = taskGroups(found, asked, completeness, questions, rulings, approved);
    return show('request/tasks/tasks', { found, returned, groups, follows, ...progressOf(groups) });
  }
}
