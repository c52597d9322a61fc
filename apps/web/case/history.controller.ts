import { Controller, Get, Param, Query } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { LARGEST_INTEGER } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { CasePages } from './case-pages.js';
import { emailViews } from './email-views.js';
import { eventViews } from './event-views.js';

const EVENTS_A_PAGE = 25;

/** What happened to a case, and who was told of it. */
@Controller('cases/:reference')
@Access('signed-in')
export class HistoryController {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
  ) {}

  @Get('history')
  @Recorded('view')
  async history(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query('before') writtenBefore?: string,
    @Query('after') writtenAfter?: string,
  ): Promise<PageAnswer> {
    const [before, after] = [sequenceOf(writtenBefore), sequenceOf(writtenAfter)];
    const canonical = this.cases.canonical(reference);
    const [opened, conditions, page] = await together([
      this.cases.open(acting, canonical),
      this.cases.part(acting, canonical, 'conditions'),
      after === null
        ? this.cases.eventsBefore(acting, canonical, before, EVENTS_A_PAGE)
        : this.cases.eventsAfter(acting, canonical, after, EVENTS_A_PAGE),
    ]);
    const { found } = opened;
    const isBehind = after === null && before !== null && before <= found.revision;
    return show('case/history', {
      ...opened,
      events: eventViews(found, page.events, page.disposed, conditions),
      disposed: page.disposed,
      earlier: page.earlier,
      later: isBehind ? before - 1 : page.later,
    });
  }

  @Get('emails')
  @Recorded('view')
  async emails(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [opened, emails] = await together([
      this.cases.open(acting, canonical),
      this.reading.emails(acting, canonical),
    ]);
    return show('case/emails', { ...opened, emails: emailViews(emails) });
  }
}

/** A place in a history, out of an address; `null` for anything else, which shows the latest. */
function sequenceOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number <= LARGEST_INTEGER ? number : null;
}
