import type { AttachmentRef } from '../attachments/attachment.js';
import type { Pence } from '../money/pence.js';
import type { ImpactCode, LikelihoodCode } from '../legacy-risk/criteria.js';

/** A calendar date without a time, `YYYY-MM-DD`, as people in the United Kingdom write their calendar. */
export type IsoDate = string;

/** A financial year from 1 April to 31 March, written `2026-27`. */
export type FinancialYear = string;

/** What is being bought (the five categories of the Risk and Importance Framework, version 6). */
export const SPEND_CATEGORIES = [
  'digital-service',
  'platform-or-common-component',
  'commodity-technology-or-licences',
  'specialist-technology',
  'resourcing-contract',
] as const;
export type SpendCategory = (typeof SPEND_CATEGORIES)[number];

/** Phase of delivery the money is for. */
export const PHASES = ['discovery', 'alpha', 'beta', 'live', 'retirement', 'not-applicable'] as const;
export type Phase = (typeof PHASES)[number];

/** How the supplier is to be found. */
export const COMMERCIAL_APPROACHES = [
  'open-competition',
  'framework-competition',
  'framework-direct-award',
  'direct-award',
  'contract-extension',
  'contract-variation',
  'in-house',
] as const;
export type CommercialApproach = (typeof COMMERCIAL_APPROACHES)[number];

/** Government security classifications this service accepts. */
export const PROTECTIVE_MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
export type ProtectiveMarking = (typeof PROTECTIVE_MARKINGS)[number];

/** Yes-or-no facts a reviewer decides on; each starts unanswered (`null`). */
export const CASE_FLAGS = [
  'publicFacing',
  'buildsService',
  'cryptKey',
  'artificialIntelligence',
  'emergingTechnology',
  'directAward',
  'contractExtension',
  'retrospective',
  'breach',
  'novelOrContentious',
  'majorProjectsPortfolio',
  'criticalNationalInfrastructure',
  'legacyTechnology',
  'usesOneLogin',
  'treasuryApprovalNeeded',
  'serviceAssessmentRequired',
] as const;
export type CaseFlag = (typeof CASE_FLAGS)[number];
export type CaseFlags = Readonly<Record<CaseFlag, boolean | null>>;

/** Money asked for in one financial year. */
export interface YearAmount {
  readonly financialYear: FinancialYear;
  readonly amountPence: Pence;
}

/** The person accountable for the programme; not necessarily somebody who can sign in. */
export interface SeniorResponsibleOwner {
  readonly name: string;
  readonly email: string;
}

/** What must be explained when the money was committed before approval (flag `retrospective`). */
export interface RetrospectiveExplanation {
  readonly rootCause: string | null;
  readonly howJudgementWasApplied: string | null;
  readonly improvementPlan: string | null;
}

/** Everything about a request except its evidence. `null` means not answered yet. */
export interface CaseDetails {
  readonly title: string;
  readonly description: string | null;
  readonly category: SpendCategory | null;
  readonly phase: Phase | null;
  /** The amount approval is asked for, in pence. */
  readonly requestedPence: Pence | null;
  /** What it will cost from first to last, in pence. */
  readonly wholeLifePence: Pence | null;
  /** At most one entry per financial year, in order. */
  readonly yearAmounts: readonly YearAmount[];
  readonly spendStartsOn: IsoDate | null;
  readonly spendEndsOn: IsoDate | null;
  readonly contractEndsOn: IsoDate | null;
  readonly currentSuppliers: readonly string[];
  readonly proposedSuppliers: readonly string[];
  readonly commercialApproach: CommercialApproach | null;
  readonly flags: CaseFlags;
  readonly retrospectiveExplanation: RetrospectiveExplanation | null;
  readonly protectiveMarking: ProtectiveMarking;
  readonly seniorResponsibleOwner: SeniorResponsibleOwner | null;
  /** Answers to the rating questions of the case's regime: id of the option by id of the question. */
  readonly ratingAnswers: Readonly<Record<string, string>>;
  /** What is said of the government's strategic commitments, by id of the commitment; asked of some cases only. */
  readonly commitmentAnswers: Readonly<Record<string, CommitmentAnswer>>;
  /** What a variation or an extension changes of the approval it starts from, and why; absent from every other request. */
  readonly whatChanges?: string | null;
}

/** Whether a request keeps to a strategic commitment. “No” needs an explanation, and does not decide anything. */
export interface CommitmentAnswer {
  readonly meets: boolean | null;
  readonly explanation: string | null;
}

/** Number of a point of the Technology Code of Practice. */
export const POINT_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
export type PointNumber = (typeof POINT_NUMBERS)[number];

/** This service's scale (no public one exists), for self-assessment and for the reviewer's assessment alike. */
export const VERDICTS = ['met', 'partially-met', 'not-met', 'not-applicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface EvidenceLink {
  readonly title: string;
  readonly url: string;
}

/** How a gap will be closed. */
export interface Remediation {
  readonly action: string | null;
  readonly owner: string | null;
  readonly dueOn: IsoDate | null;
}

/** Whether a request uses a common component of government. */
export const COMPONENT_USES = ['used', 'planned', 'not-used'] as const;
export type ComponentUse = (typeof COMPONENT_USES)[number];

/** What the department says of one common component, as the catalogue called it when it was said. */
export interface ComponentAnswer {
  /** Its id in the catalogue. */
  readonly component: string;
  readonly name: string;
  readonly use: ComponentUse | null;
  /** Why not; only asked where it is not used. */
  readonly reason: string | null;
}

/** What the department says about one point. Half-finished answers are welcome. */
export interface PointEvidence {
  readonly point: PointNumber;
  readonly selfAssessment: Verdict | null;
  readonly narrative: string | null;
  /** Why the point does not apply; only asked when the self-assessment says so. */
  readonly notApplicableReason: string | null;
  readonly links: readonly EvidenceLink[];
  /** Asked where the point is partially met or not met. */
  readonly remediation: Remediation | null;
  /** What is said of common components, of point 8 alone; absent where there is nothing. */
  readonly components?: readonly ComponentAnswer[];
  /** Files attached to it; absent where there are none. */
  readonly attachments?: readonly AttachmentRef[];
}

/** Scores of the Legacy IT Risk Assessment Framework, picked by the assessor; `null` where not scored yet. */
export interface LegacyScores {
  readonly likelihood: Readonly<Record<LikelihoodCode, number | null>>;
  readonly impact: Readonly<Record<ImpactCode, number | null>>;
}

/** What will be better once a legacy system is put right, as the department promises it. */
export interface Benefit {
  /** What will be better. */
  readonly benefit: string;
  /** How it will be seen that it is. */
  readonly measure: string | null;
  readonly dueOn: IsoDate | null;
  /** What it is worth in money, in all, in pence; `null` where it is not given in money. */
  readonly amountPence: Pence | null;
}

/** A legacy system that limits how far a point can be met. */
export interface LegacyException {
  readonly id: string;
  readonly system: string;
  /** The points it limits, ascending, at least one once finished. */
  readonly points: readonly PointNumber[];
  readonly explanation: string | null;
  readonly remediationPlan: string | null;
  readonly funded: boolean | null;
  readonly targetDate: IsoDate | null;
  readonly owner: string | null;
  readonly scores: LegacyScores;
  /** Benefits promised of putting it right; absent where there are none. */
  readonly benefits?: readonly Benefit[];
  /** Files attached to it; absent where there are none. */
  readonly attachments?: readonly AttachmentRef[];
}

/** What a submission freezes: the whole of what the department says. */
export interface CaseContent {
  readonly details: CaseDetails;
  /** Always 13, in order. */
  readonly points: readonly PointEvidence[];
  readonly legacyExceptions: readonly LegacyException[];
}

/** Flags of a case nobody has answered a question of yet. */
export const UNANSWERED_FLAGS: CaseFlags = Object.freeze({
  publicFacing: null,
  buildsService: null,
  cryptKey: null,
  artificialIntelligence: null,
  emergingTechnology: null,
  directAward: null,
  contractExtension: null,
  retrospective: null,
  breach: null,
  novelOrContentious: null,
  majorProjectsPortfolio: null,
  criticalNationalInfrastructure: null,
  legacyTechnology: null,
  usesOneLogin: null,
  treasuryApprovalNeeded: null,
  serviceAssessmentRequired: null,
});

/** The evidence of a point nobody has written about yet. */
export function emptyPointEvidence(point: PointNumber): PointEvidence {
  return {
    point,
    selfAssessment: null,
    narrative: null,
    notApplicableReason: null,
    links: [],
    remediation: null,
  };
}
