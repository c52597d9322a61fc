import type { Provenance } from '../triage/regime.js';

/** Days a target counts: working days of England and Wales, or every day of the calendar. */
export const DAY_KINDS = ['working-days', 'calendar-days'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** What happened to a case, as far as a clock looks at it. `recommended` and the rest name the event types. */
export const CLOCK_MOMENTS = [
  'submitted',
  'called-in',
  'acknowledged',
  'review-started',
  'returned',
  'resubmitted',
  'recommended',
  'decided',
  'withdrawn',
  'closed-below-threshold',
] as const;

/** The same of a request for advice; no regime names them. */
export const ADVICE_MOMENTS = [
  'advice-asked',
  'advice-answered',
  'advice-referred',
  'advice-closed',
  'advice-reopened',
] as const;
export type ClockMoment = (typeof CLOCK_MOMENTS)[number] | (typeof ADVICE_MOMENTS)[number];

/** One turnaround target of a regime, as data. */
export interface TurnaroundTarget {
  /** Kebab-case, unique within the regime: `decide`. */
  readonly id: string;
  /** What people read, to follow "to": `decide`. */
  readonly name: string;
  /** How many days it allows after the day the case counts as received. */
  readonly days: number;
  readonly dayKind: DayKind;
  /** Any of these meets it. */
  readonly metBy: readonly ClockMoment[];
  /**
   * What it means when the time runs out before it is met: a breach, or only that the moment has passed (a target such
   * as "ask for information within 7 working days" is broken by asking later, not by never having to ask).
   */
  readonly whenTimeRunsOut: 'breach' | 'closes';
  /** Days of its own kind before the due day on which whoever has the case is warned; 0 for no warning. */
  readonly warnDaysBefore: number;
  /** Most days of its own kind by which it may be extended, all extensions together; 0 where it may not be. */
  readonly mostExtensionDays: number;
  readonly provenance: Provenance;
}

/** The clock of a regime: its targets, when a day counts, and what stops it. It starts with `submitted` or `called-in`. */
export interface Turnaround {
  /** Hour and minute in London, `13:00`: what arrives at or after it counts as arriving on the next counted day. */
  readonly cutOff: string;
  /** While a case is returned the clock stands still. */
  readonly stoppedBy: readonly ClockMoment[];
  readonly resumedBy: readonly ClockMoment[];
  readonly targets: readonly TurnaroundTarget[];
  readonly provenance: Provenance;
}
