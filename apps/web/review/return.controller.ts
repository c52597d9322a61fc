import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ReviewService, type Acting } from '#casework';
import { codePoint, POINT_NUMBERS, type PointNumber } from '#domain';
import { Recorded, ReturnRequest } from '#edge';
import { Access } from '#identity';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { donePath } from './done-words.js';
import { inOrder } from '../forms/problem-words.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf, versionIn } from './review-pages.js';

/** The box that a point is ticked in. */
function tickOf(point: PointNumber): string {
  return `points-${String(point)}`;
}
const FIRST_TICK = tickOf(1);

/** The points that are ticked, each with its question. */
function pointsIn(form: PostedForm) {
  const ticked = form.all('points');
  return POINT_NUMBERS.filter((point) => ticked.includes(String(point))).map((point) => ({
    point,
    question: form.textOrNull(`question-${String(point)}`),
  }));
}

/** Returning a case for information: which points, what is asked of each, and why. */
@Controller('cases/:reference/return')
@Access('auditor-or-assurance')
export class ReturnController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly review: ReviewService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  giveBack(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    let ticked: ReturnType<typeof pointsIn> = [];
    return this.pages.take(acting, reference, {
      body,
      fieldOf: (pointer) => {
        const [, part = '', index = ''] = pointer.split('/');
        const point = part === 'points' ? ticked[Number(index)]?.point : undefined;
        if (part === 'points' && index === '') return FIRST_TICK;
        return index === '' || point === undefined ? part : `question-${String(point)}`;
      },
      act: async (form) => {
        ticked = pointsIn(form);
        const untouched = POINT_NUMBERS.filter(
          (point) =>
            form.text(`question-${String(point)}`) !== '' && !ticked.some((one) => one.point === point),
        );
        for (const point of untouched)
          form.refuse(tickOf(point), `Tick point ${String(point)}, or remove its question`);
        // What they wrote of points that are not ticked is enough to ask, once that is put right.
        const meant = untouched.map((point) => ({ point, question: form.text(`question-${String(point)}`) }));
        const asked = {
          version: versionIn(form.fields),
          reason: form.textOrNull('reason'),
          points: [...ticked, ...meant],
        };
        const { version, reason, points } = checkRequest(ReturnRequest, asked, form.problems);
        const questions = points.map(({ point, question }) => ({ point, question }));
        await this.review.giveBack(acting, reference, revisionIn(form.fields), {
          version,
          reason,
          points: questions,
        });
        return goTo(donePath(reference, 'returned'));
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrder(
            problems,
            (field) =>
              field === FIRST_TICK
                ? 'Tick at least one point to ask about'
                : field === 'reason'
                  ? 'Say why you return the case'
                  : field.startsWith('question-')
                    ? `Write what you want to know of point ${field.slice('question-'.length)}`
                    : undefined,
            ['points-', 'question-', 'reason'],
          ),
        ),
    });
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const offer = offerOf(open, 'return');
    if (!offer.allowed) return refusedPage(open, 'Return for information', offer.why, fields, problems);
    const form = new PostedForm(fields);
    return show(
      'review/return',
      {
        ...frame(open, fields),
        problems,
        // They go back with the case whatever is ticked, and the department answers them too.
        refused: open.found.legacyExceptions
          .filter(({ id }) => open.standing.rulings.get(id) === 'refused')
          .map(({ id, system, ruling }) => ({ id, system, reason: ruling?.reason ?? '' })),
        ticksProblem: problems.find(({ field }) => field.startsWith('points-')) ?? null,
        points: POINT_NUMBERS.map((number) => ({
          number,
          title: codePoint(number).title,
          verdict: open.standing.verdicts.get(number) ?? null,
          checked: form.all('points').includes(String(number)),
          question: form.text(`question-${String(number)}`),
        })),
      },
      statusOf(problems),
    );
  }
}
