import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommentService, ReviewService, type Acting, type NewComment } from '#casework';
import { POINT_NUMBERS, VERDICT_NAMES, type PointNumber } from '#domain';
import { AssessmentRequest, CommentRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { badRequest, notFound, together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { asAnotherChange } from '../forms/change-of-its-own.js';
import { checkRequest } from '../forms/check-request.js';
import { conflictPage } from '../forms/conflict.js';
import { sameName } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { AssessingPages, NOTHING_SUBMITTED } from './assessing-pages.js';
import { inOrderOf } from '../forms/problem-words.js';
import { exceptionView, pointRows, progressOf } from './point-view.js';
import { frame, offerOf, refusedPage, revisionIn, ReviewPages, versionIn, without } from './review-pages.js';

/** A point's number in an address. @throws ProblemError 404 */
export function pointOf(text: string): PointNumber {
  const number = POINT_NUMBERS.find((one) => String(one) === text);
  if (number === undefined) throw notFound();
  return number;
}

const WORDS = {
  verdict: 'Choose how far the point is met',
  explanation: 'Explain the verdict in at most 5,000 characters',
  comment: 'Write your comment, in at most 10,000 characters',
};

/** Assessing a case point by point. */
@Controller('cases/:reference/assess')
@Access('auditor-or-assurance')
export class AssessController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly assessing: AssessingPages,
    private readonly review: ReviewService,
    private readonly comments: CommentService,
  ) {}

  @Get()
  @Recorded('view')
  async overview(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const [open, content, assessments] = await together([
      this.pages.open(acting, reference),
      this.pages.submitted(acting, reference),
      this.cases.part(acting, reference, 'assessments'),
    ]);
    if (content === null) return refusedPage(open, 'Assess the points', [NOTHING_SUBMITTED]);
    return show('review/assess', {
      ...frame(open),
      rows: pointRows(open, content, assessments),
      progress: progressOf(open),
      depth: open.standing.reviewDepth,
      exceptions: content.legacyExceptions.map((exception) => exceptionView(open, exception)),
      assess: offerOf(open, 'assess-point'),
      recommend: offerOf(open, 'recommend'),
      giveBack: offerOf(open, 'return'),
      assures: open.assures,
    });
  }

  @Get(':number')
  @Recorded('view')
  async one(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('number') number: string,
  ): Promise<PageAnswer> {
    return this.assessing.page(acting, reference, pointOf(number), {}, []);
  }

  @Post(':number')
  @Recorded('view')
  @HttpCode(200)
  async assess(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('number') text: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const number = pointOf(text);
    const canonical = this.cases.canonical(reference);
    return takeForm({
      body,
      fieldOf: (pointer) => (pointer === '/body' ? 'comment' : sameName(pointer)),
      act: async (form) => {
        const comment = commentIn(form, number);
        await this.record(acting, canonical, number, form);
        if (comment !== null) await this.comments.add(asAnotherChange(acting, 'comment'), canonical, comment);
        const next = form.text('then') === 'next' ? POINT_NUMBERS.find((one) => one > number) : undefined;
        // The fragment is where the keyboard goes on from: the next point’s heading.
        const path =
          next === undefined
            ? `/cases/${canonical}/assess#points`
            : `/cases/${canonical}/assess/${String(next)}#point`;
        const rest = without(form.fields, ['verdict', 'explanation', 'sequence', 'comment']);
        const done =
          comment === null ? 'Your assessment is saved' : 'Your assessment and your comment are saved';
        return this.assessing.onwards(acting, canonical, number, rest, done, path);
      },
      again: (fields, problems) =>
        this.assessing.page(acting, canonical, number, fields, inOrderOf(problems, WORDS)),
      overtaken: (fields) => this.overtaken(acting, canonical, number, fields),
    });
  }

  /** Records a verdict, unless it is the one that was said last of this version and all there is to it, word for word. */
  private async record(
    acting: Acting,
    reference: string,
    point: PointNumber,
    form: PostedForm,
  ): Promise<void> {
    const asked = {
      version: versionIn(form.fields),
      verdict: form.textOrNull('verdict'),
      explanation: form.textOrNull('explanation'),
    };
    const { version, verdict, explanation = null } = checkRequest(AssessmentRequest, asked, form.problems);
    if (verdict !== 'met' && explanation === null)
      throw badRequest('Check what you entered.', [
        { pointer: '/explanation', detail: 'Explain the verdict: only “met” needs no explanation' },
      ]);
    const expected = Number(form.text('sequence'));
    const assessments = await this.cases.part(acting, reference, 'assessments');
    const latest = assessments.find((one) => one.point === point && one.latest);
    const isSaid =
      latest?.sequence === expected &&
      latest.version === version &&
      latest.verdict === verdict &&
      latest.explanation === explanation;
    // The same again, once there is an answer to look at, says that somebody did.
    if (!isSaid || (await this.isToLookAt(acting, reference, point)))
      await this.review.assess(acting, reference, expected, { point, version, verdict, explanation });
  }

  private async isToLookAt(acting: Acting, reference: string, point: PointNumber): Promise<boolean> {
    const { standing } = await this.pages.open(acting, reference);
    return standing.answersToLookAt.includes(point);
  }

  private async overtaken(
    acting: Acting,
    reference: string,
    number: PointNumber,
    fields: PostedFields,
  ): Promise<PageAnswer> {
    const [open, assessments] = await together([
      this.pages.open(acting, reference),
      this.cases.part(acting, reference, 'assessments'),
    ]);
    const theirs = assessments.find(({ point, latest }) => point === number && latest);
    const form = new PostedForm(fields);
    const { header, once, casePath } = frame(open);
    const mine = form.text('verdict');
    return conflictPage(
      {
        about: `Point ${String(number)} of ${header.reference}`,
        action: `${casePath}/assess/${String(number)}`,
        keepTheirs: `${casePath}/assess/${String(number)}`,
        revision: theirs?.sequence ?? 0,
        revisionField: 'sequence',
        changed: theirs === undefined ? null : { by: theirs.assessedBy.name, at: theirs.assessedAt },
        disagreements: [
          {
            label: 'Verdict',
            mine: mine in VERDICT_NAMES ? VERDICT_NAMES[mine as keyof typeof VERDICT_NAMES] : '',
            theirs: theirs === undefined ? '' : VERDICT_NAMES[theirs.verdict],
          },
          {
            label: 'Explanation',
            mine: form.text('explanation'),
            theirs: theirs?.explanation ?? '',
          },
        ],
      },
      { ...fields, then: 'next', revision: String(revisionIn(fields)) },
      once,
    );
  }
}

/**
 * The comment within GDS Assurance that was typed beside a verdict, which is saved with it; `null` where none was.
 * @throws ProblemError 400 where it is too long
 */
function commentIn(form: PostedForm, point: PointNumber): NewComment | null {
  const text = form.textOrNull('comment');
  if (text === null) return null;
  const { audience, body } = checkRequest(CommentRequest, { audience: 'internal', point, body: text });
  return { audience, point, parentId: null, body };
}
