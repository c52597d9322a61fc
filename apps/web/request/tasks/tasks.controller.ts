import { Controller, Get, Param } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
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
  ) {}

  @Get()
  @Recorded('view')
  async tasks(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.case(reference));
    const { found, asked, returned, questions } = open;
    const completeness = await this.reading.completeness(acting, open.reference);
    const groups = taskGroups(found, asked, completeness, questions);
    return show('request/tasks/tasks', { found, returned, groups, ...progressOf(groups) });
  }
}
