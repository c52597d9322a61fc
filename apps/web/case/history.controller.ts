import { Controller, Get, Param, Query } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { LARGEST_INTEGER } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { CasePages, type EventsPage } from './case-pages.js';
import type { CaseTextOf } from './case-texts.js';
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
    @Query('before') before?: string,
    @Query('after') after?: string,
  ): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const { events, disposed, earlier, later } = await this.eventsOf(acting, opened.found, before, after);
    return show('case/history', {
      ...opened,
      events: eventViews(opened.found, events, disposed),
      disposed,
      earlier,
      later,
    });
  }

  @Get('emails')
  @Recorded('view')
  async emails(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const opened = await this.cases.open(acting, reference);
    const emails = await this.reading.emails(acting, opened.found.reference);
    return show('case/emails', { ...opened, emails: emailViews(emails) });
  }

  private async eventsOf(
    acting: Acting,
    { reference, revision }: CaseTextOf,
    before: string | undefined,
    after: string | undefined,
  ): Promise<EventsPage> {
    const from = sequenceOf(after);
    if (from !== null) return this.cases.eventsAfter(acting, reference, from, EVENTS_A_PAGE);
    const end = Math.min(sequenceOf(before) ?? revision + 1, revision + 1);
    const page = await this.cases.eventsBefore(acting, reference, end, EVENTS_A_PAGE);
    return { ...page, later: end <= revision ? end - 1 : null };
  }
}

/** A place in a history, out of an address; `null` for anything else, which shows the latest. */
function sequenceOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number <= LARGEST_INTEGER ? number : null;
}
