import type { IsoDate } from '../case/case-content.js';
import { londonDate } from '../working-time/london-time.js';
import { clockEventOf } from '../working-time/clock-events.js';
import { standingOf, type TargetStanding } from '../working-time/clock.js';
import type { Turnaround } from '../working-time/turnaround.js';
import type { WorkingCalendar } from '../working-time/working-calendar.js';
import type { TimedEvent } from '../decision-history/times.js';
import type { DecisionMonth, DecisionTarget, TimeBucket, TimeToDecisionFigures } from './figures.js';

const MONTH_LENGTH = 'YYYY-MM'.length;

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

/** The month of a day and those before it, as `2026-10`, earliest first. */
export function monthsUpTo(day: IsoDate, count: number): readonly string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, MONTH_LENGTH),
  );
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
