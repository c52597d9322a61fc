import { Injectable } from '@nestjs/common';
import { CaseHistoryService, ReadingService, type Acting } from '#casework';
import { differenceBetween, VERDICT_NAMES, VERDICTS, type PointNumber } from '#domain';
import { together } from '#platform';
import { AdviceBesidePoint } from '../advice/beside-point.js';
import { shownBy } from '../attachments/file-views.js';
import { CasePages } from '../case/case-pages.js';
import type { QuestionWords } from '../case/content-words.js';
import { answeredReturns, questionsOf } from '../case/point-views.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { goTo, show, type PageAnswer, type PageModel } from '../server/page.js';
import { changesOfPoint } from './change-words.js';
import { pointView, rulingChoices } from './point-view.js';
import {
  frame,
  offerOf,
  refusedPage,
  ReviewPages,
  statusOf,
  without,
  type OpenReview,
} from './review-pages.js';
import { writtenAnswers } from './written-answers.js';

/** Why a case that is a draft yet has nothing to assess. */
export const NOTHING_SUBMITTED = 'Nothing has been submitted yet, so there is nothing to assess';

type Versions = Awaited<ReturnType<CaseHistoryService['latestVersions']>>;

/** A point as it is read to be assessed. */
interface ReadPoint {
  readonly open: OpenReview;
  /** `null` where nothing was submitted yet. */
  readonly view: (ReturnType<typeof pointView> & PageModel) | null;
}

/** The page of one point, with everything a verdict on it rests on. */
@Injectable()
export class AssessingPages {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly past: CaseHistoryService,
    private readonly reading: ReadingService,
    private readonly beside: AdviceBesidePoint,
  ) {}

  /** The page of one point, with whatever was written on it. */
  async page(
    acting: Acting,
    reference: string,
    number: PointNumber,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    return shownPoint(await this.read(acting, reference, number), fields, problems);
  }

  /**
   * Where to go once one part of the page was sent: on, or, where something else was written that was not, to the same
   * page with that kept.
   * @param rest what was written in the other parts
   * @param done what was done, in a sentence without its full stop
   */
  async onwards(
    acting: Acting,
    reference: string,
    number: PointNumber,
    rest: PostedFields,
    done: string,
    path: string,
  ): Promise<PageAnswer> {
    const read = await this.read(acting, reference, number);
    const unsent = read.view === null ? [] : unsentParts(read.view, new PostedForm(rest));
    if (unsent.length === 0) return goTo(path);
    // What was just done is no change of somebody else’s.
    return shownPoint(
      read,
      without(rest, ['revision']),
      [],
      `${done}. Not saved yet, and kept below: ${unsent.join(', ')}.`,
    );
  }

  private async read(acting: Acting, reference: string, number: PointNumber): Promise<ReadPoint> {
    const canonical = this.cases.canonical(reference);
    const [open, versions, assessments, comments, files, returns, answers, rulings, triage, beside] =
      await together([
        this.pages.open(acting, canonical),
        // The version under review, the one before it, and the one this point was assessed on last.
        this.past.latestVersions(acting, canonical, 2, number),
        this.cases.part(acting, canonical, 'assessments'),
        this.cases.part(acting, canonical, 'comments'),
        this.cases.part(acting, canonical, 'attachments'),
        this.cases.part(acting, canonical, 'returns'),
        this.cases.part(acting, canonical, 'answers'),
        this.cases.part(acting, canonical, 'rulings'),
        this.reading.triage(acting, canonical),
        this.beside.read(acting, canonical, number),
      ]);
    const content = versions.at(-1)?.content;
    if (content === undefined) return { open, view: null };
    const shown = shownBy(files, canonical);
    const view = pointView(open, number, content, assessments, comments, shown);
    return {
      open,
      view: {
        ...view,
        exceptions: view.exceptions.map((exception) => ({
          ...exception,
          ruledBy:
            rulings.find(({ sequence }) => sequence === exception.ruled?.sequence)?.ruledBy.name ?? null,
        })),
        advised: beside.advised,
        published: beside.guidance,
        questions: questionsOf(answeredReturns(returns, answers), comments, number),
        changes: changesSince(versions, number, view.latest?.version ?? null, triage),
      },
    };
  }
}

function shownPoint(
  { open, view }: ReadPoint,
  fields: PostedFields,
  problems: readonly ShownProblem[],
  notice?: string,
): PageAnswer {
  if (view === null) return refusedPage(open, 'Assess the points', [NOTHING_SUBMITTED], fields, problems);
  const form = new PostedForm(fields);
  const { latest } = view;
  const verdict = form.text('verdict') || (latest?.verdict ?? '');
  const assess = offerOf(open, 'assess-point');
  const rule = offerOf(open, 'rule-on-legacy-exception');
  const comment = offerOf(open, 'comment-internally');
  const unshown = Object.fromEntries(
    Object.entries(fields).filter(([name]) =>
      name === 'comment'
        ? !comment.allowed
        : /^(ruling|reason)-/.test(name)
          ? !rule.allowed
          : !assess.allowed && ['verdict', 'explanation'].includes(name),
    ),
  );
  return show(
    'review/assess-point',
    {
      ...frame(open, fields),
      ...view,
      notice,
      problems,
      verdicts: VERDICTS.map((value) => ({
        value,
        text: VERDICT_NAMES[value],
        checked: value === verdict,
      })),
      explanation: 'explanation' in fields ? form.text('explanation') : (latest?.explanation ?? ''),
      sequence: form.text('sequence') || String(latest?.sequence ?? 0),
      exceptions: view.exceptions.map((exception) => ({
        ...exception,
        choices: rulingChoices(form.text(`ruling-${exception.id}`) || (exception.ruling ?? '')),
        sequence: form.text(`sequence-${exception.id}`) || String(exception.sequence),
      })),
      assess,
      rule,
      comment,
      // What was written before the case moved on, where there is no field any more to hold it.
      written: writtenAnswers(unshown, new Map(view.exceptions.map(({ id, system }) => [id, system]))),
      assures: open.assures,
    },
    statusOf(problems),
  );
}

/** The parts of the page in which something is written that is not what is saved. */
function unsentParts(
  { latest, exceptions }: NonNullable<ReadPoint['view']>,
  form: PostedForm,
): readonly string[] {
  const differs = (name: string, saved: string | null | undefined) =>
    name in form.fields && form.text(name) !== (saved ?? '');
  const isAssessed = differs('verdict', latest?.verdict) || differs('explanation', latest?.explanation);
  return [
    ...(isAssessed ? ['your assessment'] : []),
    ...exceptions
      .filter(({ id, ruling }) => differs(`reason-${id}`, '') || differs(`ruling-${id}`, ruling))
      .map(({ system }) => `your ruling on ${system}`),
    ...(differs('comment', '') ? ['your comment'] : []),
  ];
}

/** What changed about a point since it was assessed last, or since the version before; `null` where nothing could. */
function changesSince(
  versions: Versions,
  number: PointNumber,
  assessedVersion: number | null,
  questions: QuestionWords,
) {
  const latest = versions.at(-1);
  const from = assessedVersion ?? (latest === undefined ? null : latest.number - 1);
  const before = versions.find((version) => version.number === from);
  if (latest === undefined || before === undefined || before === latest) return null;
  const difference = differenceBetween(before.content, latest.content);
  return { from: before.number, ...changesOfPoint(difference, number, questions) };
}
