import { Injectable } from '@nestjs/common';
import { ClockService, ReadingService, type Acting } from '#casework';
import { parseCaseReference } from '#domain';
import { notFound } from '#platform';
import { caseHeader, type CaseHeader } from './case-header.js';
import type {
  AssessmentText,
  CaseTextOf,
  CommentText,
  ListedConditionText,
  ListedDecisionText,
  RecommendationText,
  ReturnText,
  VersionText,
} from './case-texts.js';

/** What each part of a case is a list of. */
interface PartTexts {
  readonly assessments: AssessmentText;
  readonly returns: ReturnText;
  readonly recommendations: RecommendationText;
  readonly decisions: ListedDecisionText;
  readonly conditions: ListedConditionText;
  readonly comments: CommentText;
  readonly versions: VersionText;
}

/** A case with what stands over its pages. */
export interface OpenedCase {
  readonly found: CaseTextOf;
  readonly header: CaseHeader;
}

/** Reads cases for pages: the same texts the API sends on, understood. */
@Injectable()
export class CasePages {
  constructor(
    private readonly reading: ReadingService,
    private readonly clock: ClockService,
  ) {}

  /**
   * The whole case, with what stands over every page about it.
   * @throws ProblemError 404 as {@link read}
   */
  async open(acting: Acting, reference: string): Promise<OpenedCase> {
    const found = await this.read(acting, reference);
    return { found, header: caseHeader(found, await this.clock.read(acting, found.reference, null)) };
  }

  /**
   * The whole case a reference of an address names.
   * @throws ProblemError 404 when there is none, or the person may not see it
   */
  async read(acting: Acting, reference: string): Promise<CaseTextOf> {
    const found = await this.reading.read(acting, this.canonical(reference), null);
    if (found === null) throw notFound();
    return JSON.parse(found.json) as CaseTextOf;
  }

  /**
   * One part of a case.
   * @throws ProblemError 404 as {@link read}
   */
  async part<Part extends keyof PartTexts>(
    acting: Acting,
    reference: string,
    part: Part,
  ): Promise<readonly PartTexts[Part][]> {
    return JSON.parse(
      await this.reading.part(acting, this.canonical(reference), part),
    ) as readonly PartTexts[Part][];
  }

  /** The reference in its one form. @throws ProblemError 404 when it can be none */
  canonical(reference: string): string {
    const canonical = parseCaseReference(reference);
    if (canonical === null) throw notFound();
    return canonical;
  }
}
