import { Injectable } from '@nestjs/common';
import {
  CaseHistoryService,
  ClockService,
  ReadingService,
  RelationService,
  type Acting,
  type ClockOfCase,
} from '#casework';
import { parseCaseReference } from '#domain';
import { notFound, together } from '#platform';
import { caseHeader, daysOff, type CaseHeader, type DayOff } from './case-header.js';
import type {
  AnswerText,
  AssessmentText,
  AttachmentText,
  CaseTextOf,
  CommentText,
  ExternalDecisionText,
  ListedConditionText,
  ListedDecisionText,
  RatingReviewText,
  RecommendationText,
  RelationText,
  ReturnText,
  RulingText,
  VersionText,
} from './case-texts.js';
import type { EventText } from './event-texts.js';

/** What each part of a case is a list of. */
interface PartTexts {
  readonly assessments: AssessmentText;
  readonly returns: ReturnText;
  readonly answers: AnswerText;
  readonly recommendations: RecommendationText;
  readonly decisions: ListedDecisionText;
  readonly conditions: ListedConditionText;
  readonly comments: CommentText;
  readonly attachments: AttachmentText;
  readonly versions: VersionText;
  readonly rulings: RulingText;
  readonly ratingReviews: RatingReviewText;
  readonly externalDecisions: ExternalDecisionText;
}

/** Some events of a case, latest first, and where to go on either way; `null` at an end. */
export interface EventsPage {
  readonly events: readonly EventText[];
  /** Whether the text of the case was disposed of, so that events are facts alone. */
  readonly disposed: boolean;
  /** Sequence before which to go on to earlier ones. */
  readonly earlier: number | null;
  /** Sequence after which to go on to later ones. */
  readonly later: number | null;
}

/** A case with what stands over its pages. */
export interface OpenedCase {
  readonly found: CaseTextOf;
  readonly header: CaseHeader;
  readonly clock: ClockOfCase;
  readonly dayOff: DayOff;
}

/** Reads cases for pages: the same texts the API sends on, understood. */
@Injectable()
export class CasePages {
  constructor(
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
    private readonly clock: ClockService,
    private readonly marks: RelationService,
  ) {}

  /**
   * The whole case, with what stands over every page about it.
   * @throws ProblemError 404 as {@link read}
   */
  async open(acting: Acting, reference: string): Promise<OpenedCase> {
    const canonical = this.canonical(reference);
    const [found, clock, ofDepartment, calendar] = await together([
      this.read(acting, canonical),
      this.clock.read(acting, canonical, null),
      this.reading.departmentDue(acting, canonical),
      this.clock.calendar(acting, canonical),
    ]);
    const dayOff = daysOff(calendar);
    return { found, clock, dayOff, header: caseHeader(found, clock, ofDepartment, dayOff) };
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

  /**
   * Cases marked as related; none for departments.
   * @throws ProblemError 404 as {@link read}
   */
  async relations(acting: Acting, reference: string): Promise<readonly RelationText[]> {
    return JSON.parse(await this.marks.list(acting, this.canonical(reference))) as readonly RelationText[];
  }

  /**
   * What happened to a case, latest first.
   * @param before sequence up to and without which; `null` for the latest of all
   * @throws ProblemError 404 as {@link read}
   */
  async eventsBefore(
    acting: Acting,
    reference: string,
    before: number | null,
    most: number,
  ): Promise<EventsPage> {
    const { json, next, disposed } = await this.past.historyBefore(
      acting,
      this.canonical(reference),
      before,
      most,
    );
    return { events: JSON.parse(json) as readonly EventText[], disposed, earlier: next, later: null };
  }

  /**
   * What happened to a case after a sequence, latest first.
   * @throws ProblemError 404 as {@link read}
   */
  async eventsAfter(acting: Acting, reference: string, after: number, most: number): Promise<EventsPage> {
    const { json, next, disposed } = await this.past.historyForPage(
      acting,
      this.canonical(reference),
      after,
      most,
    );
    const events = (JSON.parse(json) as readonly EventText[]).toReversed();
    return { events, disposed, earlier: events.at(-1)?.sequence ?? null, later: next };
  }

  /** The reference in its one form. @throws ProblemError 404 when it can be none */
  canonical(reference: string): string {
    const canonical = parseCaseReference(reference);
    if (canonical === null) throw notFound();
    return canonical;
  }
}
