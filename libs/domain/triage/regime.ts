import type { PointNumber, SpendCategory } from '../case/case-content.js';
import type { ComponentCatalogue } from '../components/component-catalogue.js';
import type { Role } from '../lifecycle/roles.js';
import type { Pence } from '../money/pence.js';
import type { Turnaround } from '../working-time/turnaround.js';
import type { Condition, Measure } from './condition.js';
import type { MandatoryRule } from './mandatory-points.js';

/** The regime new cases come under unless another has been adopted. */
export const DEFAULT_REGIME_VERSION = 'v6';

/** Whose rule it is and where it was read. What is ours is never presented as government policy. */
export interface Provenance {
  readonly whose: 'government' | 'ours';
  /** Where it was read, or, for our own, why it is as it is. */
  readonly source: string;
  readonly url?: string;
}

/** A part of a regime, or the word that no source that could be read says. */
export type Known<T> = T | 'not-known';

/** An amount, in pence, above which something is asked of a department. Exactly the amount is not above it. */
export interface Threshold {
  readonly thresholdPence: Pence;
  /** The amount that is compared with it. */
  readonly measure: Measure;
  /** What being over it means. */
  readonly effect: 'needs-approval' | 'pipeline-reporting';
  /** To follow the amount in a sentence: "because public-facing". */
  readonly reason: string;
  readonly provenance: Provenance;
}

/** A threshold for some spending only. */
export interface ScopedThreshold extends Threshold {
  /** A flag or a category: what it looks at must not depend on an amount or a rating. */
  readonly when: Extract<Condition, { readonly kind: 'flag' | 'category' }>;
}

/** Of all thresholds that apply to a case the lowest counts. */
export interface Thresholds {
  readonly scoped: readonly ScopedThreshold[];
  /** For everything. */
  readonly otherwise: Threshold;
}

/** A level a case can be rated at, lowest first in its scheme. */
export interface RatingLevel {
  /** Kebab-case: `high`. */
  readonly id: string;
  readonly name: string;
}

/** One answer a question allows. */
export interface RatingOption {
  readonly id: string;
  readonly label: string;
  /** Level of the scheme that this answer brings. */
  readonly level: string;
  /**
   * For a question worked out from an amount: the largest amount, in pence and included, for which this is the answer;
   * `null` on the last option, for everything above. Options stand in ascending order.
   */
  readonly upToPence?: Pence | null;
}

/** One question of the rating. */
export interface RatingQuestion {
  readonly id: string;
  readonly text: string;
  /** The amount the answer is worked out from; absent where somebody has to answer. */
  readonly workedOutFrom?: Measure;
  readonly options: readonly RatingOption[];
  readonly provenance: Provenance;
}

/** The questions asked about some categories of spending for a time. */
export interface QuestionSet {
  readonly id: string;
  readonly categories: readonly SpendCategory[];
  /** First and last day it is used, `YYYY-MM-DD`; `null` as an end for no end within the regime. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** False where the framework has further questions that could not be read. */
  readonly complete: boolean;
  /** What is not known, for people; absent when complete. */
  readonly note?: string;
  readonly questions: readonly RatingQuestion[];
}

/** How answers make a rating. */
export type RatingCombination =
  | { readonly kind: 'highest-answer' }
  /** Each answer scores; the sum falls in a band; any answer at the top level makes the whole the top level. */
  | {
      readonly kind: 'sum-of-scores';
      /** Score by level; the top level has none. */
      readonly scores: Readonly<Record<string, number>>;
      /** Ascending; `upTo` is included, and `null` on the last. */
      readonly bands: readonly { readonly upTo: number | null; readonly level: string }[];
    };

/** How a regime rates cases. */
export interface RatingScheme {
  /** What the rating is called: "risk and importance". */
  readonly name: string;
  /** Lowest first. */
  readonly levels: readonly RatingLevel[];
  readonly combination: RatingCombination;
  readonly questionSets: readonly QuestionSet[];
  readonly provenance: Provenance;
}

/** What must be said about the government's strategic commitments. */
export interface StrategicCommitments {
  readonly askedWhen: Condition;
  readonly commitments: readonly { readonly id: string; readonly text: string }[];
  /** False where the list of commitments could not be read. */
  readonly complete: boolean;
  readonly note?: string;
  readonly provenance: Provenance;
}

/** A way a case can take to its decision. */
export interface Route {
  readonly id: string;
  readonly name: string;
  readonly assuredBy: 'gds-assurance' | 'department';
  /** In which roles it is assured and decided. */
  readonly roles: { readonly assures: Role; readonly decides: Role };
  /** What must hold on this route, in words. */
  readonly conditions: readonly string[];
  readonly provenance: Provenance;
}

/** Which route a case takes: the first rule that applies, or the other one. */
export interface Routing {
  readonly routes: readonly Route[];
  readonly rules: readonly {
    readonly when: Condition;
    readonly route: string;
    /** To follow "because". */
    readonly reason: string;
    readonly provenance: Provenance;
  }[];
  readonly otherwise: { readonly route: string; readonly reason: string; readonly provenance: Provenance };
}

/** Decisions made elsewhere, which this service records and does not make. */
export const FURTHER_STEP_KINDS = ['ministerial', 'treasury'] as const;
export type FurtherStepKind = (typeof FURTHER_STEP_KINDS)[number];

/** When a regime asks for a decision made elsewhere. */
export interface FurtherStep {
  readonly kind: FurtherStepKind;
  readonly name: string;
  readonly when: Condition;
  /** To follow "because". */
  readonly reason: string;
  readonly provenance: Provenance;
}

/**
 * One version of the control, as data. Dates are only as precise as the sources are: a year, a month (`2018-04`) or a
 * day. `'not-known'` means no source that could be read says; `null` as an end means still in force.
 */
export interface Regime {
  /** Kebab-case, unique: `v6`, `2026-assurance`. */
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly provenance: Provenance;
  readonly licence: string;
  readonly thresholds: Known<Thresholds>;
  /** Which of the 13 points are mandatory. */
  readonly mandatoryPoints: {
    readonly points: Readonly<Record<`${PointNumber}`, MandatoryRule>>;
    readonly provenance: Provenance;
  };
  readonly rating: Known<RatingScheme>;
  readonly strategicCommitments: Known<StrategicCommitments>;
  readonly routing: Routing;
  readonly furtherSteps: Known<readonly FurtherStep[]>;
  readonly turnaround: Known<Turnaround>;
}

/** Everything that decides how a case is treated: the regime it is under, on which day, for whom. */
export interface Policy {
  readonly regime: Regime;
  /** Day whose question set counts, `YYYY-MM-DD` in London: of the first submission; today while it is a draft. */
  readonly on: string;
  /** Levels the organisation assures itself on that day; none without earned autonomy. */
  readonly earnedAutonomy: readonly string[];
  /** Catalogue of common components it is asked about; absent or `null` where none counts for it. */
  readonly components?: ComponentCatalogue | null;
  /** How the case came to GDS Assurance, which then keeps it; absent or `null` while it has not. */
  readonly withGdsAssurance?: WithGdsAssurance | null;
}

/** How a case came to be with GDS Assurance. */
export type WithGdsAssurance = 'submitted' | 'called-in';
