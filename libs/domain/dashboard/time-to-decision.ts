import { londonDate } from '../working-time/london-time.js';
import { clockEventOf } from '../working-time/clock-events.js';
import { standingOf, type TargetStanding } from '../working-time/clock.js';
import type { Turnaround } from '../working-time/turnaround.js';
import type { WorkingCalendar } from '../working-time/working-calendar.js';
import type { TimedEvent } from '../decision-history/times.js';
import {
  TIME_BUCKETS,
  type DecisionMonth,
  type DecisionTarget,
  type TimeBucket,
  type TimeToDecisionFigures,
} from './figures.js';

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

/**
 * How long decisions took, by the month in which they ended the clock; a decision that corrects another ends none.
 *
 * @param turnarounds the targets of each regime, by version
 * @param at the instant all of it is of
 */
export function timeToDecision(
  cases: readonly DecidedCase[],
  turnarounds: ReadonlyMap<string, Turnaround | 'not-known'>,
  calendar: WorkingCalendar,
  at: Date,
): TimeToDecisionFigures {
  const months = new Map<string, { inTime: number; buckets: Record<TimeBucket, number> }>();
  const targets = new Map<string, DecisionTarget>();
  let notTimed = 0;
  for (const one of cases) {
    const turnaround = turnarounds.get(one.regimeVersion) ?? 'not-known';
    const standing = turnaround === 'not-known' ? null : decisionStanding(one, turnaround, calendar, at);
    if (standing === null) {
      notTimed += 1;
      continue;
    }
    const days = standing.allowedDays - standing.extensionDays;
    targets.set(`${String(days)} ${standing.dayKind}`, { days, dayKind: standing.dayKind });
    const month = londonDate(standing.metAt).slice(0, 'YYYY-MM'.length);
    const tally = months.get(month) ?? {
      inTime: 0,
      buckets: { 'first-half': 0, 'second-half': 0, late: 0, 'very-late': 0 },
    };
    tally.inTime += standing.breachedAt === null ? 1 : 0;
    tally.buckets[timeBucket(standing)] += 1;
    months.set(month, tally);
  }
  return {
    months: [...months]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([month, { inTime, buckets }]): DecisionMonth => ({
        month,
        cases: TIME_BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0),
        inTime,
        buckets,
      })),
    targets: [...targets.values()].sort(
      (one, other) => one.days - other.days || one.dayKind.localeCompare(other.dayKind),
    ),
    notTimed,
  };
}
