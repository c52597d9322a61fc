import { Injectable } from '@nestjs/common';
import { AdviceReadingService, LikenessService, ReadingService, type Acting } from '#casework';
import { DEPARTMENT_ROLES, isAdvice, roleFor } from '#domain';
import type { AdviceOfCase, LikenessesOfCase } from '#persistence';
import { together } from '#platform';
import { CasePages } from './case-pages.js';
import { summaryView, type SummaryView } from './case-summary.js';
import { readerKind } from './reader.js';

/** Gathers what the summary of a case is made of. */
@Injectable()
export class CaseSummaries {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly likenesses: LikenessService,
    private readonly advice: AdviceReadingService,
  ) {}

  /** @throws ProblemError 404 when there is no such case, or the person may not see it */
  async read(
    acting: Acting,
    given: string,
  ): Promise<
    SummaryView & {
      readonly likenesses: LikenessesOfCase;
      /** Questions that were asked about it. */
      readonly asked: readonly AdviceOfCase[];
      readonly mayAsk: boolean;
    }
  > {
    const reference = this.cases.canonical(given);
    const [opened, triage, { actions }, decisions, conditions, returns, recommendations, ...rest] =
      await together([
        this.cases.open(acting, reference),
        this.reading.triage(acting, reference),
        this.reading.actions(acting, reference),
        this.cases.part(acting, reference, 'decisions'),
        this.cases.part(acting, reference, 'conditions'),
        this.cases.part(acting, reference, 'returns'),
        this.cases.part(acting, reference, 'recommendations'),
        this.cases.part(acting, reference, 'ratingReviews'),
        this.cases.part(acting, reference, 'externalDecisions'),
        this.cases.relations(acting, reference),
        this.cases.part(acting, reference, 'attachments'),
        this.cases.part(acting, reference, 'answers'),
        this.likenesses.ofCase(acting, reference),
        this.advice.ofCase(acting, reference),
        this.reading.refusedExceptions(acting, reference),
        this.cases.part(acting, reference, 'rulings'),
      ]);
    const [
      ratingReviews,
      externalDecisions,
      relations,
      attachments,
      answers,
      likenesses,
      asked,
      ...refusals
    ] = rest;
    const [refused, rulings] = refusals;
    const view = summaryView({
      opened,
      kind: readerKind(acting, opened.found.organisation.id),
      triage,
      offers: actions,
      decisions,
      conditions,
      returns,
      recommendations,
      ratingReviews,
      externalDecisions,
      relations,
      attachments,
      answers,
      refused,
      rulings,
    });
    const mayAsk =
      !isAdvice(opened.found.state) &&
      roleFor(acting, opened.found.organisation.id, DEPARTMENT_ROLES) !== undefined;
    return { ...view, likenesses, asked, mayAsk };
  }
}
