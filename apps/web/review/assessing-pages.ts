import { Injectable } from '@nestjs/common';
import { CaseHistoryService, type Acting } from '#casework';
import { differenceBetween, VERDICT_NAMES, VERDICTS, type PointNumber } from '#domain';
import { together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { show, type PageAnswer } from '../server/page.js';
import { changesOfPoint } from './change-words.js';
import { pointView, rulingChoices } from './point-view.js';
import { frame, offerOf, refusedPage, ReviewPages, statusOf } from './review-pages.js';

/** Why a case that is a draft yet has nothing to assess. */
export const NOTHING_SUBMITTED = 'Nothing has been submitted yet, so there is nothing to assess';

type Versions = Awaited<ReturnType<CaseHistoryService['latestVersions']>>;

/** The page of one point, with everything a verdict on it rests on. */
@Injectable()
export class AssessingPages {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly past: CaseHistoryService,
  ) {}

  /** The page of one point, with whatever forms on it were filled in. */
  async page(
    acting: Acting,
    reference: string,
    number: PointNumber,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [open, versions, assessments, comments] = await together([
      this.pages.open(acting, canonical),
      // The version under review, the one before it, and the one this point was assessed on last.
      this.past.latestVersions(acting, canonical, 2, number),
      this.cases.part(acting, canonical, 'assessments'),
      this.cases.part(acting, canonical, 'comments'),
    ]);
    const content = versions.at(-1)?.content;
    if (content === undefined) return refusedPage(open, 'Assess the points', [NOTHING_SUBMITTED]);
    const view = pointView(open, number, content, assessments, comments);
    const form = new PostedForm(fields);
    const { latest } = view;
    const verdict = form.text('verdict') || (view.latest?.verdict ?? '');
    return show(
      'review/assess-point',
      {
        ...frame(open, fields),
        ...view,
        problems,
        changes: changesSince(versions, number, latest?.version ?? null),
        verdicts: VERDICTS.map((value) => ({
          value,
          text: VERDICT_NAMES[value],
          checked: value === verdict,
        })),
        explanation: 'explanation' in fields ? form.text('explanation') : (latest?.explanation ?? ''),
        sequence: form.text('sequence') || String(latest?.sequence ?? 0),
        rulings: Object.fromEntries(
          view.exceptions.map(({ id, ruling }) => [
            id,
            rulingChoices(form.text(`ruling-${id}`) || (ruling ?? '')),
          ]),
        ),
        assess: offerOf(open, 'assess-point'),
        rule: offerOf(open, 'rule-on-legacy-exception'),
        comment: offerOf(open, 'comment-internally'),
        assures: open.assures,
      },
      statusOf(problems),
    );
  }
}

/** What changed about a point since it was assessed last, or since the version before; `null` where nothing could. */
function changesSince(versions: Versions, number: PointNumber, assessedVersion: number | null) {
  const latest = versions.at(-1);
  const from = assessedVersion ?? (latest === undefined ? null : latest.number - 1);
  const before = versions.find((version) => version.number === from);
  if (latest === undefined || before === undefined || before === latest) return null;
  const difference = differenceBetween(before.content, latest.content);
  return { from: before.number, rows: changesOfPoint(difference, number) };
}
