import type { PromiseKind } from '../after-decision/promises.js';
import type { PromiseCarried } from '../after-decision/carried-promises.js';
import type { CarriedOver, Followed, FollowingKind } from '../after-decision/following.js';
import type { SpendReport } from '../after-decision/spend-report.js';
import type { AdviceOutcome } from '../advice/advice-words.js';
import type { AdviceSubject } from '../advice/subjects.js';
import type { AttachedTo } from '../attachments/attachment.js';
import type {
  CaseDetails,
  EvidenceLink,
  IsoDate,
  LegacyException,
  PointEvidence,
  PointNumber,
  ProtectiveMarking,
  Verdict,
} from '../case/case-content.js';
import type {
  ConditionStatus,
  ExceptionRuling,
  NewCondition,
  PointOverride,
} from '../lifecycle/case-facts.js';
import type { ImportedConditionStatus } from '../importing/imported-decision.js';
import type { MachineKind } from '../access/machine-access.js';
import type { Role } from '../lifecycle/roles.js';
import type { CaseState, DecidedState } from '../lifecycle/states.js';
import type { Pence } from '../money/pence.js';
import type { Ending } from '../retention/retention-periods.js';
import type { FurtherStepKind } from '../triage/regime.js';
import type { ExternalOutcome, RelationKind, ReviewDepth, TriageRecord } from '../triage/triage-record.js';

/** Who may read a comment or an event: everybody on the case, or GDS Assurance and auditors alone. */
export const AUDIENCES = ['shared', 'internal'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A point named in a return, with what the reviewer wants to know of it. */
export interface ReturnedPoint {
  readonly point: PointNumber;
  readonly question: string;
}

/** A condition of a decision, once it has an identity. */
export interface ImposedCondition extends NewCondition {
  readonly id: string;
  /** Counted from 1 within the decision. */
  readonly number: number;
  /** Absent where the decider imposed it: otherwise the department promised it, in one of its legacy exceptions. */
  readonly kind?: PromiseKind;
  readonly exceptionId?: string;
}

/** A condition of a decision that was made elsewhere, with where it stood there. */
export interface CarriedOverCondition extends ImposedCondition {
  readonly status: ImportedConditionStatus;
}

/**
 * What each event carries beside its envelope. Together the payloads are complete: a case as it stood after any event
 * can be rebuilt from them alone, so a payload holds the new value in full, never only a difference.
 * People appear by id, except where the department itself wrote a name into the case.
 */
export interface EventPayloads {
  'case-created': {
    readonly reference: string;
    readonly organisationId: string;
    readonly regimeVersion: string;
    readonly details: CaseDetails;
    /** True for demonstration data. */
    readonly synthetic: boolean;
    /** What its organisation calls the spend in its own plans; absent where it calls it nothing. */
    readonly pipelineKey?: string;
    /** The approval it starts from, and the mark between the two; absent where it starts from none. */
    readonly follows?: Followed & { readonly relationId: string };
    /** What it takes over from there; its details are above. */
    readonly carriedOver?: CarriedOver;
  };
  'details-changed': {
    readonly details: CaseDetails;
    /** As with `case-created`; absent where it stays, `null` where it was taken away. */
    readonly pipelineKey?: string | null;
  };
  'point-evidence-saved': { readonly evidence: PointEvidence };
  'legacy-exception-added': { readonly exception: LegacyException };
  'legacy-exception-changed': { readonly exception: LegacyException };
  'legacy-exception-removed': { readonly exceptionId: string };
  'comment-added': {
    readonly commentId: string;
    readonly point: PointNumber | null;
    readonly parentId: string | null;
    readonly body: string;
  };
  'comment-edited': { readonly commentId: string; readonly body: string; readonly before: string };
  'comment-resolved': { readonly commentId: string };
  'comment-reopened': { readonly commentId: string };
  'request-begun': Record<string, never>;
  'signed-off': { readonly contentHash: string };
  'sign-off-taken-back': Record<string, never>;
  submitted: {
    readonly contentHash: string;
    /** These two are not in events of before cases were rated and routed. */
    readonly newVersion?: boolean;
    readonly triage?: TriageRecord;
    /** How much of a reviewer's time it takes, in points; earlier events lack it. */
    readonly workload?: number;
  };
  acknowledged: { readonly reviewerId: string };
  'review-started': Record<string, never>;
  'point-assessed': {
    readonly assessmentId: string;
    readonly point: PointNumber;
    readonly verdict: Verdict;
    readonly explanation: string | null;
  };
  'legacy-exception-ruled-on': {
    readonly rulingId: string;
    readonly exceptionId: string;
    readonly ruling: ExceptionRuling;
  };
  returned: { readonly returnId: string; readonly points: readonly ReturnedPoint[] };
  resubmitted: {
    readonly contentHash: string;
    readonly newVersion: boolean;
    /** These two are not in events of before cases were rated and routed. */
    readonly triage?: TriageRecord;
    /** Whether a reviewer's word on the rating still stands. */
    readonly ratingConfirmed?: boolean;
    /** How much of a reviewer's time it takes, in points; earlier events lack it. */
    readonly workload?: number;
  };
  recommended: { readonly recommendationId: string; readonly outcome: DecidedState };
  'referred-back': Record<string, never>;
  decided: {
    readonly decisionId: string;
    readonly number: number;
    readonly outcome: DecidedState;
    readonly requestedPence: Pence;
    readonly approvedPence: Pence | null;
    readonly overrides: readonly PointOverride[];
    readonly conditions: readonly ImposedCondition[];
    readonly recommendationId: string | null;
    readonly supersedesId: string | null;
    readonly regimeVersion: string;
    /** True when the decision is not a real one but demonstration data. */
    readonly synthetic: boolean;
  };
  withdrawn: {
    /** What a draft is pinned to as it ends; absent where a submission was pinned before. */
    readonly triage?: TriageRecord;
  };
  'closed-below-threshold': {
    readonly rule: string;
    /** What a draft is pinned to as it ends; absent where a submission was pinned before. */
    readonly triage?: TriageRecord;
  };
  'condition-evidence-submitted': {
    readonly conditionId: string;
    readonly evidenceId: string;
    readonly text: string;
    readonly links: readonly EvidenceLink[];
    /** Files handed in with it; absent where there are none. */
    readonly attachmentIds?: readonly string[];
  };
  'condition-changed': { readonly conditionId: string; readonly status: ConditionStatus };
  'condition-extended': {
    readonly conditionId: string;
    readonly dueOn: IsoDate;
    readonly previousDueOn: IsoDate;
  };
  /** Of an approved case: a request was started from it. */
  'variation-started': {
    readonly followingCaseId: string;
    readonly followingReference: string;
    readonly kind: FollowingKind;
  };
  /** Of an approved case: a decision on a request that starts from it follows its promises from now on, or no more. */
  'promises-carried-over': {
    readonly followingCaseId: string;
    readonly followingReference: string;
    /** The decision on the request. */
    readonly decisionId: string;
    readonly promises: readonly PromiseCarried[];
  };
  'spend-recorded': SpendReport & {
    readonly reportId: string;
    /** The decision it is held against, and its amount; `null` where that is not known. */
    readonly decisionId: string;
    readonly approvedPence: Pence | null;
    readonly totalPence: Pence;
  };
  'spend-report-due': {
    readonly occasion: string;
    /** A financial year, or `end`. */
    readonly period: string;
    /** Its last day. */
    readonly endsOn: IsoDate;
  };
  'approval-ending': {
    readonly occasion: string;
    readonly endsOn: IsoDate;
    /** How many months before its end. */
    readonly months: number;
  };
  'condition-due': {
    /** Absent from events written before occasions were kept; they are the same one, see `raisedOccasion`. */
    readonly occasion?: string;
    readonly conditionId: string;
    readonly dueOn: string;
  };
  'rating-reviewed': {
    readonly ratingReviewId: string;
    /** Level the answers make; `null` where they make none. */
    readonly computed: string | null;
    readonly rating: string;
    /** Not in events of before it was kept. */
    readonly triage?: TriageRecord;
    /** How much of a reviewer's time it takes, in points; earlier events lack it. */
    readonly workload?: number;
  };
  'review-depth-set': { readonly depth: ReviewDepth };
  'case-related': {
    readonly relationId: string;
    readonly relatedCaseId: string;
    readonly relatedReference: string;
    readonly kind: RelationKind;
  };
  'case-unrelated': { readonly relationId: string; readonly relatedReference: string };
  /** In the history of both cases, each naming the other; `relationId` in that of the one the mark is made on. */
  'put-in-touch': {
    readonly relatedCaseId: string;
    readonly relatedReference: string;
    readonly relatedOrganisationId: string;
    readonly relatedTitle: string;
    /** Who speaks for the other case. */
    readonly contactId: string;
    /** The mark that they are related; `null` where there was one, or it is the other case's. */
    readonly relationId: string | null;
  };
  /** In the history of both cases, each naming the other. */
  'likeness-dismissed': { readonly relatedCaseId: string; readonly relatedReference: string };
  'external-decision-recorded': {
    readonly externalDecisionId: string;
    readonly kind: FurtherStepKind;
    readonly outcome: ExternalOutcome;
    readonly decidedOn: string;
    readonly documentTitle: string;
    readonly documentUrl: string;
    /** The record it corrects; absent where it corrects none. */
    readonly supersedesId?: string;
  };
  'clock-extended': { readonly target: string; readonly days: number };
  'reviewer-assigned': { readonly reviewerId: string; readonly previousReviewerId: string | null };
  'reviewer-unassigned': { readonly reviewerId: string };
  'assured-by-department': {
    readonly contentHash: string;
    readonly newVersion: boolean;
    readonly triage: TriageRecord;
    /** How much of a reviewer's time it takes, in points; earlier events lack it. */
    readonly workload?: number;
  };
  /** The route it takes from here; not in events of before this was kept. */
  'called-in': { readonly triage?: TriageRecord; readonly workload?: number };
  'condition-due-soon': {
    readonly occasion: string;
    readonly conditionId: string;
    readonly dueOn: string;
  };
  'condition-overdue': {
    readonly occasion: string;
    readonly conditionId: string;
    readonly dueOn: string;
  };
  'return-unanswered': {
    readonly occasion: string;
    /** Which reminder of this return it is, from 1. */
    readonly reminder: number;
    readonly workingDays: number;
  };
  /**
   * The first event of a case that was decided elsewhere: it happened when the decision was recorded here, and carries
   * the source's own dates.
   */
  imported: {
    readonly reference: string;
    readonly organisationId: string;
    readonly regimeVersion: string;
    readonly details: CaseDetails;
    /** Name of the system it comes from, and what that calls the case. */
    readonly source: string;
    readonly sourceReference: string;
    /** SHA-256 of the row it was read from, hex. */
    readonly rowHash: string;
    readonly submittedOn: IsoDate;
    readonly decidedOn: IsoDate;
    readonly rating: string | null;
    /** Of the version made of what the source tells. */
    readonly contentHash: string;
    readonly decisionId: string;
    readonly outcome: DecidedState;
    readonly requestedPence: Pence;
    readonly approvedPence: Pence | null;
    /** Who decided, as the source has it; personal data. */
    readonly decidedBy: string;
    readonly conditions: readonly CarriedOverCondition[];
    readonly document: EvidenceLink | null;
  };
  /** The first event of a request for advice: a case that asks for words and not for money. */
  'advice-asked': {
    readonly reference: string;
    readonly organisationId: string;
    readonly regimeVersion: string;
    readonly details: CaseDetails;
    /** True for demonstration data. */
    readonly synthetic: boolean;
    readonly advice: {
      readonly subject: AdviceSubject;
      readonly point: PointNumber | null;
      /** The case it was asked from; `null` where from none. */
      readonly aboutCaseId: string | null;
      readonly aboutReference: string | null;
    };
    readonly messageId: string;
    readonly body: string;
  };
  'advice-followed-up': { readonly messageId: string; readonly body: string };
  'advice-answered': {
    readonly messageId: string;
    readonly body: string;
    /** Whoever answered has it in hand from then on; absent where somebody had, or they are no reviewer. */
    readonly takenOn?: true;
  };
  /** What was sent to the Crown Commercial Service, word for word, and where. */
  'advice-referred': { readonly messageId: string; readonly body: string; readonly sentTo: string };
  'advice-closed': {
    readonly messageId: string;
    readonly outcome: AdviceOutcome;
    /** What is said with it; empty where nothing. */
    readonly body: string;
  };
  'advice-reopened': { readonly messageId: string; readonly body: string };
  /** Which case it is about from now on, with the point of it and the marking the question has since. */
  'advice-tied': {
    readonly aboutCaseId: string;
    readonly aboutReference: string;
    readonly point: PointNumber | null;
    readonly protectiveMarking: ProtectiveMarking;
  };
  /**
   * By somebody, or because the case it is about was marked so in the same transaction. What was published of it until
   * then is taken down with it.
   */
  'advice-marked': { readonly protectiveMarking: ProtectiveMarking };
  /** For everybody to read, by this event's words alone. */
  'guidance-published': {
    readonly guidanceId: string;
    readonly subject: AdviceSubject;
    readonly point: PointNumber | null;
    readonly title: string;
    readonly body: string;
  };
  'guidance-withdrawn': { readonly guidanceId: string };
  /** A file, attached to exactly one of the four; the last is absent but where it is the one. */
  'attachment-added': Omit<AttachedTo, 'messageId'> & {
    readonly messageId?: string;
    readonly attachmentId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    /** Of its bytes, hex. */
    readonly sha256: string;
  };
  'attachment-removed': { readonly attachmentId: string };
  /** The scanner found something in it, and its bytes were destroyed. */
  'attachment-infected': { readonly attachmentId: string; readonly signature: string };
  'target-near': { readonly occasion: string; readonly target: string; readonly dueAt: string };
  'target-missed': { readonly occasion: string; readonly target: string; readonly dueAt: string };
  /** Why, as far as it must not be forgotten: how and when the case ended, and when its period ended. */
  'disposal-marked': {
    readonly ending: Ending;
    readonly endedOn: IsoDate;
    readonly dueOn: IsoDate;
    /** UTC; nothing is carried out before. */
    readonly notBefore: string;
  };
  'disposal-held': Record<string, never>;
  /** The waiting time begins anew. */
  'disposal-released': { readonly notBefore: string };
  /** With this event the text of every event before it, and of the case, was taken away. */
  disposed: { readonly ending: Ending; readonly endedOn: IsoDate; readonly dueOn: IsoDate };
}

export type EventType = keyof EventPayloads;

/** What people read for each event. */
export const EVENT_NAMES: Readonly<Record<EventType, string>> = {
  'case-created': 'Case created',
  'details-changed': 'Details changed',
  'point-evidence-saved': 'Evidence for a point saved',
  'legacy-exception-added': 'Legacy exception added',
  'legacy-exception-changed': 'Legacy exception changed',
  'legacy-exception-removed': 'Legacy exception removed',
  'comment-added': 'Comment added',
  'comment-edited': 'Comment edited',
  'comment-resolved': 'Comment resolved',
  'comment-reopened': 'Comment reopened',
  'request-begun': 'Request begun',
  'signed-off': 'Signed off by the department',
  'sign-off-taken-back': 'Sign-off taken back',
  submitted: 'Submitted to GDS Assurance',
  acknowledged: 'Acknowledged, reviewer named',
  'review-started': 'Review started',
  'point-assessed': 'Point assessed',
  'legacy-exception-ruled-on': 'Legacy exception accepted or refused',
  returned: 'Returned for information',
  resubmitted: 'Resubmitted',
  recommended: 'Decision recommended',
  'referred-back': 'Referred back to the review',
  decided: 'Decided',
  withdrawn: 'Withdrawn',
  'closed-below-threshold': 'Closed below threshold',
  'condition-evidence-submitted': 'Evidence for a condition submitted',
  'condition-changed': 'Condition settled or sent back',
  'condition-extended': 'Condition given more time',
  'variation-started': 'Variation or extension started',
  'promises-carried-over': 'Promises carried over',
  'spend-recorded': 'Actual spend recorded',
  'spend-report-due': 'Actual spend asked for',
  'approval-ending': 'Approval about to run out',
  'condition-due': 'Condition fell due',
  'rating-reviewed': 'Rating confirmed or overridden',
  'review-depth-set': 'Depth of review set',
  'case-related': 'Related case marked',
  'case-unrelated': 'Related case unmarked',
  'put-in-touch': 'Put in touch with another department',
  'likeness-dismissed': 'Likeness to another case dismissed',
  'external-decision-recorded': 'Decision made elsewhere recorded',
  'clock-extended': 'Time extended',
  'reviewer-assigned': 'Reviewer assigned',
  'reviewer-unassigned': 'Reviewer unassigned',
  'assured-by-department': 'Assured by the department',
  'called-in': 'Called in by GDS Assurance',
  'condition-due-soon': 'Condition due soon',
  'condition-overdue': 'Condition overdue',
  'return-unanswered': 'Return still unanswered',
  imported: 'Imported from another system',
  'advice-asked': 'Advice asked for',
  'advice-followed-up': 'Asked again',
  'advice-answered': 'Question answered',
  'advice-referred': 'Question sent to the Crown Commercial Service',
  'advice-closed': 'Question closed',
  'advice-reopened': 'Question opened again',
  'advice-tied': 'Question put beside a case',
  'advice-marked': 'Question marked',
  'guidance-published': 'Answer published as guidance',
  'guidance-withdrawn': 'Published guidance withdrawn',
  'attachment-added': 'File attached',
  'attachment-removed': 'Attached file removed',
  'attachment-infected': 'Virus found in an attached file',
  'target-near': 'Target near',
  'target-missed': 'Target missed',
  'disposal-marked': 'Marked for disposal',
  'disposal-held': 'Held back from disposal',
  'disposal-released': 'Hold on disposal lifted',
  disposed: 'Disposed of',
};
export const EVENT_TYPES = Object.keys(EVENT_NAMES) as readonly EventType[];

/** Event types the department does not see as they happen: GDS Assurance's own deliberation. */
const INTERNAL_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'point-assessed',
  'legacy-exception-ruled-on',
  'recommended',
  'referred-back',
  // Names other organisations' cases.
  'case-related',
  'case-unrelated',
  'likeness-dismissed',
  // Why a reviewer gave a case back may be personal.
  'reviewer-assigned',
  'reviewer-unassigned',
  // A hold may tell of proceedings.
  'disposal-held',
  'disposal-released',
]);

/** Who may read an event of this type, where the event does not say itself (comments do). */
export function audienceOf(type: EventType): Audience {
  return INTERNAL_EVENTS.has(type) ? 'internal' : 'shared';
}

/** What every event says: who, in which role, when, from and to, on which version, why. */
export interface EventEnvelope {
  readonly caseId: string;
  /** Counted from 1 within the case, without gaps. */
  readonly sequence: number;
  /** UTC, to the millisecond, as stored. */
  readonly occurredAt: string;
  /** `null` when the service itself acted. */
  readonly actorId: string | null;
  readonly actorRole: Role | null;
  readonly actorOrganisationId: string | null;
  readonly audience: Audience;
  /** `null` on the first event. */
  readonly fromState: CaseState | null;
  readonly toState: CaseState;
  /** The submission version the event is about; `null` before the first. */
  readonly version: number | null;
  readonly reason: string | null;
}

/**
 * What the payload of any event says where a program did it for the person who is named: which token or client. Being
 * in the payload it is hashed with it. Events of people, and all from before there were programs, do not have it.
 */
export interface DoneByProgram {
  readonly via?: { readonly kind: MachineKind; readonly id: string };
}

/** One event of a case, of whichever type, its payload typed by it. */
export type CaseEvent = {
  [Type in EventType]: EventEnvelope & {
    readonly type: Type;
    readonly payload: EventPayloads[Type] & DoneByProgram;
  };
}[EventType];
