import type { IsoDate, PointNumber, Verdict } from '../case/case-content.js';
import type { CaseState } from '../lifecycle/states.js';
import type { DayKind } from '../working-time/turnaround.js';

/** Organisations a figure names one by one before it puts the rest together. This service's own choice. */
export const MOST_ORGANISATIONS = 12;
/** What the rest is called. */
export const OTHER_ORGANISATIONS = 'Other organisations';

/** Whose cases a row of a figure is of; the id is `null` for all those not named one by one. */
export interface FigureOrganisation {
  readonly id: string | null;
  readonly name: string;
}

/** How many cases are in a state. */
export interface StateFigure {
  readonly state: CaseState;
  readonly cases: number;
}

/** How long a decision took, held against the time its regime allows. In the order of the time taken. */
export const TIME_BUCKETS = ['first-half', 'second-half', 'late', 'very-late'] as const;
export type TimeBucket = (typeof TIME_BUCKETS)[number];

/** What people read for each. */
export const TIME_BUCKET_NAMES: Readonly<Record<TimeBucket, string>> = {
  'first-half': 'In the first half of the time allowed',
  'second-half': 'In the second half',
  late: 'Late by up to half as long again',
  'very-late': 'Later than that',
};

/** Decisions of one month. */
export interface DecisionMonth {
  /** `2026-10`, London. */
  readonly month: string;
  readonly cases: number;
  /** How many of them were decided before the time of their target ran out. */
  readonly inTime: number;
  readonly buckets: Readonly<Record<TimeBucket, number>>;
}

/** A target that decisions were held against. */
export interface DecisionTarget {
  readonly days: number;
  readonly dayKind: DayKind;
}

/** Months whose decisions are timed where no period is asked for: the present one and those before it. This service's own choice. */
export const MONTHS_TIMED = 12;
/** Months of a period whose decisions are timed, at most. This service's own choice. */
export const MOST_MONTHS_TIMED = 60;

/** How long decisions took, by the month the clock ended in. */
export interface TimeToDecisionFigures {
  /** Every one of them, earliest first. */
  readonly months: readonly DecisionMonth[];
  /** The targets of the regimes they are pinned to, without extensions, shortest first. */
  readonly targets: readonly DecisionTarget[];
  /** Cases decided in these months whose time is not known: imported, or of a regime whose targets are not known. */
  readonly notTimed: number;
}

/** Current assessments of one point, in cases of one organisation. */
export interface VerdictFigure {
  readonly organisation: FigureOrganisation;
  readonly point: PointNumber;
  /** How many assessments have each verdict. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** All of them together. */
  readonly assessed: number;
}

/** What was asked for and what was approved in decided cases. Whole pence; sums, so they may be above `MAX_PENCE`. */
export interface MoneyFigure {
  readonly cases: number;
  readonly requestedPence: number;
  /** Nothing for a case that was not approved. */
  readonly approvedPence: number;
}

/** The same of one organisation. */
export interface OrganisationMoneyFigure extends MoneyFigure {
  readonly organisation: FigureOrganisation;
}

/** What was asked for and what was approved, by organisation and in all. */
export interface MoneyFigures {
  /** Most asked for first; those not named one by one last. */
  readonly organisations: readonly OrganisationMoneyFigure[];
  readonly inAll: MoneyFigure;
}

/** Where a condition stands: settled, or open and by which side of its due date. */
export const CONDITION_STANDINGS = ['overdue', 'open', 'met', 'not-met', 'waived'] as const;
export type ConditionStanding = (typeof CONDITION_STANDINGS)[number];

/** What people read for each. */
export const CONDITION_STANDING_NAMES: Readonly<Record<ConditionStanding, string>> = {
  overdue: 'Overdue',
  open: 'Open, not yet due',
  met: 'Met',
  'not-met': 'Not met',
  waived: 'Waived',
};

/** Conditions of decisions that stand, in cases of one organisation. */
export interface ConditionFigure {
  readonly organisation: FigureOrganisation;
  readonly conditions: Readonly<Record<ConditionStanding, number>>;
}

/** Conditions by organisation, most of them first; those not named one by one last. */
export interface ConditionFigures {
  /** The day “overdue” is of, London. */
  readonly today: IsoDate;
  readonly organisations: readonly ConditionFigure[];
}

/** How many assessments say how far a point is met: those it does not apply to leave that open. */
export function assessmentsThatCount({
  verdicts,
  assessed,
}: Pick<VerdictFigure, 'verdicts' | 'assessed'>): number {
  return assessed - verdicts['not-applicable'];
}

/**
 * The verdicts a share of “met” is of: “not applicable” is left out of it. `null` where that leaves nothing.
 *
 * @returns a whole number of per cent, rounded down, so that 100 means all
 */
export function percentMet(figure: Pick<VerdictFigure, 'verdicts' | 'assessed'>): number | null {
  return percentOf(figure.verdicts.met, assessmentsThatCount(figure));
}

/** A share in whole per cent, rounded, but 100 only where it is all, and 0 only where it is none; `null` of nothing. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const rounded = Math.round((part * 100) / whole);
  if (part < whole && rounded === 100) return 99;
  return part > 0 && rounded === 0 ? 1 : rounded;
}
