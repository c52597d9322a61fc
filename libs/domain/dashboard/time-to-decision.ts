import type { IsoDate } from '../case/case-content.js';
import { londonDate } from '../working-time/london-time.js';
import { clockEventOf } from '../working-time/clock-events.js';
import { standingOf, type TargetStanding } from '../working-time/clock.js';
import type { Turnaround } from '../working-time/turnaround.js';
import type { WorkingCalendar } from '../working-time/working-calendar.js';
import type { TimedEvent } from '../decision-history/times.js';
import type { CaseCriteria } from '../search/case-criteria.js';
import {
  MONTHS_TIMED,
  MOST_MONTHS_TIMED,
  type DecisionMonth,
  type DecisionTarget,
  type TimeBucket,
  type TimeToDecisionFigures,
} from './figures.js';

const MONTH_LENGTH = 'YYYY-MM'.length;
const MONTHS_OF_YEAR = 12;

/** The days of first submission that cases are narrowed to. */
type SubmissionPeriod = Pick<CaseCriteria, 'submittedFrom' | 'submittedTo'>;

/** A decided case as its clock is worked out: the regime it is pinned to and the events the clock looks at, in order. */
export interface DecidedCase {
  readonly regimeVersion: string;
  readonly clockEvents: readonly TimedEvent[];
}

/**
 * Which part of the time allowed a decision took: whether it came in time is what the clock says, and how early or how
 * late are days of the target's own kind while the clock ran.
 */
export function timeBucket({ usedDays, allowedDays, breachedAt }: TargetStanding): TimeBucket {
  if (breachedAt === null) return usedDays * 2 <= allowedDays ? 'first-half' : 'second-half';
  return usedDays * 2 <= allowedDays * 3 ? 'late' : 'very-late';
}

/** The target a decision meets, and when it met it; `null` where the clock knows of none. */
function decisionStanding(
  { clockEvents }: DecidedCase,
  turnaround: Turnaround,
  calendar: WorkingCalendar,
  at: Date,
): (TargetStanding & { readonly metAt: Date }) | null {
  const moments = clockEvents.map(clockEventOf).filter((event) => event !== null);
  const decides = turnaround.targets.find(({ metBy }) => metBy.includes('decided'));
  const standing = standingOf(turnaround, calendar, moments, at).targets.find(({ id }) => id === decides?.id);
  return standing?.metAt ? { ...standing, metAt: standing.metAt } : null;
}

/** The first day after a month, given as `2026-10`. */
export function dayAfterMonth(month: string): IsoDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The month of a day and those before it, as `2026-10`, earliest first. */
export function monthsUpTo(day: IsoDate, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => monthBefore(day, count - 1 - index));
}

/** The month so many months before that of a day. */
function monthBefore(day: IsoDate, count: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, MONTH_LENGTH);
}

/** The month a period of submission begins in, a year before its end where it has no beginning; `null` of none. */
function startOf({ submittedFrom, submittedTo }: SubmissionPeriod): string | null {
  if (submittedFrom !== null) return submittedFrom.slice(0, MONTH_LENGTH);
  return submittedTo === null ? null : monthBefore(submittedTo, MONTHS_TIMED - 1);
}

/**
 * How much of the time allowed the first decision of a case took; `null` where that is not known.
 *
 * @param at the instant all of it is of
 */
export function timeTakenBy(
  one: DecidedCase,
  turnaround: Turnaround | 'not-known',
  calendar: WorkingCalendar,
  at: Date,
): TimeBucket | null {
  const standing = turnaround === 'not-known' ? null : decisionStanding(one, turnaround, calendar, at);
  return standing === null ? null : timeBucket(standing);
}

/**
 * The months whose decisions are timed, as `2026-10`, earliest first: the last twelve, or where a period of submission
 * is asked for those from its first day on, because what was submitted in it is decided in it or later. Where it has
 * no first day they begin a year before its last one. The earliest of them are kept where there are too many and the
 * period ends, the latest where it does not.
 *
 * @param today London
 */
export function monthsTimed(period: SubmissionPeriod, today: IsoDate): readonly string[] {
  const first = startOf(period);
  if (first === null) return monthsUpTo(today, MONTHS_TIMED);
  const since = monthsBetween(first, today.slice(0, MONTH_LENGTH));
  // Nothing is decided in the future: that is said of the present month.
  if (since < 1) return monthsUpTo(today, 1);
  if (since <= MOST_MONTHS_TIMED || period.submittedTo === null)
    return monthsUpTo(today, Math.min(since, MOST_MONTHS_TIMED));
  return monthsUpTo(today, since).slice(0, MOST_MONTHS_TIMED);
}

/** How many months there are from one to another, both counted. */
function monthsBetween(first: string, last: string): number {
  const [from = 0, to = 0] = [first, last].map((month) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return year * MONTHS_OF_YEAR + number;
  });
  return to - from + 1;
}

/**
 * The months that show something: those after the end of a period are left out from the last decision on.
 */
export function monthsShown(
  months: readonly DecisionMonth[],
  { submittedTo }: Pick<SubmissionPeriod, 'submittedTo'>,
): readonly DecisionMonth[] {
  if (submittedTo === null) return months;
  const last = months.findLastIndex(
    ({ month, cases }) => cases > 0 || month <= submittedTo.slice(0, MONTH_LENGTH),
  );
  return months.slice(0, Math.max(last, 0) + 1);
}

/**
 * How long decisions took, by the month in which they ended the clock; a decision that corrects another ends none.
 *
 * @param cases those decided in these months
 * @param turnarounds the targets of each regime, by version
 * @param at the instant all of it is of
 */
export function timeToDecision(
  months: readonly string[],
  cases: readonly DecidedCase[],
  turnarounds: ReadonlyMap<string, Turnaround | 'not-known'>,
  calendar: WorkingCalendar,
  at: Date,
): TimeToDecisionFigures {
  const timed = cases.flatMap((one) => {
    const turnaround = turnarounds.get(one.regimeVersion) ?? 'not-known';
    const standing = turnaround === 'not-known' ? null : decisionStanding(one, turnaround, calendar, at);
    return standing === null ? [] : [standing];
  });
  return {
    months: months.map((month) =>
      monthOf(
        month,
        timed.filter(({ metAt }) => londonDate(metAt).startsWith(month)),
      ),
    ),
    targets: targetsOf(timed),
    notTimed: cases.length - timed.length,
  };
}

function monthOf(month: string, decisions: readonly TargetStanding[]): DecisionMonth {
  const buckets = decisions.map(timeBucket);
  const count = (bucket: TimeBucket): number => buckets.filter((one) => one === bucket).length;
  return {
    month,
    cases: decisions.length,
    inTime: decisions.filter(({ breachedAt }) => breachedAt === null).length,
    buckets: {
      'first-half': count('first-half'),
      'second-half': count('second-half'),
      late: count('late'),
      'very-late': count('very-late'),
    },
  };
}

/** The targets there were, each once, as their regimes have them: without extensions. */
function targetsOf(decisions: readonly TargetStanding[]): readonly DecisionTarget[] {
  const targets = decisions.map(({ allowedDays, extensionDays, dayKind }): DecisionTarget => ({
    days: allowedDays - extensionDays,
    dayKind,
  }));
  return [
    ...new Map(targets.map((target) => [`${String(target.days)} ${target.dayKind}`, target])).values(),
  ].sort((one, other) => one.days - other.days || one.dayKind.localeCompare(other.dayKind));
}
