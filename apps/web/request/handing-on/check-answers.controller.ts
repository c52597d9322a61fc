import { Controller, Get, Param, Query } from '@nestjs/common';
import { ClockService, ReadingService, type Acting } from '#casework';
import { isEditable, type CaseState, type ClockStanding } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { CasePages } from '../../case/case-pages.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { deadlineInWords } from '../../views/page-filters.js';
import { thresholdInWords } from '../details/details-model.js';
import { OpenRequests } from '../open-request.js';
import { paths } from '../paths.js';
import { checkedParts, missingLinks, nextSteps, openLinks } from './check-answers.js';
import { CHECKED_STATES, doneNotice } from './steps.js';

/** The whole request on one page before it is handed on, and what is said once it was. */
@Controller('cases/:reference')
@Access('signed-in')
export class CheckAnswersController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly reading: ReadingService,
    private readonly cases: CasePages,
    private readonly clocks: ClockService,
  ) {}

  @Get('check-answers')
  @Recorded('view')
  async check(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.read(acting, reference);
    const { found, asked, returned, questions } = open;
    const isChecked = (CHECKED_STATES as readonly CaseState[]).includes(found.state);
    if (!isChecked || !this.requests.isOfDepartment(acting, found)) return goTo(paths.case(open.reference));
    const [completeness, { actions }, files] = await together([
      this.reading.completeness(acting, open.reference),
      this.reading.actions(acting, open.reference),
      this.cases.part(acting, open.reference, 'attachments'),
    ]);
    const steps = nextSteps(found, acting, actions, completeness.complete);
    const main = steps.possible.find(({ isMain }) => isMain);
    return show('request/handing-on/check-answers', {
      found,
      returned,
      openQuestions: openLinks(open.reference, questions),
      notice: doneNotice(done, found.state),
      noticeLink: main === undefined ? undefined : { text: main.link, href: main.href },
      editable: isEditable(found.state),
      parts: checkedParts(found, asked, files),
      missing: missingLinks(found, completeness),
      threshold: thresholdInWords(asked.threshold),
      rating: asked.effectiveRating,
      route: asked.route,
      ...steps,
    });
  }

  @Get('handed-on')
  @Recorded('view')
  async handedOn(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const { found, asked } = await this.requests.read(acting, reference);
    const outcome = OUTCOMES[found.state];
    if (outcome === undefined || !this.requests.isOfDepartment(acting, found))
      return goTo(paths.case(found.reference));
    const { standing, turnaround, calendarNote } = await this.clocks.read(acting, found.reference, null);
    return show('request/handing-on/handed-on', {
      title: outcome,
      found,
      regimeName: asked.regimeName,
      targets: runningTargets(standing),
      isPublished:
        turnaround !== 'not-known' &&
        turnaround.targets.every(({ provenance }) => provenance.whose === 'government'),
      calendarNote,
    });
  }
}

/** What is said at the head of the page, by where the case stands now. */
const OUTCOMES: Readonly<Partial<Record<CaseState, string>>> = {
  submitted: 'Request submitted',
  'in-review': 'Request resubmitted',
  'assured-by-department': 'Assurance recorded',
  'closed-below-threshold': 'Request recorded and closed',
};

/** By when GDS Assurance aims to do what, of what running out of time breaks. */
function runningTargets(standing: ClockStanding | null) {
  return (standing?.targets ?? [])
    .filter(({ isOpen, dueAt, whenTimeRunsOut }) => isOpen && dueAt !== null && whenTimeRunsOut === 'breach')
    .map(({ name, dueAt }) => ({ name, by: deadlineInWords(dueAt) }));
}
