import type {
  AttachmentStatus,
  Audience,
  CaseDetails,
  CaseState,
  ConditionKind,
  ConditionStatus,
  DecidedState,
  EvidenceLink,
  ExceptionRuling,
  ExternalOutcome,
  Followed,
  FurtherStepKind,
  IsoDate,
  LegacyException,
  Pence,
  PointEvidence,
  PointNumber,
  RelationKind,
  ReviewDepth,
  Role,
  SpendCategory,
  StandingAttachment,
  Verdict,
} from '#domain';

// Shapes of the JSON that PostgreSQL builds of a case; the API's description of them is held against real answers.

/** UTC, ISO 8601. */
export type Instant = string;

/** A person in brief. */
export interface PersonText {
  readonly id: string;
  readonly name: string;
}

/** An organisation in brief. */
export interface OrganisationText {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** What a department says of a point, and its revision; 0 where nothing was saved yet. */
export interface PointText extends PointEvidence {
  readonly revision: number;
  readonly savedAt: Instant | null;
}

/** Latest ruling on a legacy exception. */
export interface LatestRulingText {
  readonly ruling: ExceptionRuling;
  readonly reason: string;
  readonly version: number;
  /** Its revision. */
  readonly sequence: number;
  readonly ruledBy: string;
  readonly ruledAt: Instant;
}

/** A legacy exception of a case. */
export interface ExceptionText extends LegacyException {
  readonly revision: number;
  readonly ruling: LatestRulingText | null;
}

/** A decision. */
export interface DecisionText {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly outcome: DecidedState;
  readonly requestedPence: Pence;
  readonly approvedPence: Pence | null;
  readonly reason: string;
  readonly overrides: readonly { readonly point: PointNumber; readonly reason: string }[];
  readonly supersedesId: string | null;
  readonly regimeVersion: string;
  readonly decidedBy: PersonText | null;
  readonly decidedRole: Role | null;
  readonly decidedInSource: string | null;
  readonly decidedAt: Instant;
  readonly synthetic: boolean;
}

/** A decision among all of a case. */
export interface ListedDecisionText extends DecisionText {
  readonly superseded: boolean;
}

/** A condition of the decision that stands. */
export interface ConditionText {
  readonly id: string;
  readonly decisionId: string;
  readonly number: number;
  readonly text: string;
  readonly point: PointNumber | null;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly dueOn: IsoDate;
  readonly kind: ConditionKind;
  readonly exceptionId: string | null;
  readonly status: ConditionStatus;
  readonly revision: number;
  readonly changedAt: Instant;
}

/** A condition with what was handed in for it. */
export interface ListedConditionText extends ConditionText {
  readonly inForce: boolean;
  readonly overdue: boolean;
  readonly evidence: readonly {
    readonly id: string;
    readonly text: string;
    readonly links: readonly EvidenceLink[];
    readonly submittedBy: PersonText;
    readonly submittedAt: Instant;
    /** `null` while it waits to be judged. */
    readonly judgement: JudgementText | null;
  }[];
}

/** What GDS Assurance made of evidence for a condition. */
export interface JudgementText {
  /** `open` where it was sent back. */
  readonly status: ConditionStatus;
  readonly reason: string | null;
  readonly judgedBy: PersonText | null;
  readonly judgedAt: Instant;
}

/** A case of a list. */
export interface ListedCaseText {
  readonly reference: string;
  readonly title: string;
  readonly state: CaseState;
  readonly organisation: OrganisationText;
  readonly category: SpendCategory | null;
  readonly requestedPence: Pence | null;
  readonly currentVersion: number | null;
  readonly revision: number;
  readonly reviewerId: string | null;
  readonly reviewer: PersonText | null;
  readonly rating: string | null;
  readonly ratingConfirmed: boolean;
  readonly route: string | null;
  readonly reviewDepth: ReviewDepth | null;
  readonly nextDueAt: Instant | null;
  readonly nextDueTarget: string | null;
  /** How many conditions have evidence that waits to be looked at. */
  readonly evidenceToCheck: number;
  readonly submittedAt: Instant | null;
  readonly synthetic: boolean;
  readonly importedFrom: { readonly source: string; readonly reference: string } | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** A whole case. */
export interface CaseTextOf {
  readonly reference: string;
  readonly organisation: OrganisationText;
  readonly state: CaseState;
  readonly revision: number;
  readonly regimeVersion: string;
  readonly pinnedOn: IsoDate | null;
  readonly submittedAt: Instant | null;
  readonly rating: string | null;
  readonly ratingConfirmed: boolean;
  readonly route: string | null;
  readonly reviewDepth: ReviewDepth | null;
  readonly nextDueAt: Instant | null;
  readonly nextDueTarget: string | null;
  readonly currentVersion: number | null;
  readonly synthetic: boolean;
  readonly importedFrom: { readonly source: string; readonly reference: string } | null;
  /** The approval it starts from. */
  readonly follows: Omit<Followed, 'caseId'> | null;
  /** What its organisation calls it in its own plans. */
  readonly pipelineKey: string | null;
  readonly disposedAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly createdBy: PersonText | null;
  readonly reviewer: PersonText | null;
  readonly details: CaseDetails;
  readonly detailsRevision: number;
  readonly points: readonly PointText[];
  readonly legacyExceptions: readonly ExceptionText[];
  readonly attachments: readonly StandingAttachment[];
  readonly decision: DecisionText | null;
  readonly conditions: readonly ConditionText[];
}

/** An attached file as it is now, one that was removed as well. */
export interface AttachmentText extends StandingAttachment {
  readonly status: AttachmentStatus;
  readonly addedBy: PersonText;
  readonly addedAt: Instant;
  readonly scannedAt: Instant | null;
  readonly signature: string | null;
  readonly removedAt: Instant | null;
}

/** A reviewer's verdict on a point. */
export interface AssessmentText {
  readonly id: string;
  readonly point: PointNumber;
  readonly version: number;
  /** Revision of the point's assessment, where it is the latest. */
  readonly sequence: number;
  readonly verdict: Verdict;
  readonly explanation: string | null;
  readonly assessedBy: PersonText;
  readonly assessedAt: Instant;
  readonly latest: boolean;
}

/** A return for information. */
export interface ReturnText {
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly reason: string;
  readonly points: readonly { readonly point: PointNumber; readonly question: string }[];
  readonly returnedBy: PersonText;
  readonly returnedAt: Instant;
}

/** What the department said in words when it resubmitted. */
export interface AnswerText {
  readonly sequence: number;
  /** The version that then stood. */
  readonly version: number;
  readonly answer: string;
  readonly answeredBy: PersonText;
  readonly answeredAt: Instant;
}

/** A ruling on a legacy exception. */
export interface RulingText {
  readonly id: string;
  readonly exceptionId: string;
  readonly version: number;
  readonly sequence: number;
  readonly ruling: ExceptionRuling;
  readonly reason: string;
  readonly ruledBy: PersonText;
  readonly ruledAt: Instant;
}

/** A confirmation or an override of the rating. */
export interface RatingReviewText {
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly computed: string | null;
  readonly rating: string;
  readonly overridden: boolean;
  readonly reason: string | null;
  readonly reviewedBy: PersonText;
  readonly reviewedAt: Instant;
}

/** A decision of a minister or of HM Treasury, as it was recorded. */
export interface ExternalDecisionText {
  readonly id: string;
  readonly sequence: number;
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  readonly decidedOn: IsoDate;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  readonly supersedesId: string | null;
  readonly superseded: boolean;
  readonly recordedBy: PersonText;
  readonly recordedAt: Instant;
}

/** A case that was marked as related. */
export interface RelationText {
  readonly id: string;
  readonly kind: RelationKind;
  readonly reason: string;
  /** Whether this case was marked as related to the other, or the other to this. */
  readonly direction: 'from' | 'to';
  readonly revision: number;
  readonly case: {
    readonly reference: string;
    readonly title: string;
    readonly state: CaseState;
    readonly organisation: OrganisationText;
    readonly requestedPence: Pence | null;
  };
  readonly relatedBy: PersonText;
  readonly relatedAt: Instant;
}

/** What a reviewer recommended. */
export interface RecommendationText {
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly outcome: DecidedState;
  readonly reason: string;
  readonly recommendedBy: PersonText;
  readonly recommendedAt: Instant;
}

/** A version that was submitted. */
export interface VersionText {
  readonly number: number;
  readonly contentHash: string;
  readonly regimeVersion: string;
  readonly submittedBy: PersonText | null;
  readonly submittedAt: Instant;
}

/** A comment. */
export interface CommentText {
  readonly id: string;
  readonly point: PointNumber | null;
  readonly version: number | null;
  readonly audience: Audience;
  readonly parentId: string | null;
  readonly body: string;
  readonly revision: number;
  readonly author: PersonText;
  readonly authorRole: Role;
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: PersonText | null;
  readonly before: readonly { readonly body: string; readonly replacedAt: Instant }[];
}

/** One page of a list. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page. */
  readonly next: string | null;
}
