import { approvalEndsOn, spendPeriods, type ApprovalToWatch } from '../after-decision/approval-end.js';
import type { IsoDate } from '../case/case-content.js';
import type { EventPayloads } from '../decision-log/events.js';
import type { ConditionStatus } from '../lifecycle/case-facts.js';
import type { CaseState } from '../lifecycle/states.js';
import { addMonths } from '../pipeline/financial-quarter.js';
import { isSendingTime, nextStartOfBusiness, startOfBusiness } from '../working-time/business-hours.js';
import type { ClockStanding, TargetStanding } from '../working-time/clock.js';
import { londonDate, startOfLondonDay } from '../working-time/london-time.js';
import { addWorkingDays, workingDayFrom, type WorkingCalendar } from '../working-time/working-calendar.js';
import {
  APPROVAL_ENDING_MONTHS,
  OCCASION_TYPES,
  REMINDER_RULES,
  SPEND_REPORT_DAYS,
  type OccasionType,
} from './reminder-rules.js';

/** Every occasion says in its payload which one it is, so that it is raised once. */
type OccasionPayload<Type extends OccasionType> = EventPayloads[Type] & { readonly occasion: string };

/** Something to be raised on a case once, because time has passed. */
export type Occasion = {
  [Type in OccasionType]: {
    readonly type: Type;
    /** Which one it is, the same however often it is worked out; unique within the case. */
    readonly occasion: string;
    /** When it is to be raised: the start of business on a working day. */
    readonly at: Date;
    /** From when it is not raised any more; `null` for never. */
    readonly lapsesAt: Date | null;
    readonly payload: OccasionPayload<Type>;
  };
}[OccasionType];

/** A condition as far as its reminders look at it. */
export interface ConditionToWatch {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly status: ConditionStatus;
  /** Whether the decision it belongs to stands. */
  readonly inForce: boolean;
}

/** What the occasions of a case are worked out from. */
export interface OccasionInput {
  readonly state: CaseState;
  readonly conditions: readonly ConditionToWatch[];
  /** The approval that stands; `null` where none does, or it is for another system to remind of. */
  readonly approval: ApprovalToWatch | null;
  /** When the case was last returned; `null` when it never was. */
  readonly returnedAt: Date | null;
  /** How the clock stands at an instant; `null` where the regime has no known targets. */
  readonly standingAt: (at: Date) => ClockStanding | null;
  /** Occasions raised already: what `raisedOccasion` gives for the events of the case. */
  readonly raised: ReadonlySet<string>;
  readonly calendar: WorkingCalendar;
}

/** The start of business so many working days after a day; on the day itself or the next working day for 0. */
function workingDaysFrom(calendar: WorkingCalendar, day: IsoDate, workingDays: number): Date {
  return startOfBusiness(
    workingDays === 0 ? workingDayFrom(calendar, day) : addWorkingDays(calendar, day, workingDays),
  );
}

/** A condition somebody still has to do something about is reminded of; one whose evidence waits to be judged is not. */
function conditionOccasions(
  { conditions, calendar }: OccasionInput,
  type: 'condition-due-soon' | 'condition-due' | 'condition-overdue',
): readonly Occasion[] {
  const { workingDays, lapses } = REMINDER_RULES[type];
  return conditions
    .filter(({ status, inForce }) => inForce && status === 'open')
    .flatMap(({ id, dueOn }) =>
      workingDays.map((days) => {
        const occasion = `${type}:${id}:${dueOn}`;
        return {
          type,
          occasion,
          at: workingDaysFrom(calendar, dueOn, days),
          lapsesAt: lapses === 'when-due' ? startOfLondonDay(dueOn) : null,
          payload: { occasion, conditionId: id, dueOn },
        };
      }),
    );
}

function returnOccasions({ state, returnedAt, calendar }: OccasionInput): readonly Occasion[] {
  if (state !== 'returned' || returnedAt === null) return [];
  const day = londonDate(returnedAt);
  return REMINDER_RULES['return-unanswered'].workingDays.map((workingDays, index) => {
    const reminder = index + 1;
    const occasion = `return-unanswered:${returnedAt.toISOString()}:${reminder}`;
    return {
      type: 'return-unanswered',
      occasion,
      at: workingDaysFrom(calendar, day, workingDays),
      lapsesAt: null,
      payload: { occasion, reminder, workingDays },
    };
  });
}

/** A department is asked what it spent once a period is over, until it has said so or is asked of the next. */
function spendOccasions({ approval, calendar }: OccasionInput): readonly Occasion[] {
  if (approval === null || approval.finished || approval.replaced) return [];
  const { reportedOn } = approval;
  const asked = spendPeriods(approval).map(({ period, endsOn }) => {
    const occasion = `spend-report-due:${period}:${endsOn}`;
    return { occasion, period, endsOn, at: workingDaysFrom(calendar, endsOn, SPEND_REPORT_DAYS) };
  });
  return asked.flatMap(({ at, ...payload }, index): readonly Occasion[] =>
    reportedOn !== null && reportedOn > payload.endsOn
      ? []
      : [
          {
            type: 'spend-report-due',
            occasion: payload.occasion,
            at,
            lapsesAt: asked[index + 1]?.at ?? null,
            payload,
          },
        ],
  );
}

/** Nobody is told that an approval runs out who has finished with it, or has asked for what comes next. */
function endingOccasions({ approval, calendar }: OccasionInput): readonly Occasion[] {
  if (approval === null || approval.finished || approval.replaced || approval.followerOpen) return [];
  const endsOn = approvalEndsOn(approval);
  if (endsOn === null) return [];
  const asked = APPROVAL_ENDING_MONTHS.map((before) => ({ before, day: addMonths(endsOn, -before) }))
    // Of an approval that came later than that, nobody has to be told so early.
    .filter(({ day }) => day > approval.decidedOn)
    .map(({ before, day }) => ({ before, at: workingDaysFrom(calendar, day, 0) }));
  return asked.map(({ before, at }, index) => {
    const occasion = `approval-ending:${String(before)}:${endsOn}`;
    return {
      type: 'approval-ending',
      occasion,
      at,
      lapsesAt: asked[index + 1]?.at ?? startOfLondonDay(endsOn),
      payload: { occasion, endsOn, months: before },
    };
  });
}

function nearOccasion({ id, warnAt, dueAt }: TargetStanding): readonly Occasion[] {
  if (warnAt === null || dueAt === null) return [];
  const due = dueAt.toISOString();
  const occasion = `target-near:${id}:${due}`;
  const payload = { occasion, target: id, dueAt: due };
  return [{ type: 'target-near', occasion, at: warnAt, lapsesAt: dueAt, payload }];
}

function missedOccasion(target: TargetStanding, calendar: WorkingCalendar): readonly Occasion[] {
  const { id, isOpen, whenTimeRunsOut, dueAt } = target;
  const brokenAt = target.breachedAt ?? dueAt;
  if (!isOpen || whenTimeRunsOut !== 'breach' || brokenAt === null) return [];
  const due = brokenAt.toISOString();
  const occasion = `target-missed:${id}:${due}`;
  const payload = { occasion, target: id, dueAt: due };
  const at = nextStartOfBusiness(calendar, brokenAt);
  return [{ type: 'target-missed', occasion, at, lapsesAt: null, payload }];
}

function occasionsOfType(
  type: OccasionType,
  input: OccasionInput,
  targets: readonly TargetStanding[],
): readonly Occasion[] {
  switch (type) {
    case 'condition-due-soon':
    case 'condition-due':
    case 'condition-overdue':
      return conditionOccasions(input, type);
    case 'return-unanswered':
      return returnOccasions(input);
    case 'spend-report-due':
      return spendOccasions(input);
    case 'approval-ending':
      return endingOccasions(input);
    case 'target-near':
      return targets.flatMap(nearOccasion);
    case 'target-missed':
      return targets.flatMap((target) => missedOccasion(target, input.calendar));
  }
}

/**
 * Every occasion of a case as things stand at an instant, those raised, lapsed or still to come included, earliest
 * first. It stays true as time passes, until something happens on the case.
 */
export function occasionsOf(input: OccasionInput, at: Date): readonly Occasion[] {
  const targets = input.standingAt(at)?.targets ?? [];
  return OCCASION_TYPES.flatMap((type) => occasionsOfType(type, input, targets)).sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}

/**
 * When an occasion is raised if somebody looks at an instant and from then on: when it comes, but never at a weekend,
 * on a holiday or before business starts, even if it was missed when it came. `null` when it has been raised or has
 * lapsed by then.
 */
function raisedAt({ occasion, at, lapsesAt }: Occasion, { raised, calendar }: OccasionInput, now: Date) {
  if (raised.has(occasion)) return null;
  const late = at < now && !isSendingTime(calendar, now);
  const when = late ? nextStartOfBusiness(calendar, now) : at;
  const noSoonerThan = when < now ? now : when;
  return lapsesAt !== null && lapsesAt <= noSoonerThan ? null : when;
}

/**
 * The occasions to raise now, earliest first: come, not raised, not lapsed. None at a weekend, on a holiday or before
 * business starts.
 */
export function dueOccasions(input: OccasionInput, at: Date): readonly Occasion[] {
  return occasionsOf(input, at).filter((occasion) => {
    const when = raisedAt(occasion, input, at);
    return when !== null && when <= at;
  });
}

/**
 * When `dueOccasions` next has something: in the past or now when it has, in the future when it will have, `null` when
 * it never will unless something happens on the case.
 */
export function nextOccasionAt(input: OccasionInput, at: Date): Date | null {
  const times = occasionsOf(input, at).flatMap((occasion) => raisedAt(occasion, input, at)?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
}

function isOccasionType(type: string): type is OccasionType {
  return (OCCASION_TYPES as readonly string[]).includes(type);
}

/**
 * Which occasion an event raised; `null` for an event of another type. Events from before occasions were kept say
 * only which condition was due and when, which is the same occasion.
 */
export function raisedOccasion(event: { readonly type: string; readonly payload: unknown }): string | null {
  const { type, payload } = event;
  if (!isOccasionType(type)) return null;
  const { occasion, conditionId, dueOn } = payload as Readonly<Record<string, string>>;
  return occasion ?? `${type}:${String(conditionId)}:${String(dueOn)}`;
}
