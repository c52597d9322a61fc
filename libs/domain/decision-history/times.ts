import { SPEND_STATES, type CaseState } from '../lifecycle/states.js';
import { clockEventOf } from '../working-time/clock-events.js';
import { standingOf, type TargetStanding } from '../working-time/clock.js';
import type { Turnaround } from '../working-time/turnaround.js';
import type { WorkingCalendar } from '../working-time/working-calendar.js';
import { secondsColumn } from './questions-of-cases.js';

const MS_PER_SECOND = 1000;

/** An event as the clock of a case looks at it, with the reason given for it. */
export interface TimedEvent {
  readonly type: string;
  /** UTC. */
  readonly occurredAt: string;
  readonly reason: string | null;
  readonly payload: unknown;
}

/** What the times of a case are worked out from. */
export interface CaseTimes {
  /** Milliseconds spent in each state it has been in. */
  readonly millisecondsInState: Readonly<Partial<Record<CaseState, number>>>;
  /** Events a clock looks at, in order. */
  readonly clockEvents: readonly TimedEvent[];
}

/** One stop of the clock; not yet resumed where `resumedAt` is `null`. */
export interface ClockStop {
  readonly stoppedAt: string;
  readonly resumedAt: string | null;
  readonly reason: string | null;
}

/** Each time the clock stopped, up to an instant. What ends the case ends the stop as well. */
export function clockStops(turnaround: Turnaround, events: readonly TimedEvent[]): readonly ClockStop[] {
  const { stoppedBy, resumedBy } = turnaround;
  const ends: readonly string[] = [...resumedBy, 'decided', 'withdrawn', 'closed-below-threshold'];
  const stops: ClockStop[] = [];
  for (const { type, occurredAt, reason } of events) {
    const open = stops.at(-1);
    const isStopped = open?.resumedAt === null;
    if (isStopped && ends.includes(type)) stops.splice(-1, 1, { ...open, resumedAt: occurredAt });
    else if (!isStopped && (stoppedBy as readonly string[]).includes(type))
      stops.push({ stoppedAt: occurredAt, resumedAt: null, reason });
  }
  return stops;
}

function secondsStopped(stops: readonly ClockStop[], at: Date): number {
  const milliseconds = stops.map(
    ({ stoppedAt, resumedAt }) =>
      (resumedAt === null ? at : new Date(resumedAt)).getTime() - Date.parse(stoppedAt),
  );
  return Math.floor(milliseconds.reduce((sum, one) => sum + one, 0) / MS_PER_SECOND);
}

function targetRow(target: TargetStanding): Readonly<Record<string, unknown>> {
  const {
    id,
    name,
    dayKind,
    receivedOn,
    allowedDays,
    usedDays,
    stoppedDays,
    dueAt,
    state,
    metAt,
    breachedAt,
  } = target;
  return {
    id,
    name,
    dayKind,
    receivedOn,
    allowedDays,
    usedDays,
    stoppedDays,
    dueAt,
    state,
    metAt,
    breachedAt,
  };
}

/**
 * The times of a case as the question “times” shows them: seconds in each state, the stops of its clock, and how its
 * targets stand.
 *
 * @param turnaround targets of its regime, or that they are not known
 * @param at the instant all of it is of
 */
export function timesOfCase(
  { millisecondsInState, clockEvents }: CaseTimes,
  turnaround: Turnaround | 'not-known',
  calendar: WorkingCalendar,
  at: Date,
): Readonly<Record<string, unknown>> {
  const inStates = Object.fromEntries(
    SPEND_STATES.map((state) => [
      secondsColumn(state),
      Math.floor((millisecondsInState[state] ?? 0) / MS_PER_SECOND),
    ]),
  );
  if (turnaround === 'not-known')
    return {
      clockState: null,
      clockStops: [],
      stoppedSeconds: 0,
      targetsBreached: '',
      targets: [],
      ...inStates,
    };
  const moments = clockEvents.map(clockEventOf).filter((event) => event !== null);
  const standing = standingOf(turnaround, calendar, moments, at);
  const stops = clockStops(turnaround, clockEvents);
  const breached = standing.targets.filter(({ breachedAt }) => breachedAt !== null);
  return {
    clockState: standing.state,
    clockStops: stops,
    stoppedSeconds: secondsStopped(stops, at),
    targetsBreached: breached.map(({ id }) => id).join(','),
    targets: standing.targets.map(targetRow),
    ...inStates,
  };
}
