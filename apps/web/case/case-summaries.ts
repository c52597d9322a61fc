import { Injectable } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
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
  ) {}

  /** @throws ProblemError 404 when there is no such case, or the person may not see it */
  async read(acting: Acting, given: string): Promise<SummaryView> {
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
      ]);
    const [ratingReviews, externalDecisions, relations, attachments, answers] = rest;
    return summaryView({
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
    });
  }
}
