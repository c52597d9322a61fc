import type { ConditionKind } from '../after-decision/promises.js';
import type { Followed, FollowingKind } from '../after-decision/following.js';
import type { AdviceMessageKind, AdviceOutcome, GuidanceEnd } from '../advice/advice-words.js';
import type { AdviceSubject } from '../advice/subjects.js';
import type { StandingAttachment } from '../attachments/attachment.js';
import type {
  CaseContent,
  CaseDetails,
  EvidenceLink,
  LegacyException,
  PointEvidence,
  PointNumber,
  Verdict,
  YearAmount,
} from '../case/case-content.js';
import type {
  ConditionStatus,
  ExceptionRuling,
  NewCondition,
  PointOverride,
} from '../lifecycle/case-facts.js';
import type { Role } from '../lifecycle/roles.js';
import type { CaseState, DecidedState } from '../lifecycle/states.js';
import type { Pence } from '../money/pence.js';
import type { FurtherStepKind } from '../triage/regime.js';
import type { ExternalOutcome, RelationKind, ReviewDepth } from '../triage/triage-record.js';
import type { ClockEvent } from '../working-time/clock-events.js';
import type { Audience, EventType, ReturnedPoint } from './events.js';

/** An instant as events carry it: UTC, to the millisecond. */
type Instant = string;
/** Id of a person; `null` where an event names nobody. */
type PersonId = string | null;

/** What the department said about a point, as last saved. */
export interface ReplayedPoint {
  readonly evidence: PointEvidence;
  /** Counted from 1 with every save. */
  readonly revision: number;
  readonly savedBy: PersonId;
  readonly savedAt: Instant;
}

/** A legacy exception as it stood, one that was taken out again as well. */
export interface ReplayedException {
  readonly id: string;
  readonly exception: LegacyException;
  readonly revision: number;
  /** Who added it or changed it last. */
  readonly savedBy: PersonId;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

/** What was submitted. */
export interface ReplayedVersion {
  readonly number: number;
  readonly content: CaseContent;
  /** As the event gives it, not worked out from the content. */
  readonly contentHash: string;
  /** Whether GDS Assurance may assess it point by point; what was decided elsewhere is never assessed here. */
  readonly assessable: boolean;
  readonly regimeVersion: string;
  readonly submittedBy: PersonId;
  readonly submittedAt: Instant;
}

/** What one event made, with the version it is about. */
interface Made {
  readonly id: string;
  readonly sequence: number;
  readonly version: number | null;
}

export interface ReplayedAssessment extends Made {
  readonly point: PointNumber;
  readonly verdict: Verdict;
  readonly explanation: string | null;
  readonly assessedBy: PersonId;
  readonly assessedAt: Instant;
}

export interface ReplayedRuling extends Made {
  readonly exceptionId: string;
  readonly ruling: ExceptionRuling;
  readonly reason: string | null;
  readonly ruledBy: PersonId;
  readonly ruledAt: Instant;
}

export interface ReplayedReturn extends Made {
  readonly reason: string | null;
  readonly points: readonly ReturnedPoint[];
  readonly returnedBy: PersonId;
  readonly returnedAt: Instant;
}

export interface ReplayedRecommendation extends Made {
  readonly outcome: DecidedState;
  readonly reason: string | null;
  readonly recommendedBy: PersonId;
  readonly recommendedAt: Instant;
}

export interface ReplayedDecision extends Made {
  readonly number: number;
  readonly outcome: DecidedState;
  readonly requestedPence: Pence;
  readonly approvedPence: Pence | null;
  readonly reason: string | null;
  readonly overrides: readonly PointOverride[];
  readonly recommendationId: string | null;
  readonly supersedesId: string | null;
  readonly regimeVersion: string;
  readonly decidedBy: PersonId;
  readonly decidedRole: Role | null;
  /** Who decided, as the system it was imported from has it; `null` where it was made here. */
  readonly decidedInSource: string | null;
  readonly decidedAt: Instant;
  readonly synthetic: boolean;
}

/** What GDS Assurance made of evidence. */
export interface ReplayedJudgement {
  /** Status the condition then had: `open` where the evidence was sent back. */
  readonly status: ConditionStatus;
  readonly reason: string | null;
  readonly judgedBy: PersonId;
  readonly judgedAt: Instant;
}

/** What the department gave to show that a condition is met. */
export interface ReplayedEvidence {
  readonly id: string;
  readonly sequence: number;
  readonly text: string;
  readonly links: readonly EvidenceLink[];
  readonly submittedBy: PersonId;
  readonly submittedAt: Instant;
  /** `null` while it waits to be judged. */
  readonly judgement: ReplayedJudgement | null;
}

export interface ReplayedCondition extends NewCondition {
  readonly id: string;
  readonly decisionId: string;
  readonly number: number;
  readonly kind: ConditionKind;
  /** The legacy exception that promises it; `null` where the decider imposed it. */
  readonly exceptionId: string | null;
  /** Reference of the case it is followed with instead; `null` unless it was carried over. */
  readonly carriedOverTo: string | null;
  readonly status: ConditionStatus;
  readonly revision: number;
  readonly changedAt: Instant;
  readonly evidence: readonly ReplayedEvidence[];
}

/** What the department said it had spent. */
export interface ReplayedSpendReport {
  readonly id: string;
  readonly sequence: number;
  readonly decisionId: string;
  readonly approvedPence: Pence | null;
  readonly years: readonly YearAmount[];
  readonly totalPence: Pence;
  readonly note: string | null;
  readonly final: boolean;
  readonly endedOn: string | null;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
}

/** A request that was started from the case. */
export interface ReplayedFollower {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: FollowingKind;
  readonly startedAt: Instant;
}

export interface ReplayedComment {
  readonly id: string;
  readonly point: PointNumber | null;
  readonly version: number | null;
  readonly audience: Audience;
  readonly parentId: string | null;
  readonly body: string;
  readonly revision: number;
  readonly authorId: PersonId;
  readonly authorRole: Role | null;
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: PersonId;
  /** What it said before each edit, and the revision it said it in. */
  readonly before: readonly {
    readonly revision: number;
    readonly body: string;
    readonly replacedBy: PersonId;
    readonly replacedAt: Instant;
  }[];
}

export interface ReplayedRatingReview extends Made {
  readonly computed: string | null;
  readonly rating: string;
  readonly reason: string | null;
  readonly reviewedBy: PersonId;
  readonly reviewedAt: Instant;
}

export interface ReplayedExternalDecision {
  readonly id: string;
  readonly sequence: number;
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  readonly decidedOn: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** The record it corrects. */
  readonly supersedesId: string | null;
}

/** A related case marked from this one, also one that was unmarked since. */
export interface ReplayedRelation {
  readonly id: string;
  readonly relatedCaseId: string;
  readonly relatedReference: string;
  readonly kind: RelationKind;
  readonly reason: string | null;
  readonly revision: number;
  readonly relatedBy: PersonId;
  readonly relatedAt: Instant;
  readonly removedAt: Instant | null;
  readonly removedBy: PersonId;
}

export interface ReplayedExtension {
  readonly sequence: number;
  readonly target: string;
  readonly days: number;
  readonly reason: string | null;
  readonly extendedBy: PersonId;
  readonly extendedAt: Instant;
}

/** That somebody was reminded of something. */
export interface ReplayedReminder {
  readonly sequence: number;
  readonly type: EventType;
  readonly remindedAt: Instant;
}

/** A file somebody attached, one that was taken out again as well. */
export interface ReplayedAttachment extends StandingAttachment {
  /** The file its bytes arrived with, where it was carried over. */
  readonly storedId: string | null;
  readonly addedBy: PersonId;
  readonly addedAt: Instant;
  readonly removedBy: PersonId;
  readonly removedAt: Instant | null;
  readonly infectedAt: Instant | null;
  /** What the scanner calls what it found; `null` where it found nothing. */
  readonly signature: string | null;
}

/** One message of the thread of a request for advice. */
export interface ReplayedMessage {
  readonly id: string;
  readonly sequence: number;
  readonly kind: AdviceMessageKind;
  readonly body: string;
  /** Of a closure. */
  readonly outcome: AdviceOutcome | null;
  /** Of a referral: the address. */
  readonly sentTo: string | null;
  readonly authorId: PersonId;
  readonly authorRole: Role | null;
  readonly writtenAt: Instant;
}

/** Guidance that was made of an answer. */
export interface ReplayedGuidance {
  readonly id: string;
  readonly sequence: number;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly title: string;
  readonly body: string;
  readonly publishedBy: PersonId;
  readonly publishedAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** `null` while it is published. */
  readonly withdrawnBecause: GuidanceEnd | null;
}

/** What a request for advice says beside what every case does. */
export interface ReplayedAdvice {
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly aboutCaseId: string | null;
  readonly aboutReference: string | null;
}

/** Where an imported case comes from. */
export interface ReplayedSource {
  /** Name of the system, and what that calls the case. */
  readonly source: string;
  readonly reference: string;
  /** SHA-256 of the row it was read from, hex. */
  readonly rowHash: string;
  /** Where the source keeps its own document. */
  readonly document: EvidenceLink | null;
}

/** Facts that events written before they carried them do not determine. */
export const UNDETERMINED_FACTS = ['route', 'workload'] as const;
export type Undetermined = (typeof UNDETERMINED_FACTS)[number];

/** Everything known of a case after some event, from the events alone. People are ids. */
export interface Replayed {
  readonly caseId: string;
  readonly reference: string;
  readonly organisationId: string;
  /** `null` where it was made here. */
  readonly importedFrom: ReplayedSource | null;
  /** What its organisation calls it in its own plans. */
  readonly pipelineKey: string | null;
  readonly synthetic: boolean;
  readonly state: CaseState;
  /** Sequence of the latest event. */
  readonly revision: number;
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly details: CaseDetails;
  /** The details as their event wrote them: earlier ones lack what was not asked yet. */
  readonly detailsAsWritten: CaseDetails;
  readonly detailsRevision: number;
  /** The points something was saved of. */
  readonly points: readonly ReplayedPoint[];
  readonly legacyExceptions: readonly ReplayedException[];
  readonly attachments: readonly ReplayedAttachment[];
  readonly rulings: readonly ReplayedRuling[];
  readonly versions: readonly ReplayedVersion[];
  readonly currentVersion: number | null;
  readonly signedOffHash: string | null;
  /** The regime it is pinned to, or was started under while it is a draft. */
  readonly regimeVersion: string;
  /** London date of the first submission, `YYYY-MM-DD`. */
  readonly pinnedOn: string | null;
  /** Levels the organisation assured itself when the case was pinned; `undefined` where the event did not say. */
  readonly pinnedAutonomy: readonly string[] | undefined;
  readonly submittedAt: Instant | null;
  readonly rating: string | null;
  readonly ratingConfirmed: boolean;
  readonly route: string | null;
  /** How much of a reviewer's time it takes, in points. */
  readonly workload: number;
  /** Which of the facts beside are not determined, and must not be relied on. */
  readonly undetermined: readonly Undetermined[];
  readonly reviewDepth: ReviewDepth | null;
  readonly ratingReviews: readonly ReplayedRatingReview[];
  readonly reviewerId: string | null;
  /** Reviewers who gave it back or handed it over. */
  readonly givenBackBy: readonly string[];
  /** Whoever did anything for the department. */
  readonly departmentHands: readonly string[];
  readonly assessments: readonly ReplayedAssessment[];
  readonly returns: readonly ReplayedReturn[];
  readonly recommendations: readonly ReplayedRecommendation[];
  /** The latest recommendation. */
  readonly recommendationId: string | null;
  readonly decisions: readonly ReplayedDecision[];
  /** The decision that stands. */
  readonly decisionId: string | null;
  readonly conditions: readonly ReplayedCondition[];
  readonly spendReports: readonly ReplayedSpendReport[];
  /** The approval it starts from; `null` where it starts from none. */
  readonly follows: Followed | null;
  readonly startedFromIt: readonly ReplayedFollower[];
  readonly comments: readonly ReplayedComment[];
  /** `null` for all but requests for advice. */
  readonly advice: ReplayedAdvice | null;
  readonly messages: readonly ReplayedMessage[];
  readonly guidance: readonly ReplayedGuidance[];
  readonly relations: readonly ReplayedRelation[];
  readonly externalDecisions: readonly ReplayedExternalDecision[];
  readonly extensions: readonly ReplayedExtension[];
  readonly reminders: readonly ReplayedReminder[];
  /** The rule it was closed by; `null` unless it was closed as below the threshold. */
  readonly closedBelowThresholdBy: string | null;
  /** What its clock runs by. */
  readonly clockEvents: readonly ClockEvent[];
  /** When its text was disposed of; `null` while it was not. */
  readonly disposedAt: Instant | null;
}
