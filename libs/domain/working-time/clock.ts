import type { IsoDate } from '../case/case-content.js';
import { nextStartOfBusiness, startOfBusiness } from './business-hours.js';
import type { ClockEvent } from './clock-events.js';
import { countedDays, receiptNumber, type CountedDays } from './counted-days.js';
import { addDays, londonDate, minutesOf, startOfLondonDay, type MinuteOfDay } from './london-time.js';
import type { ClockMoment, DayKind, Turnaround, TurnaroundTarget } from './turnaround.js';
import { workingDayUpTo, type WorkingCalendar } from './working-calendar.js';

/** Events that start the clock: GDS Assurance has the case. */
export const CLOCK_STARTS = [
  'submitted',
  'called-in',
  'advice-asked',
  'advice-reopened',
] as const satisfies readonly ClockMoment[];
/** Starts that count only where nothing has met a target before: a question that was answered has had its first answer. */
const STARTS_UNLESS_MET = ['advice-reopened'] as const satisfies readonly ClockMoment[];
/** Events that end it. */
export const CLOCK_ENDS = [
  'decided',
  'withdrawn',
  'closed-below-threshold',
  'advice-closed',
] as const satisfies readonly ClockMoment[];

/**
 * How one target stands. `missed` as soon as its time has run out, whether or not it has been met since; `closed` when
 * the time of a target that running out does not break has passed; `ended` when the clock ended with it unmet and
 * unbroken.
 */
export type TargetState = 'running' | 'stopped' | 'met' | 'missed' | 'closed' | 'ended';

/** How one target of a clock stands at an instant. Days are days of its own kind. */
export interface TargetStanding {
  readonly id: string;
  readonly name: string;
  readonly dayKind: DayKind;
  readonly whenTimeRunsOut: TurnaroundTarget['whenTimeRunsOut'];
  /** Day 0: the day on which the case counts as received. */
  readonly receivedOn: IsoDate;
  /** With every extension. */
  readonly allowedDays: number;
  readonly extensionDays: number;
  /** Days after day 0, up to now or to when it was settled, while the clock ran; and while it was stopped. */
  readonly usedDays: number;
  readonly stoppedDays: number;
  /**
   * The midnight at which its time runs out or ran out; of a settled target, as it was when it was settled. `null`
   * while the clock is stopped.
   */
  readonly dueAt: Date | null;
  /** When whoever has the case is warned; `null` where nobody is, and when it is too late to warn. */
  readonly warnAt: Date | null;
  readonly state: TargetState;
  /** Whether it still waits to be met in time or late. */
  readonly isOpen: boolean;
  readonly metAt: Date | null;
  /** The instant it was broken: its time ran out, or, of a target that only closes, it was met after that. */
  readonly breachedAt: Date | null;
}

/** How the clock of a case stands at an instant. */
export interface ClockStanding {
  readonly state: 'not-started' | 'running' | 'stopped' | 'ended';
  /** When the case was last submitted or called in; the days count from each target's `receivedOn`. */
  readonly startedAt: Date | null;
  /** In the regime's order; none before the clock starts. */
  readonly targets: readonly TargetStanding[];
  /** The first of the open targets that running out of time breaks, those broken already included. */
  readonly nextDue: { readonly target: string; readonly dueAt: Date } | null;
}

/** The events from one start of the clock to its end. */
interface Round {
  readonly startedAt: Date;
  readonly events: readonly ClockEvent[];
  readonly endedAt: Date | null;
  readonly stopped: boolean;
}

function isOneOf(moments: readonly ClockMoment[], moment: ClockEvent['moment']): boolean {
  return (moments as readonly string[]).includes(moment);
}

/**
 * The latest round. A start counts only when no round is under way, so each round runs from a start to an end, and some
 * only while no target has been met in any.
 */
function latestRound(turnaround: Turnaround, events: readonly ClockEvent[]): Round | null {
  let round: { startedAt: Date; events: ClockEvent[]; endedAt: Date | null; stopped: boolean } | null = null;
  let met = false;
  for (const event of events) {
    const { moment, at } = event;
    met ||= turnaround.targets.some(({ metBy }) => isOneOf(metBy, moment));
    // None yet, or one that has ended.
    if (round?.endedAt !== null) {
      if (isOneOf(CLOCK_STARTS, moment) && !(met && isOneOf(STARTS_UNLESS_MET, moment)))
        round = { startedAt: at, events: [], endedAt: null, stopped: false };
      continue;
    }
    round.events.push(event);
    if (isOneOf(turnaround.stoppedBy, moment)) round.stopped = true;
    else if (isOneOf(turnaround.resumedBy, moment)) round.stopped = false;
    if (isOneOf(CLOCK_ENDS, moment)) round.endedAt = at;
  }
  return round;
}

interface Due {
  readonly day: IsoDate;
  readonly at: Date;
}

/** One target followed through one round, event by event. */
class TargetCourse {
  private readonly days: CountedDays;
  private readonly cutOff: MinuteOfDay;
  private readonly dayZero: number;
  private extensionDays = 0;
  /** Days used before the clock last stopped. */
  private usedBefore = 0;
  /** Number of the day the clock last started to run from; `null` while it is stopped. */
  private runningFrom: number | null;
  /** When the due time last moved: the start, a resumption or an extension. */
  private movedAt: Date;
  private due: Due | null;
  /** When the time ran out before the target was met. */
  private ranOutAt: Date | null = null;
  private metAt: Date | null = null;
  private endedAt: Date | null = null;
  /** What had been counted when a target that only closes closed. */
  private countedAtClose: { readonly usedDays: number; readonly stoppedDays: number } | null = null;

  constructor(
    private readonly turnaround: Turnaround,
    private readonly target: TurnaroundTarget,
    private readonly calendar: WorkingCalendar,
    startedAt: Date,
  ) {
    this.days = countedDays(target.dayKind, calendar);
    this.cutOff = minutesOf(turnaround.cutOff);
    this.dayZero = receiptNumber(this.days, this.cutOff, startedAt);
    this.runningFrom = this.dayZero;
    this.movedAt = startedAt;
    this.due = this.dueFrom(this.dayZero);
  }

  /** Takes one event into account. What happens after the target has been met is nothing to it. */
  take(event: ClockEvent): void {
    const { moment, at } = event;
    this.passTo(at);
    if (this.metAt !== null) return;
    if (isOneOf(this.target.metBy, moment)) {
      this.metAt = at;
      return;
    }
    if (event.moment === 'extended') this.extend(event.target, event.days, at);
    else if (isOneOf(this.turnaround.stoppedBy, moment)) this.stop(at);
    else if (isOneOf(this.turnaround.resumedBy, moment)) this.resume(at);
    if (isOneOf(CLOCK_ENDS, moment)) this.endedAt = at;
  }

  /** How the target stands at an instant at or after the last event taken. */
  standing(at: Date): TargetStanding {
    if (this.endedAt === null) this.passTo(at);
    const { id, name, dayKind, whenTimeRunsOut } = this.target;
    const state = this.state();
    const isOpen = state === 'running' || state === 'stopped' || this.isBrokenAndOpen();
    return {
      id,
      name,
      dayKind,
      whenTimeRunsOut,
      receivedOn: this.days.dayNumbered(this.dayZero),
      allowedDays: this.allowedDays(),
      extensionDays: this.extensionDays,
      ...this.counted(at),
      dueAt: this.countedAtClose === null ? (this.due?.at ?? null) : this.ranOutAt,
      warnAt: state === 'running' ? this.warnAt() : null,
      state,
      isOpen,
      metAt: this.metAt,
      breachedAt: this.breachedAt(),
    };
  }

  private allowedDays(): number {
    return this.target.days + this.extensionDays;
  }

  private isBrokenAndOpen(): boolean {
    return this.breachedAt() !== null && this.metAt === null && this.endedAt === null;
  }

  /** Time passes: an unmet target whose due time has come has run out. */
  private passTo(at: Date): void {
    if (this.metAt !== null || this.ranOutAt !== null || this.due === null || at < this.due.at) return;
    this.ranOutAt = this.due.at;
    // It closed at midnight: the day that was just beginning is none of its days.
    if (this.target.whenTimeRunsOut === 'closes')
      this.countedAtClose = this.countedUpTo(this.days.numberOf(this.due.day));
  }

  /** More time is for a target whose time has not run out; `extensionAllowed` refuses it to every other. */
  private extend(target: string, days: number, at: Date): void {
    if (target !== this.target.id || this.ranOutAt !== null) return;
    this.extensionDays += days;
    if (this.runningFrom === null) return;
    this.due = this.dueFrom(this.runningFrom);
    this.movedAt = at;
  }

  private stop(at: Date): void {
    if (this.runningFrom === null) return;
    this.usedBefore += this.usedSince(this.runningFrom, this.days.numberOf(londonDate(at)));
    this.runningFrom = null;
    this.due = null;
  }

  private resume(at: Date): void {
    if (this.runningFrom !== null) return;
    this.runningFrom = receiptNumber(this.days, this.cutOff, at);
    // A target whose time ran out gets no new time: it stays due when it was.
    this.due = this.dueFrom(this.runningFrom);
    this.movedAt = at;
  }

  private dueFrom(runningFrom: number): Due {
    if (this.ranOutAt !== null) return { day: londonDate(this.ranOutAt), at: this.ranOutAt };
    const day = this.days.dayNumbered(runningFrom + this.allowedDays() - this.usedBefore);
    return { day, at: startOfLondonDay(addDays(day, 1)) };
  }

  private usedSince(runningFrom: number, upTo: number): number {
    // It may be asked about a day before the one that counts as that of receipt.
    return Math.max(0, upTo - runningFrom);
  }

  private counted(at: Date): { readonly usedDays: number; readonly stoppedDays: number } {
    if (this.metAt === null && this.countedAtClose !== null) return this.countedAtClose;
    return this.countedUpTo(this.days.numberOf(londonDate(this.metAt ?? this.endedAt ?? at)));
  }

  private countedUpTo(number: number): { readonly usedDays: number; readonly stoppedDays: number } {
    const running = this.runningFrom === null ? 0 : this.usedSince(this.runningFrom, number);
    const usedDays = this.usedBefore + running;
    return { usedDays, stoppedDays: this.usedSince(this.dayZero, number) - usedDays };
  }

  private breachedAt(): Date | null {
    return this.target.whenTimeRunsOut === 'closes' && this.ranOutAt !== null ? this.metAt : this.ranOutAt;
  }

  private state(): TargetState {
    if (this.breachedAt() !== null) return 'missed';
    if (this.metAt !== null) return 'met';
    if (this.ranOutAt !== null) return 'closed';
    if (this.endedAt !== null) return 'ended';
    return this.runningFrom === null ? 'stopped' : 'running';
  }

  /**
   * At the start of business, so many counted days before the due day, or on the last working day before that; but
   * not before the first start of business since the due time last moved.
   */
  private warnAt(): Date | null {
    const { warnDaysBefore } = this.target;
    if (this.due === null || warnDaysBefore === 0) return null;
    const number = this.days.numberOf(this.due.day) - warnDaysBefore;
    const planned = startOfBusiness(workingDayUpTo(this.calendar, this.days.dayNumbered(number)));
    const earliest = nextStartOfBusiness(this.calendar, this.movedAt);
    const warnAt = planned < earliest ? earliest : planned;
    return warnAt < this.due.at ? warnAt : null;
  }
}

/** Earliest first, then in the regime's order. */
function firstDue(targets: readonly TargetStanding[]): ClockStanding['nextDue'] {
  let first: { target: string; dueAt: Date } | null = null;
  for (const { id, isOpen, whenTimeRunsOut, dueAt } of targets) {
    if (!isOpen || whenTimeRunsOut !== 'breach' || dueAt === null) continue;
    if (first === null || dueAt < first.dueAt) first = { target: id, dueAt };
  }
  return first;
}

/**
 * How the clock of a case stands at an instant, from its events alone; events after the instant are not looked at, so
 * any past instant gives what was shown then. The rules are this service's own; `docs/clock.md` lists them.
 *
 * @param events in the order of the case's history; those the clock does not know are passed over by `clockEventOf`
 */
export function standingOf(
  turnaround: Turnaround,
  calendar: WorkingCalendar,
  events: readonly ClockEvent[],
  at: Date,
): ClockStanding {
  const round = latestRound(
    turnaround,
    events.filter((event) => event.at <= at),
  );
  if (round === null) return { state: 'not-started', startedAt: null, targets: [], nextDue: null };
  const targets = turnaround.targets.map((target) => {
    const course = new TargetCourse(turnaround, target, calendar, round.startedAt);
    for (const event of round.events) course.take(event);
    return course.standing(at);
  });
  const running = round.stopped ? 'stopped' : 'running';
  return {
    state: round.endedAt === null ? running : 'ended',
    startedAt: round.startedAt,
    targets,
    nextDue: firstDue(targets),
  };
}
