import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ReadingService, ReviewService, TriageService, type Acting, type TriageOfCase } from '#casework';
import { REVIEW_DEPTH_NAMES, REVIEW_DEPTHS } from '#domain';
import { RatingReviewRequest, ReasonRequest, Recorded, ReviewDepthRequest } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { GivesFormBack } from '../forms/gives-form-back.js';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { donePath } from './done-words.js';
import { inOrderOf } from '../forms/problem-words.js';
import type { RatingReviewText } from '../case/case-texts.js';
import {
  frame,
  offerOf,
  ReviewPages,
  revisionIn,
  statusOf,
  versionIn,
  without,
  type OpenReview,
} from './review-pages.js';
import { writtenAnswers } from './written-answers.js';

/** What was done, and where to go then; `null` where nothing else can be done on the page any more. */
interface Done {
  readonly path: string;
  readonly done: string | null;
}

/** What the page is made of. */
interface ReadTriage {
  readonly open: OpenReview;
  readonly triage: TriageOfCase;
  readonly reviews: readonly RatingReviewText[];
}

/** Told to who pressed Enter in a field: the page has more than one thing to save. */
const WHICH: ShownProblem = {
  text: 'Press the button of what you want to save. What you wrote is kept',
  field: '',
};

/** How a case is rated and routed, and what a reviewer says of it. */
@Controller('cases/:reference/triage')
@Access('auditor-or-assurance')
export class TriageController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly triage: TriageService,
    private readonly review: ReviewService,
  ) {}

  @Get()
  @Recorded('view')
  look(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  which(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.page(acting, reference, fieldsOf(body), [WHICH]);
  }

  @Post('rating')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  rate(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, body, 'rating', async (canonical, form) => {
      const {
        version,
        rating,
        reason = null,
      } = checkRequest(RatingReviewRequest, {
        version: versionIn(form.fields),
        rating: form.textOrNull('rating'),
        reason: form.textOrNull('rating-reason'),
      });
      const given = { version, rating, reason };
      await this.triage.reviewRating(acting, canonical, revisionIn(form.fields), given);
      return { path: `/cases/${canonical}/triage#rating-heading`, done: 'The rating is saved' };
    });
  }

  @Post('depth')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  setDepth(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, body, 'depth', async (canonical, form) => {
      const { depth, reason = null } = checkRequest(ReviewDepthRequest, {
        depth: form.textOrNull('depth'),
        reason: form.textOrNull('depth-reason'),
      });
      await this.triage.setDepth(acting, canonical, revisionIn(form.fields), depth, reason);
      return { path: `/cases/${canonical}/triage#depth-heading`, done: 'The depth is saved' };
    });
  }

  @Post('call-in')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  callIn(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, body, 'call-in', async (canonical, form) => {
      const { reason } = checkRequest(ReasonRequest, { reason: form.textOrNull('call-in-reason') });
      await this.triage.callIn(acting, canonical, revisionIn(form.fields), reason);
      return { path: donePath(canonical, 'called-in'), done: 'The case is called in' };
    });
  }

  @Post('close')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  close(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, body, 'close', async (canonical, form) => {
      const { reason } = checkRequest(ReasonRequest, { reason: form.textOrNull('close-reason') });
      await this.review.closeBelowThreshold(acting, canonical, revisionIn(form.fields), reason);
      return { path: donePath(canonical, 'closed'), done: null };
    });
  }

  /** Each form of the page has a reason of its own, by the form’s name. */
  private take(
    acting: Acting,
    given: string,
    body: unknown,
    name: string,
    act: (reference: string, form: PostedForm) => Promise<Done>,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      fieldOf: (pointer) => (pointer === '/reason' ? `${name}-reason` : (pointer.split('/')[1] ?? null)),
      act: async (form) => {
        const { path, done } = await act(reference, form);
        const rest = without(form.fields, [name, `${name}-reason`, 'revision']);
        return done === null ? goTo(path) : this.onwards(acting, reference, rest, done, path);
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrderOf(problems, {
            rating: 'Choose a rating',
            depth: 'Choose how closely the case is looked at',
            'call-in-reason': 'Say why GDS Assurance takes the case',
            'close-reason': 'Say why the case is closed',
            'rating-reason': 'Shorten the reason to 5,000 characters',
            'depth-reason': 'Shorten the reason to 5,000 characters',
          }),
        ),
    });
  }

  /** On, or, where something else was written on the page that was not sent, to the page with that kept. */
  private async onwards(
    acting: Acting,
    reference: string,
    rest: PostedFields,
    done: string,
    path: string,
  ): Promise<PageAnswer> {
    const read = await this.read(acting, reference);
    const unsent = unsentParts(read, new PostedForm(rest));
    if (unsent.length === 0) return goTo(path);
    return shownTriage(read, rest, [], `${done}. Not saved yet, and kept below: ${unsent.join(', ')}.`);
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    return shownTriage(await this.read(acting, reference), fields, problems);
  }

  private async read(acting: Acting, reference: string): Promise<ReadTriage> {
    const canonical = this.cases.canonical(reference);
    const [open, triage, reviews] = await together([
      this.pages.open(acting, canonical),
      this.reading.triage(acting, canonical),
      this.cases.part(acting, canonical, 'ratingReviews'),
    ]);
    return { open, triage, reviews };
  }
}

/** The parts of the page in which something is written that is not what is saved. */
function unsentParts({ triage }: ReadTriage, form: PostedForm): readonly string[] {
  const differs = (name: string, saved: string | null | undefined) =>
    name in form.fields && form.text(name) !== (saved ?? '');
  const parts: readonly (readonly [string, boolean])[] = [
    ['the rating', differs('rating', triage.effectiveRating?.level) || differs('rating-reason', '')],
    ['the depth', differs('depth', triage.reviewDepth) || differs('depth-reason', '')],
    ['why the case is called in', differs('call-in-reason', '')],
    ['why the case is closed', differs('close-reason', '')],
  ];
  return parts.filter(([, isUnsent]) => isUnsent).map(([part]) => part);
}

function shownTriage(
  { open, triage, reviews }: ReadTriage,
  fields: PostedFields,
  problems: readonly ShownProblem[],
  notice?: string,
): PageAnswer {
  const form = new PostedForm(fields);
  const rating = form.text('rating') || (triage.effectiveRating?.level ?? '');
  const depth = form.text('depth') || (triage.reviewDepth ?? '');
  const levels = new Map(open.standing.levels.map(({ id, name }) => [id, name]));
  const offers = {
    rate: offerOf(open, 'review-rating'),
    setDepth: offerOf(open, 'set-review-depth'),
    callIn: offerOf(open, 'call-in'),
    close: offerOf(open, 'close-submission-below-threshold'),
  };
  // What was written before the case moved on, where there is no field any more to hold it.
  const unshown = without(fields, [
    ...(offers.rate.allowed ? ['rating', 'rating-reason'] : []),
    ...(offers.setDepth.allowed ? ['depth', 'depth-reason'] : []),
    ...(offers.callIn.allowed ? ['call-in-reason'] : []),
    ...(offers.close.allowed ? ['close-reason'] : []),
  ]);
  return show(
    'review/triage',
    {
      ...frame(open, fields),
      notice,
      problems,
      triage,
      reviews: reviews.toReversed().map((one) => ({
        ...one,
        ratingName: levels.get(one.rating) ?? one.rating,
        computedName: one.computed === null ? null : (levels.get(one.computed) ?? one.computed),
      })),
      levels: [...levels].map(([value, text]) => ({ value, text, checked: value === rating })),
      depths: REVIEW_DEPTHS.map((value) => ({
        value,
        text: REVIEW_DEPTH_NAMES[value],
        checked: value === depth,
      })),
      assures: open.assures,
      ...offers,
      written: writtenAnswers(unshown, levels),
      extend: offerOf(open, 'extend-clock'),
      external: offerOf(open, 'record-external-decision'),
    },
    statusOf(problems),
  );
}
