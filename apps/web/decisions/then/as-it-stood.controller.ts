import { Controller, Get, Param, Query } from '@nestjs/common';
import { PointInTimeService } from '#audit';
import { CaseHistoryService, PolicyReadingService, ReadingService, type Acting } from '#casework';
import { isIsoDate } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { Clock, ProblemError, together } from '#platform';
import { shownBy } from '../../attachments/file-views.js';
import { CasePages } from '../../case/case-pages.js';
import { problemsOf, type ShownProblem } from '../../forms/form-problems.js';
import { dateBoxes, fieldsOf, PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { justBefore } from '../answer-table.js';
import { withQuery } from '../history-address.js';
import { eventsInBrief, understood, type CaseThenText, type EventInBrief } from './case-then.js';
import { addressOfForm, exactTimeOf, fieldsOfMoment, momentAsked } from './moment.js';
import { progressSections } from './progress-then.js';
import { exceptionSection, pointSection, requestFacts, standingFacts } from './request-then.js';

/** Events on one page, to choose a moment by. */
const EVENTS = 50;
const CHOOSE = 'decisions/then/choose-moment';

/** A case as it stood at an instant, for whoever may read it today. */
@Controller('cases/:reference/as-it-stood')
@Access('signed-in')
export class AsItStoodPageController {
  constructor(
    private readonly pages: CasePages,
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
    private readonly pointInTime: PointInTimeService,
    private readonly policies: PolicyReadingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Recorded('view')
  async asItStood(
    @CurrentActor() acting: Acting,
    @Param('reference') written: string,
    @Query() query: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(written);
    const fields = fieldsOf(query);
    try {
      const asked = momentAsked(fields, this.clock.now());
      if (asked.kind === 'form') return goTo(addressOfForm(pathOf(reference), new PostedForm(fields)));
      if (asked.kind === 'at') return await this.shown(acting, reference, asked.at);
    } catch (error) {
      const problems = isNoSuchTime(error) ? [BEFORE_IT_BEGAN] : problemsOf(error);
      if (problems === null) throw error;
      // Of a case one may not see there is no form either.
      await this.reading.revision(acting, reference);
      return show(CHOOSE, { ...formOf(reference, fields), problems }, 400);
    }
    return this.choose(acting, reference, fields);
  }

  /** The form, and every event with the moments before and after it. */
  private async choose(acting: Acting, reference: string, fields: PostedFields): Promise<PageAnswer> {
    const { after } = fields;
    const start = typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0;
    const { json, next } = await this.past.history(acting, reference, start, EVENTS);
    const events = eventsInBrief(json);
    const createdAt = start === 0 ? events[0]?.occurredAt : undefined;
    return show(CHOOSE, {
      ...formOf(reference, fields),
      problems: [],
      events: events.map((event) => ({
        ...event,
        // Before the first event there was no case.
        beforeHref:
          event.occurredAt === createdAt ? null : momentPath(reference, justBefore(event.occurredAt)),
        afterHref: momentPath(reference, event.occurredAt),
        proofHref: `/cases/${reference}/events/${String(event.sequence)}/proof`,
      })),
      nextHref: next === null ? null : withQuery(pathOf(reference), { after: String(next) }),
    });
  }

  private async shown(acting: Acting, reference: string, at: Date): Promise<PageAnswer> {
    const [whole, { regimes }, around, files] = await together([
      this.pointInTime.inFull(acting, reference, at),
      this.policies.regimes(acting),
      this.past.historyFrom(acting, reference, at, 2),
      this.pages.part(acting, reference, 'attachments'),
      // The form is all there is of a time before the case, and only where there is a case.
      this.reading.revision(acting, reference),
    ]);
    const then = understood(whole);
    const shown = shownBy(files, reference);
    const regime = regimes.find((one) => one.regime.version === then.case.regimeVersion)?.regime ?? null;
    return show('decisions/then/as-it-stood', {
      reference,
      then,
      fields: fieldsOfMoment(at),
      exactTime: exactTimeOf(at),
      action: pathOf(reference),
      standing: standingFacts(then, regime),
      request: requestFacts(then.case, regime),
      sections: [pointSection(then, shown), exceptionSection(then, shown), ...progressSections(then, shown)],
      ...stepsAround(then, eventsInBrief(around.json)),
    });
  }
}

/** What is said of an instant before the case was started. */
const BEFORE_IT_BEGAN: ShownProblem = {
  text: 'The case did not exist yet at this date and time',
  href: '#date-day',
  field: 'date-day',
};

/** What the form is made of. */
function formOf(reference: string, fields: PostedFields) {
  return { reference, fields: { ...boxesOf(fields), ...fields }, action: pathOf(reference) };
}

/** The boxes of a date that came in an address. */
function boxesOf({ date }: PostedFields): PostedFields {
  return typeof date === 'string' && isIsoDate(date) ? dateBoxes('date', date) : {};
}

function isNoSuchTime(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 404;
}

function pathOf(reference: string): string {
  return `/cases/${reference}/as-it-stood`;
}

function momentPath(reference: string, at: string): string {
  return withQuery(pathOf(reference), { at });
}

/** The event that made it stand so, and the moments before that one and after the next. */
function stepsAround({ case: one, revision, changedAt }: CaseThenText, events: readonly EventInBrief[]) {
  const next = events.find(({ sequence }) => sequence > revision) ?? null;
  const { reference, createdAt } = one;
  return {
    latest: events.find(({ sequence }) => sequence === revision) ?? null,
    next,
    beforeHref: changedAt === createdAt ? null : momentPath(reference, justBefore(changedAt)),
    nextHref: next === null ? null : momentPath(reference, next.occurredAt),
    proofHref: `/cases/${reference}/events/${String(revision)}/proof`,
  };
}
