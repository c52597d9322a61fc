import {
  CLOCK_EVENT_TYPES,
  clockEventOf,
  londonDate,
  nextOccasionAt,
  openFollower,
  raisedOccasion,
  OCCASION_TYPES,
  standingOf,
  successor,
  type ApprovalToWatch,
  turnaroundOf,
  type CaseState,
  type ClockStanding,
  type EventType,
  type OccasionInput,
} from '#domain';
import type { CaseChange, CaseRecord, Schedule, StoredClockEvent } from '#persistence';
import type { PolicyInForce } from '../policy/policy-book.js';

/** Events after which a reminder may come at another time than before. */
const STIRRING_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  ...CLOCK_EVENT_TYPES,
  ...OCCASION_TYPES,
  'condition-evidence-submitted',
  'condition-changed',
  'condition-extended',
  'spend-recorded',
  'variation-started',
]);
const CLOCK_EVENTS: ReadonlySet<EventType> = new Set<EventType>(CLOCK_EVENT_TYPES);

/** How the clock of a case stands at an instant, by the events given; `null` where its regime has no targets. */
export function clockStanding(
  { policy, calendar }: PolicyInForce,
  events: readonly StoredClockEvent[],
  at: Date,
): ClockStanding | null {
  const turnaround = turnaroundOf(policy.regime.turnaround, events);
  if (turnaround === 'not-known') return null;
  const moments = events.map(clockEventOf).filter((event) => event !== null);
  return standingOf(turnaround, calendar, moments, at);
}

/** How the clock of a case stands once a change is made. */
export function standingAfter(
  { clockEvents }: CaseRecord,
  inForce: PolicyInForce,
  { type, payload }: { readonly type: EventType; readonly payload: unknown },
  at: Date,
): ClockStanding | null {
  const event = { type, payload, occurredAt: at.toISOString(), reason: null };
  return clockStanding(inForce, [...clockEvents, event], at);
}

/**
 * The columns in which a change leaves its case's schedule: when it is due next, at once, because the queue is ordered
 * by it; and that its reminders are to be worked out again, which whoever keeps the schedules does.
 */
export function scheduleColumns(
  record: CaseRecord,
  inForce: PolicyInForce,
  plan: { readonly type: EventType; readonly payload: unknown },
  at: Date,
): NonNullable<CaseChange['set']> {
  if (!STIRRING_EVENTS.has(plan.type)) return [];
  const stale = ['schedule_stale', true, 'boolean'] as const;
  if (!CLOCK_EVENTS.has(plan.type)) return [stale];
  const nextDue = standingAfter(record, inForce, plan, at)?.nextDue ?? null;
  return [
    ['next_due_at', nextDue?.dueAt ?? null, 'timestamptz'],
    ['next_due_target', nextDue?.target ?? null, 'text'],
    stale,
  ];
}

/** What the reminders of a case are worked out from. */
export function occasionInput(record: CaseRecord, inForce: PolicyInForce): OccasionInput {
  const { state, decision, clockEvents } = record;
  // What was settled elsewhere years ago is not for this service to remind anybody of.
  const conditions = record.decidedElsewhere ? [] : record.conditions;
  return {
    state,
    conditions: conditions.map(({ id, dueOn, status, decisionId }) => ({
      id,
      dueOn,
      status,
      inForce: decisionId === decision?.id,
    })),
    approval: approvalOf(record),
    returnedAt: returnedAt(state, clockEvents),
    standingAt: (at) => clockStanding(inForce, clockEvents, at),
    calendar: inForce.calendar,
    raised: new Set(clockEvents.map(raisedOccasion).filter((occasion) => occasion !== null)),
  };
}

/** The approval that stands, as far as its reminders look at it; none of what was decided elsewhere. */
export function approvalOf({
  state,
  decision,
  decidedElsewhere,
  details,
  spend,
  followers,
}: CaseRecord): ApprovalToWatch | null {
  const stands = state === 'approved' || state === 'approved-with-conditions';
  if (!stands || decision === null || decidedElsewhere) return null;
  return {
    decidedOn: londonDate(new Date(decision.decidedAt)),
    spendEndsOn: details.spendEndsOn,
    contractEndsOn: details.contractEndsOn,
    reportedOn: spend === null ? null : londonDate(new Date(spend.recordedAt)),
    finished: spend?.final ?? false,
    followerOpen: openFollower(followers) !== null,
    replaced: successor(followers) !== null,
  };
}

function returnedAt(state: CaseState, events: readonly StoredClockEvent[]): Date | null {
  const back = state === 'returned' ? events.findLast(({ type }) => type === 'returned') : undefined;
  return back === undefined ? null : new Date(back.occurredAt);
}

/** When a case is due next and when somebody has to be reminded of it, worked out at an instant. */
export function scheduleOf(record: CaseRecord, inForce: PolicyInForce, at: Date): Schedule {
  const nextDue = clockStanding(inForce, record.clockEvents, at)?.nextDue ?? null;
  return {
    nextDueAt: nextDue?.dueAt ?? null,
    nextDueTarget: nextDue?.target ?? null,
    nextOccasionAt: nextOccasionAt(occasionInput(record, inForce), at),
  };
}
