import { Injectable } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { VERDICT_NAMES, VERDICTS, type PointNumber } from '#domain';
import { CasePages } from '../case/case-pages.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { show, type PageAnswer } from '../server/page.js';
import { changesOfPoint } from './change-words.js';
import { pointView, rulingChoices } from './point-view.js';
import { frame, offerOf, refusedPage, ReviewPages, statusOf, type OpenReview } from './review-pages.js';

/** Why a case that is a draft yet has nothing to assess. */
export const NOTHING_SUBMITTED = 'Nothing has been submitted yet, so there is nothing to assess';

/** The page of one point, with everything a verdict on it rests on. */
@Injectable()
export class AssessingPages {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
  ) {}

  /** The page of one point, with whatever forms on it were filled in. */
  async page(
    acting: Acting,
    reference: string,
    number: PointNumber,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    if (open.standing.version === null) return refusedPage(open, 'Assess the points', [NOTHING_SUBMITTED]);
    const content = await this.pages.submitted(acting, open);
    const [assessments, comments] = await Promise.all([
      this.cases.part(acting, open.found.reference, 'assessments'),
      this.cases.part(acting, open.found.reference, 'comments'),
    ]);
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
        changes: await this.changesSince(acting, open, number, latest?.version ?? null),
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

  private async changesSince(
    acting: Acting,
    { found, standing }: OpenReview,
    number: PointNumber,
    assessedVersion: number | null,
  ) {
    const { version } = standing;
    const from = assessedVersion ?? (version === null ? null : version - 1);
    if (version === null || from === null || from < 1 || from >= version) return null;
    const difference = await this.reading.difference(acting, found.reference, from, version);
    return { from, rows: changesOfPoint(difference, number) };
  }
}
