/** How closely GDS Assurance looks at a case; this service's own scale. */
export const REVIEW_DEPTHS = ['light', 'standard', 'full'] as const;
export type ReviewDepth = (typeof REVIEW_DEPTHS)[number];

/** What people read for each. */
export const REVIEW_DEPTH_NAMES: Readonly<Record<ReviewDepth, string>> = {
  light: 'Light: the summary and the mandatory points',
  standard: 'Standard: all 13 points',
  full: 'Full: all 13 points, with the department and its evidence',
};

/** How one case has to do with another, in a reviewer's judgement. */
export const RELATION_KINDS = ['duplicate', 'split', 'related', 'varies', 'extends'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** What people read for each: “this case … that one”. */
export const RELATION_NAMES: Readonly<Record<RelationKind, string>> = {
  duplicate: 'asks for the same as',
  split: 'is part of one purchase with',
  related: 'has to do with',
  varies: 'varies',
  extends: 'extends',
};

/** What came of a decision made elsewhere. */
export const EXTERNAL_OUTCOMES = ['approved', 'approved-with-conditions', 'not-approved', 'noted'] as const;
export type ExternalOutcome = (typeof EXTERNAL_OUTCOMES)[number];

/** How a case was rated and routed when it was submitted, kept with the event so that it never has to be guessed. */
export interface TriageRecord {
  readonly regimeVersion: string;
  /** London date whose question set counts, `YYYY-MM-DD`. */
  readonly pinnedOn: string;
  /** Level of the regime's scale; `null` where the answers make none. */
  readonly rating: string | null;
  readonly route: string;
  /** Levels the organisation assured itself at that moment. Absent from events of before this was kept. */
  readonly earnedAutonomy?: readonly string[];
}
