import type { ClockEvent } from './clock-events.js';
import { ACKNOWLEDGE, CALENDAR, DECIDE, TURNAROUND } from './clock.fixture.js';
import { standingOf } from './clock.js';
import { daysInWords, extensionAllowed } from './extension.js';
import type { TurnaroundTarget } from './turnaround.js';

const SUBMITTED: ClockEvent = { moment: 'submitted', at: new Date('2026-11-25T10:00:00Z') };
const RETURNED: ClockEvent = { moment: 'returned', at: new Date('2026-11-26T10:00:00Z') };
const DECIDED: ClockEvent = { moment: 'decided', at: new Date('2026-11-26T10:00:00Z') };
const WITHDRAWN: ClockEvent = { moment: 'withdrawn', at: new Date('2026-11-26T10:00:00Z') };

function refusals(
  events: readonly ClockEvent[],
  days: number,
  { at = '2026-11-26T11:00:00Z', target = DECIDE }: { at?: string; target?: TurnaroundTarget } = {},
): readonly string[] {
  const turnaround = { ...TURNAROUND, targets: [ACKNOWLEDGE, { ...target }] };
  return extensionAllowed(target, standingOf(turnaround, CALENDAR, events, new Date(at)), days);
}

const extendedBy = (days: number): ClockEvent => ({
  moment: 'extended',
  target: 'decide',
  days,
  at: new Date('2026-11-26T10:00:00Z'),
});

describe('extending a target', () => {
  it.each([1, 13, 14])('by %d days is allowed while it runs', (days) => {
    expect(refusals([SUBMITTED], days)).toEqual([]);
  });

  it('is allowed until the instant before it is due, and no longer', () => {
    expect(refusals([SUBMITTED], 1, { at: '2026-12-23T23:59:59.999Z' })).toEqual([]);
    expect(refusals([SUBMITTED], 1, { at: '2026-12-24T00:00:00Z' })).toEqual([
      'The time has run out already: a missed target cannot be extended afterwards.',
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('by %d days is refused', (days) => {
    expect(refusals([SUBMITTED], days)).toEqual(['Extend by a whole number of days, at least 1.']);
  });

  it('is refused beyond what the regime allows, all extensions together', () => {
    expect(refusals([SUBMITTED], 15)).toEqual([
      'The time to decide can be extended by at most 14 calendar days in all.',
    ]);
    expect(refusals([SUBMITTED, extendedBy(10)], 4)).toEqual([]);
    expect(refusals([SUBMITTED, extendedBy(10)], 5)).toEqual([
      'The time to decide can be extended by at most 14 calendar days in all, and has been by 10.',
    ]);
  });

  it('is refused where the regime has no extensions', () => {
    expect(refusals([SUBMITTED], 1, { target: ACKNOWLEDGE })).toEqual([
      'The time to acknowledge cannot be extended.',
    ]);
  });

  it.each([
    ['the clock has not started', [], 'The clock has not started.'],
    [
      'the case is returned',
      [SUBMITTED, RETURNED],
      'The clock is stopped: time can be extended once the case has been resubmitted.',
    ],
    ['it has been met', [SUBMITTED, DECIDED], 'The target has been met already.'],
    ['the case is withdrawn', [SUBMITTED, WITHDRAWN], 'The clock has ended.'],
  ])('is refused when %s', (_when, events, reason) => {
    expect(refusals(events, 1)).toEqual([reason]);
  });

  it('is refused when a target that only closes has closed', () => {
    const target = { ...DECIDE, whenTimeRunsOut: 'closes' } as const;
    expect(refusals([SUBMITTED], 1, { target, at: '2027-01-10T10:00:00Z' })).toEqual([
      'The time has run out already.',
    ]);
  });

  it('is told every reason at once', () => {
    expect(refusals([SUBMITTED, RETURNED], 0)).toHaveLength(2);
  });
});

it('says one day and several', () => {
  expect(daysInWords(1, 'working-days')).toBe('1 working day');
  expect(daysInWords(28, 'calendar-days')).toBe('28 calendar days');
});
