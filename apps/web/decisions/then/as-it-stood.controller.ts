import { Controller, Get, Param, Query } from '@nestjs/common';
import { PointInTimeService } from '#audit';
import { PolicyReadingService, ReadingService, type Acting } from '#casework';
import { isIsoDate, type Regime } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { Clock, ProblemError } from '#platform';
import { CasePages } from '../../case/case-pages.js';
import { problemsOf, type ShownProblem } from '../../forms/form-problems.js';
import { dateBoxes, fieldsOf, PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { justBefore } from '../answer-table.js';
import { withQuery } from '../history-address.js';
import { eventsInBrief, understood, type CaseThenText, type EventInBrief } from './case-then.js';
import { addressOfForm, fieldsOfMoment, momentAsked } from './moment.js';
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
      switch (asked.kind) {
        case 'none':
          return await this.choose(acting, reference, fields, []);
        case 'form':
          return goTo(addressOfForm(pathOf(reference), new PostedForm(fields)));
        case 'at':
          return await this.shown(acting, reference, asked.at);
      }
    } catch (error) {
      const problems = isNoSuchTime(error) ? [BEFORE_IT_BEGAN] : problemsOf(error);
      if (problems === null) throw error;
      return this.choose(acting, reference, fields, problems);
    }
  }

  /**
   * The form, and every event with the moments before and after it; of a form with mistakes no events, because it is
   * not an answer that is recorded.
   */
  private async choose(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const { after } = fields;
    const start = typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0;
    const { json, next } = await this.reading.history(acting, reference, start, EVENTS);
    const model = {
      reference,
      fields: { ...boxesOf(fields), ...fields },
      problems,
      action: pathOf(reference),
    };
    if (problems.length > 0) return show(CHOOSE, model, 400);
    const events = eventsInBrief(json);
    const createdAt = start === 0 ? events[0]?.occurredAt : undefined;
    return show(CHOOSE, {
      ...model,
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
    const then = understood(await this.pointInTime.inFull(acting, reference, at));
    const [regime, around] = await Promise.all([
      this.regime(then.case.regimeVersion),
      this.reading.history(acting, reference, then.revision - 1, 2),
    ]);
    return show('decisions/then/as-it-stood', {
      reference,
      then,
      fields: fieldsOfMoment(at),
      action: pathOf(reference),
      standing: standingFacts(then, regime),
      request: requestFacts(then.case, regime),
      sections: [pointSection(then), exceptionSection(then), ...progressSections(then)],
      ...stepsAround(then, eventsInBrief(around.json)),
    });
  }

  private async regime(version: string): Promise<Regime | null> {
    const { regimes } = await this.policies.regimes();
    return regimes.find(({ regime }) => regime.version === version)?.regime ?? null;
  }
}

/** What is said of an instant before the case was started; of a case one may not see there is no form either. */
const BEFORE_IT_BEGAN: ShownProblem = {
  text: 'The case did not exist yet at this date and time',
  href: '#date-day',
  field: 'date-day',
};

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
