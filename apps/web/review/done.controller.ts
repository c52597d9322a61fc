import { Controller, Get, Param } from '@nestjs/common';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { doneOf, REVIEW_PAGES } from './done-words.js';
import { frame, offerOf, ReviewPages } from './review-pages.js';

/** Tells what was done, and what comes next. */
@Controller('cases/:reference/done')
@Access('auditor-or-assurance')
export class DoneController {
  constructor(private readonly pages: ReviewPages) {}

  @Get(':what')
  @Recorded('view')
  async done(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('what') what: string,
  ): Promise<PageAnswer> {
    const done = doneOf(what);
    if (done === null) throw notFound();
    const open = await this.pages.open(acting, reference);
    const { casePath, ...rest } = frame(open);
    if (!done.states.includes(open.found.state)) return goTo(casePath);
    const links = done.goOn.flatMap((action) => {
      const page = REVIEW_PAGES[action];
      return page === undefined || !offerOf(open, action).allowed
        ? []
        : [{ text: page.text, href: `${casePath}/${page.page}` }];
    });
    return show('review/done', {
      ...rest,
      casePath,
      done,
      links,
      decision: open.found.decision,
      hasConditions: what === 'decided' && open.found.state === 'approved-with-conditions',
    });
  }
}
