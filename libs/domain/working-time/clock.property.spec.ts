import fc from 'fast-check';
import type { ClockEvent } from './clock-events.js';
import { CALENDAR, TURNAROUND } from './clock.fixture.js';
import { standingOf, type ClockStanding, type TargetStanding } from './clock.js';
import { countedDays } from './counted-days.js';
import { londonDate } from './london-time.js';
import { slowStanding, type SlowStanding } from './slow-clock.fixture.js';
import { CLOCK_MOMENTS, DAY_KINDS, type Turnaround, type TurnaroundTarget } from './turnaround.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FROM = Date.parse('2026-01-01T00:00:00Z');

const target: fc.Arbitrary<TurnaroundTarget> = fc.record({
  id: fc.constant('decide'),
  name: fc.constant('decide'),
  days: fc.integer({ min: 0, max: 30 }),
  dayKind: fc.constantFrom(...DAY_KINDS),
  metBy: fc.uniqueArray(fc.constantFrom('acknowledged', 'returned', 'recommended', 'decided'), {
    minLength: 1,
  }),
  whenTimeRunsOut: fc.constantFrom('breach', 'closes'),
  warnDaysBefore: fc.integer({ min: 0, max: 6 }),
  mostExtensionDays: fc.constant(10),
  provenance: fc.constant(TURNAROUND.provenance),
});

const turnaround: fc.Arbitrary<Turnaround> = fc.record({
  cutOff: fc.constantFrom('13:00', '13:00', '00:00', '17:30', '23:59'),
  stoppedBy: fc.constant(['returned'] as const),
  resumedBy: fc.constant(['resubmitted'] as const),
  targets: target.map((one) => [one]),
  provenance: fc.constant(TURNAROUND.provenance),
});

/** Returns and resubmissions more often than the rest, ends seldom: so that clocks run for a while. */
const moment = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<'returned' | 'resubmitted'>('returned', 'resubmitted') },
  { weight: 3, arbitrary: fc.constant('extended' as const) },
  { weight: 2, arbitrary: fc.constantFrom<'submitted' | 'called-in'>('submitted', 'called-in') },
  { weight: 2, arbitrary: fc.constantFrom(...CLOCK_MOMENTS) },
);
const gap = fc.oneof(
  fc.integer({ min: 0, max: 3 * 60 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 12 * DAY }),
  fc.integer({ min: 0, max: 40 }).map((quarters) => quarters * 6 * 60 * MINUTE),
);

/** A history that starts with a submission and goes on for up to a dozen events, in the order of time. */
const history: fc.Arbitrary<readonly ClockEvent[]> = fc
  .record({
    start: fc.integer({ min: 0, max: 500 * 24 * 60 }),
    later: fc.array(fc.record({ moment, gap, days: fc.integer({ min: 1, max: 6 }) }), { maxLength: 12 }),
  })
  .map(({ start, later }) => {
    let time = FROM + start * MINUTE;
    return [
      { moment: 'submitted' as const, at: new Date(time) },
      ...later.map(({ moment: what, gap: wait, days }): ClockEvent => {
        time += wait;
        const at = new Date(time);
        return what === 'extended' ? { moment: what, at, target: 'decide', days } : { moment: what, at };
      }),
    ];
  });
/** An instant so long after the start; midnights, cut-offs and the instants just before them among them. */
const later = fc.oneof(
  fc.integer({ min: 0, max: 120 * DAY }),
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(0, 9, 12, 13, 23), fc.constantFrom(-1, 0))
    .map(([days, hours, off]) => days * DAY + hours * 60 * MINUTE + off),
);

function only({ targets }: ClockStanding): TargetStanding {
  expect(targets).toHaveLength(1);
  return targets[0]!;
}

function asSlow(standing: TargetStanding): SlowStanding {
  const { state, receivedOn, allowedDays, usedDays, stoppedDays, dueAt, warnAt, metAt, breachedAt } =
    standing;
  const time = (date: Date | null): number | null => date?.getTime() ?? null;
  return {
    state,
    receivedOn,
    allowedDays,
    usedDays,
    stoppedDays,
    dueAt: time(dueAt),
    warnAt: time(warnAt),
    metAt: time(metAt),
    breachedAt: time(breachedAt),
  };
}

/** Instants after the start of a history, each an offset from it. */
function instantsOf(events: readonly ClockEvent[], offsets: readonly number[]): readonly Date[] {
  const start = events[0]!.at.getTime();
  const midnight = start - (start % DAY);
  return offsets.map((offset) => new Date(Math.max(start, midnight + offset)));
}

describe('the clock', () => {
  it('says what walking through the days one after another says', () => {
    fc.assert(
      fc.property(
        turnaround,
        history,
        fc.array(later, { minLength: 1, maxLength: 3 }),
        (rules, events, offsets) => {
          for (const at of instantsOf(events, offsets)) {
            const fast = only(standingOf(rules, CALENDAR, events, at));
            const slow = slowStanding(rules, rules.targets[0]!, CALENDAR, events, at.getTime());
            expect(asSlow(fast)).toEqual(slow);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('gives the same for a past instant whatever has happened since', () => {
    fc.assert(
      fc.property(turnaround, history, later, (rules, events, offset) => {
        const [at = new Date(0)] = instantsOf(events, [offset]);
        const then = events.filter((event) => event.at <= at);
        expect(standingOf(rules, CALENDAR, events, at)).toEqual(standingOf(rules, CALENDAR, then, at));
      }),
    );
  });

  it('counts every day after the day of receipt once, as used or as stopped', () => {
    fc.assert(
      fc.property(turnaround, history, later, (rules, events, offset) => {
        const [at = new Date(0)] = instantsOf(events, [offset]);
        const clock = standingOf(rules, CALENDAR, events, at);
        const standing = only(clock);
        const { numberOf } = countedDays(standing.dayKind, CALENDAR);
        if (clock.state === 'ended' || standing.metAt !== null || standing.state === 'closed') return;
        const total = numberOf(londonDate(at)) - numberOf(standing.receivedOn);
        expect(standing.usedDays + standing.stoppedDays).toBe(Math.max(0, total));
        expect(standing.usedDays).toBeGreaterThanOrEqual(0);
        expect(standing.stoppedDays).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never takes back what was used, stopped, due, met or broken while one round goes on', () => {
    fc.assert(
      fc.property(turnaround, history, later, later, (rules, events, one, other) => {
        const [early, late] = instantsOf(events, [Math.min(one, other), Math.max(one, other)]);
        const before = standingOf(rules, CALENDAR, events, early!);
        const after = standingOf(rules, CALENDAR, events, late!);
        if (before.startedAt?.getTime() !== after.startedAt?.getTime()) return;
        const [was, is] = [only(before), only(after)];
        expect(is.usedDays).toBeGreaterThanOrEqual(was.usedDays);
        expect(is.stoppedDays).toBeGreaterThanOrEqual(was.stoppedDays);
        expect(is.extensionDays).toBeGreaterThanOrEqual(was.extensionDays);
        if (was.dueAt !== null && is.dueAt !== null)
          expect(is.dueAt.getTime()).toBeGreaterThanOrEqual(was.dueAt.getTime());
        if (was.breachedAt !== null) expect(is.breachedAt).toEqual(was.breachedAt);
        if (was.metAt !== null) expect(is).toEqual(was);
      }),
    );
  });

  it('breaks or closes nothing before the time allowed has been used', () => {
    fc.assert(
      fc.property(turnaround, history, later, (rules, events, offset) => {
        const [at = new Date(0)] = instantsOf(events, [offset]);
        const standing = only(standingOf(rules, CALENDAR, events, at));
        if (standing.state === 'missed' || standing.state === 'closed')
          expect(standing.usedDays).toBeGreaterThanOrEqual(standing.allowedDays);
        else expect(standing.usedDays).toBeLessThanOrEqual(standing.allowedDays);
      }),
    );
  });
});
