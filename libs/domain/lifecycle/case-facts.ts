import type { ConditionKind } from '../after-decision/promises.js';
import type { Follower, StartsFrom } from '../after-decision/following.js';
import type { SpendReport } from '../after-decision/spend-report.js';
import type { AdviceFacts, AdviceRequestPart } from '../advice/advice-guards.js';
import type { CaseContent, IsoDate, PointNumber, Verdict } from '../case/case-content.js';
import type { Pence } from '../money/pence.js';
import type { Policy } from '../triage/regime.js';
import type { ReviewDepth } from '../triage/triage-record.js';
import type { CaseState, DecidedState } from './states.js';
import type { HeldRole } from './roles.js';

/** What the rules need to know of a case. Everything is as of one revision of the case. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly organisationId: string;
  /** The regime it is pinned to, on the day that counts, with what its organisation may assure itself. */
  readonly policy: Policy;
  /** Level a reviewer confirmed or overrode the rating with; `null` where nobody has. */
  readonly confirmedRating: string | null;
  /** How closely GDS Assurance looks at it; `null` where nobody has said. */
  readonly reviewDepth: ReviewDepth | null;
  /** The reviewer who has the case; `null` where nobody has. */
  readonly reviewerId: string | null;
  /** What the department says now: the working copy. */
  readonly content: CaseContent;
  /** Number of the latest submission version; `null` before the first. */
  readonly currentVersion: number | null;
  /** People who created, signed off or submitted the case for the department, or an approval it starts from. */
  readonly departmentHands: readonly string[];
  /** Assessments that stand on the current version, by point; a point without one is absent. */
  readonly verdicts: ReadonlyMap<PointNumber, Verdict>;
  /** Points on which the department answered a question in words that nobody has assessed since. */
  readonly answersToLookAt: readonly PointNumber[];
  /** Rulings that stand on the current version, by legacy exception. */
  readonly rulings: ReadonlyMap<string, ExceptionRuling>;
  /** Everybody who made a recommendation on the current version, whatever became of it. */
  readonly recommenders: readonly string[];
  readonly currentDecisionId: string | null;
  /** Amount of the decision that stands; `null` where nothing is approved. */
  readonly approvedPence: Pence | null;
  /** London day the spending was approved on first; `null` where it goes on from an earlier approval or none is known. */
  readonly decidedOn: IsoDate | null;
  /** The approval it starts from, while it is the department's to change; otherwise `null`. */
  readonly startsFrom: StartsFrom | null;
  /** Requests that vary or extend it. */
  readonly followers: readonly Follower[];
  /** Whether a final report of what was spent was recorded. */
  readonly spendFinal: boolean;
  /** What was said where it is a request for advice; `null` for every other. */
  readonly advice: AdviceFacts | null;
}

export const EXCEPTION_RULINGS = ['accepted', 'refused'] as const;
export type ExceptionRuling = (typeof EXCEPTION_RULINGS)[number];

/** Who wants to act. */
export interface ActorFacts {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
}

/** A condition as the decider words it. */
export interface NewCondition {
  readonly text: string;
  readonly point: PointNumber | null;
  readonly ownerName: string;
  readonly ownerEmail: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** A mandatory point let through although it is not met, with the decider's reason. */
export interface PointOverride {
  readonly point: PointNumber;
  readonly reason: string;
}

/**
 * `not-met` and `carried-over` are ends of a promise alone: a condition is met, waived, or replaced with its decision. What
 * is carried over is followed with a request that has taken the approval's place.
 */
export const CONDITION_STATUSES = [
  'open',
  'evidence-submitted',
  'met',
  'not-met',
  'waived',
  'carried-over',
] as const;
export type ConditionStatus = (typeof CONDITION_STATUSES)[number];

/** What the person asks for, as far as a guard looks at it. Absent parts were not given. */
export interface ActionRequest {
  readonly reason?: string | undefined;
  /** The submission version the person was looking at. */
  readonly version?: number | undefined;
  readonly outcome?: DecidedState | undefined;
  readonly approvedPence?: Pence | undefined;
  readonly conditions?: readonly NewCondition[] | undefined;
  readonly overrides?: readonly PointOverride[] | undefined;
  readonly supersedes?: string | undefined;
  /** The person to be named as reviewer, with their roles. */
  readonly reviewer?: ActorFacts | undefined;
  readonly condition?:
    | {
        readonly kind: ConditionKind;
        readonly status: ConditionStatus;
        readonly decisionId: string;
        readonly dueOn: string;
      }
    | undefined;
  /** The later day by which a condition is to be met, `YYYY-MM-DD`. */
  readonly newDueOn?: string | undefined;
  /** What was spent so far. */
  readonly spend?: SpendReport | undefined;
  /** The other case of a mark, as far as it matters whose it is. */
  readonly relatedCase?: Pick<CaseFacts, 'organisationId' | 'departmentHands'> | undefined;
  /** Level of the regime's scale. */
  readonly rating?: string | undefined;
  /** Day of a decision made elsewhere, `YYYY-MM-DD`. */
  readonly decidedOn?: string | undefined;
  /** What is in the way of more time, as the clock works it out; nothing in the list where nothing is. */
  readonly extension?:
    | {
        readonly refusals: readonly string[];
        /** What to do where the target named is none of the regime's. */
        readonly unknownTarget?: string;
      }
    | undefined;
  /** What is asked for of a request for advice. */
  readonly advice?: AdviceRequestPart | undefined;
  /** The date of the request in the United Kingdom, `YYYY-MM-DD`. */
  readonly today: string;
}
