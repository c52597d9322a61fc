import type { ClockEvent } from './clock-events.js';
import type { TargetState } from './clock.js';
import type { Turnaround, TurnaroundTarget } from './turnaround.js';
import type { WorkingCalendar } from './working-calendar.js';

/*
 * The rules of the clock written a second time, to hold the first against: it shares no code with it, knows summer
 * time by the law instead of by the time zone data, and walks through every day one after another.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds since 1970 of a clock that shows London's time as if it were UTC. */
function wallClock(instant: number): number {
  const lastSunday = (year: number, month: number): number => {
    const end = new Date(Date.UTC(year, month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * DAY;
  };
  const year = new Date(instant).getUTCFullYear();
  const summer = instant >= lastSunday(year, 2) && instant < lastSunday(year, 9);
  return summer ? instant + HOUR : instant;
}

/** Days since 1970 by that clock. */
function dayOf(instant: number): number {
  return Math.floor(wallClock(instant) / DAY);
}

/** The first instant at which that clock shows so much of a day. */
function instantOf(day: number, sinceMidnight: number): number {
  const shown = day * DAY + sinceMidnight;
  return wallClock(shown - HOUR) === shown ? shown - HOUR : shown;
}

const holidayDates = new WeakMap<WorkingCalendar, ReadonlySet<number>>();

function works(calendar: WorkingCalendar, day: number): boolean {
  if ([0, 6].includes(new Date(day * DAY).getUTCDay())) return false;
  let dates = holidayDates.get(calendar);
  if (dates === undefined) {
    dates = new Set(calendar.holidays.map((holiday) => Date.parse(holiday.date) / DAY));
    holidayDates.set(calendar, dates);
  }
  return !dates.has(day);
}

/** What is held against the clock; instants as milliseconds. */
export interface SlowStanding {
  readonly state: TargetState;
  readonly receivedOn: string;
  readonly allowedDays: number;
  readonly usedDays: number;
  readonly stoppedDays: number;
  readonly dueAt: number | null;
  readonly warnAt: number | null;
  readonly metAt: number | null;
  readonly breachedAt: number | null;
}

interface Run {
  started: boolean;
  over: boolean;
  dayZero: number;
  /** The day it last started to run from. */
  from: number;
  running: boolean;
  used: number;
  stopped: number;
  allowed: number;
  movedAt: number;
  ranOut: number | null;
  met: number | null;
  dueWhenSettled: number | null;
  closedCount: { used: number; stopped: number } | null;
}

function freshRun(allowed: number, dayZero: number, startedAt: number): Run {
  return {
    started: true,
    over: false,
    dayZero,
    from: dayZero,
    running: true,
    used: 0,
    stopped: 0,
    allowed,
    movedAt: startedAt,
    ranOut: null,
    met: null,
    dueWhenSettled: null,
    closedCount: null,
  };
}

/** One target at an instant; `null` before the clock has started. */
export function slowStanding(
  turnaround: Turnaround,
  target: TurnaroundTarget,
  calendar: WorkingCalendar,
  events: readonly ClockEvent[],
  at: number,
): SlowStanding | null {
  const counts = (day: number): boolean => target.dayKind === 'calendar-days' || works(calendar, day);
  const [hours = 0, minutes = 0] = turnaround.cutOff.split(':').map(Number);
  const receiptOf = (instant: number): number => {
    let day = dayOf(instant);
    if (wallClock(instant) - day * DAY >= hours * HOUR + minutes * 60_000) day += 1;
    while (!counts(day)) day += 1;
    return day;
  };

  const run: Run = { ...freshRun(0, 0, 0), started: false };

  /** The day at whose end the time runs out, found by walking on from a day that has begun. */
  const dueDay = (today: number): number => {
    let day = today;
    let left = run.allowed - run.used;
    // Days before the one it runs from are not used, and that one neither.
    while (day < run.from || left > 0) {
      day += 1;
      if (day > run.from && counts(day)) left -= 1;
    }
    // It was the last counted day that was used up.
    while (!counts(day)) day -= 1;
    return day;
  };
  const dueAt = (today: number): number | null => {
    if (!run.running) return null;
    return run.ranOut ?? instantOf(dueDay(today) + 1, 0);
  };
  const firstNine = (instant: number): number => {
    let day = dayOf(instant);
    while (!works(calendar, day) || instantOf(day, 9 * HOUR) < instant) day += 1;
    return instantOf(day, 9 * HOUR);
  };
  const warnAt = (today: number): number | null => {
    if (target.warnDaysBefore === 0) return null;
    let day = dueDay(today);
    for (let left = target.warnDaysBefore; left > 0; left -= 1) {
      day -= 1;
      while (!counts(day)) day -= 1;
    }
    while (!works(calendar, day)) day -= 1;
    const warn = Math.max(instantOf(day, 9 * HOUR), firstNine(run.movedAt));
    return warn < instantOf(dueDay(today) + 1, 0) ? warn : null;
  };

  const take = (event: ClockEvent, today: number): void => {
    const { moment } = event;
    const when = event.at.getTime();
    if (!run.started || run.over) {
      if (moment !== 'submitted' && moment !== 'called-in') return;
      const day = receiptOf(when);
      Object.assign(run, freshRun(target.days, day, when));
      return;
    }
    const ends = ['decided', 'withdrawn', 'closed-below-threshold'].includes(moment);
    if (run.met === null) {
      if ((target.metBy as readonly string[]).includes(moment)) {
        run.met = when;
        run.dueWhenSettled = dueAt(today);
      } else if (event.moment === 'extended') {
        if (event.target === target.id && run.ranOut === null) {
          run.allowed += event.days;
          if (run.running) run.movedAt = when;
        }
      } else if ((turnaround.stoppedBy as readonly string[]).includes(moment)) run.running = false;
      else if ((turnaround.resumedBy as readonly string[]).includes(moment) && !run.running) {
        run.running = true;
        run.from = receiptOf(when);
        run.movedAt = when;
      }
      if (ends && run.met === null) run.dueWhenSettled = dueAt(today);
    }
    if (ends) run.over = true;
  };

  const past = events.filter((event) => event.at.getTime() <= at);
  const first = past[0];
  if (first === undefined) return null;
  let next = 0;
  for (let day = dayOf(first.at.getTime()); day <= dayOf(at); day += 1) {
    // A day begins.
    if (run.started && !run.over && run.met === null) {
      if (run.running && run.ranOut === null && day - 1 >= dueDay(day - 1)) {
        run.ranOut = instantOf(day, 0);
        if (target.whenTimeRunsOut === 'closes') run.closedCount = { used: run.used, stopped: run.stopped };
      }
      if (day > run.dayZero && counts(day)) {
        if (run.running && day > run.from) run.used += 1;
        else run.stopped += 1;
      }
    }
    for (
      let event = past[next];
      event !== undefined && dayOf(event.at.getTime()) <= day;
      event = past[next]
    ) {
      take(event, day);
      next += 1;
    }
  }
  if (!run.started) return null;

  const closes = target.whenTimeRunsOut === 'closes';
  const breachedAt = closes && run.ranOut !== null ? run.met : run.ranOut;
  const closed = closes && run.ranOut !== null && run.met === null;
  let state: TargetState = run.running ? 'running' : 'stopped';
  if (run.over) state = 'ended';
  if (closed) state = 'closed';
  if (run.met !== null) state = 'met';
  if (breachedAt !== null) state = 'missed';
  const count = closed ? run.closedCount : null;
  const settled = run.met !== null || run.over;
  let due = settled ? run.dueWhenSettled : dueAt(dayOf(at));
  if (closes && run.ranOut !== null) due = run.ranOut;
  return {
    state,
    receivedOn: new Date(run.dayZero * DAY).toISOString().slice(0, 10),
    allowedDays: run.allowed,
    usedDays: count?.used ?? run.used,
    stoppedDays: count?.stopped ?? run.stopped,
    dueAt: due,
    warnAt: state === 'running' ? warnAt(dayOf(at)) : null,
    metAt: run.met,
    breachedAt,
  };
}
