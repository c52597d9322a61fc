import type { CaseInFullThen } from '#audit';
import {
  EVENT_NAMES,
  type Audience,
  type CaseEvent,
  type ExceptionRuling,
  type ExternalOutcome,
  type FurtherStepKind,
  type Pence,
  type PointNumber,
  type RelationKind,
  type YearAmount,
} from '#domain';
import type {
  AssessmentText,
  CaseTextOf,
  CommentText,
  Instant,
  ListedConditionText,
  ListedDecisionText,
  PersonText,
  RecommendationText,
  ReturnText,
  VersionText,
} from '../../case/case-texts.js';

/** A ruling on a legacy exception as it stood. */
export interface RulingThen {
  readonly exceptionId: string;
  readonly version: number | null;
  readonly ruling: ExceptionRuling;
  readonly reason: string | null;
  readonly ruledBy: PersonText | null;
  readonly ruledAt: Instant;
}

/** A confirmation or override of the rating as it stood. */
export interface RatingReviewThen {
  readonly version: number | null;
  readonly computed: string | null;
  readonly rating: string;
  readonly overridden: boolean;
  readonly reason: string | null;
  readonly reviewedBy: PersonText | null;
  readonly reviewedAt: Instant;
}

/** A decision of a minister or of HM Treasury as it stood. */
export interface ExternalDecisionThen {
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  readonly decidedOn: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  readonly superseded: boolean;
  readonly recordedBy: PersonText | null;
  readonly recordedAt: Instant;
}

/** A related case as it stood. */
export interface RelationThenText {
  readonly kind: RelationKind;
  readonly direction: 'from' | 'to';
  readonly reason: string | null;
  readonly case: { readonly reference: string; readonly title: string };
  readonly relatedBy: PersonText | null;
  readonly relatedAt: Instant;
}

/** A report of what was spent as it stood. */
export interface SpendReportThen {
  readonly approvedPence: Pence | null;
  readonly years: readonly YearAmount[];
  readonly totalPence: Pence;
  readonly note: string | null;
  readonly final: boolean;
  readonly endedOn: string | null;
  readonly recordedBy: PersonText | null;
  readonly recordedAt: Instant;
}

/** The parts of a case as they stood. */
export interface PartsThen {
  readonly versions: readonly VersionText[];
  readonly assessments: readonly AssessmentText[];
  readonly rulings: readonly RulingThen[];
  readonly returns: readonly ReturnText[];
  readonly recommendations: readonly RecommendationText[];
  readonly decisions: readonly ListedDecisionText[];
  readonly conditions: readonly ListedConditionText[];
  readonly 'spend-reports': readonly SpendReportThen[];
  readonly comments: readonly (CommentText & {
    readonly audience: Audience;
    readonly point: PointNumber | null;
  })[];
  readonly 'rating-reviews': readonly RatingReviewThen[];
  readonly 'external-decisions': readonly ExternalDecisionThen[];
}

/** A case as it stood with everything in it, understood. */
export interface CaseThenText extends Omit<CaseInFullThen, 'case' | 'parts' | 'relations'> {
  readonly case: CaseTextOf;
  readonly parts: PartsThen;
  readonly relations: readonly RelationThenText[];
}

/** The answer of the service, whose shapes the description of the API is held against. */
export function understood(then: CaseInFullThen): CaseThenText {
  return then as unknown as CaseThenText;
}

/** An event of a case as pages name it. */
export interface EventInBrief {
  readonly sequence: number;
  readonly occurredAt: Instant;
  readonly name: string;
  readonly reason: string | null;
}

/** Events of JSON text, in brief. */
export function eventsInBrief(json: string): readonly EventInBrief[] {
  return (JSON.parse(json) as readonly CaseEvent[]).map(({ sequence, occurredAt, type, reason }) => ({
    sequence,
    occurredAt,
    name: EVENT_NAMES[type],
    reason,
  }));
}
