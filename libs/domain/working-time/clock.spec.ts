import type { ClockEvent } from './clock-events.js';
import { ACKNOWLEDGE, ASK, CALENDAR, DECIDE, TURNAROUND, turnaroundOf } from './clock.fixture.js';
import { standingOf, type ClockStanding, type TargetStanding } from './clock.js';
import type { ClockMoment, Turnaround } from './turnaround.js';

/** An event at a time of the clock in London in winter, which is that of UTC: `2026-11-25 12:59`. */
function event(moment: ClockMoment, at: string): ClockEvent {
  return { moment, at: new Date(at) };
}

function extended(target: string, days: number, at: string): ClockEvent {
  return { moment: 'extended', target, days, at: new Date(at) };
}

function clock(
  events: readonly ClockEvent[],
  at: string,
  turnaround: Turnaround = TURNAROUND,
): ClockStanding {
  return standingOf(turnaround, CALENDAR, events, new Date(at));
}

function targetOf({ targets }: ClockStanding, id: string): TargetStanding {
  const found = targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`There is no target ${id}`);
  return found;
}

/** One target after the events, by default just after the last. */
function after(
  events: readonly ClockEvent[],
  id: string,
  at = events.at(-1)!.at.toISOString(),
  turnaround = TURNAROUND,
): TargetStanding {
  return targetOf(clock(events, at, turnaround), id);
}

function dueAfter(events: readonly ClockEvent[], id: string): string | undefined {
  return after(events, id).dueAt?.toISOString();
}

const FIVE_WORKING_DAYS = turnaroundOf({ days: 5, dayKind: 'working-days', warnDaysBefore: 2 });

describe('the day a case counts as received', () => {
  it.each([
    // 25 November 2026 is a Wednesday.
    ['at 12:59', '2026-11-25T12:59:00Z', '2026-11-25', '2026-11-28'],
    ['a thousandth of a second before the cut-off', '2026-11-25T12:59:59.999Z', '2026-11-25', '2026-11-28'],
    ['at 13:00', '2026-11-25T13:00:00Z', '2026-11-26', '2026-12-01'],
    ['at night', '2026-11-25T23:30:00Z', '2026-11-26', '2026-12-01'],
    ['after midnight', '2026-11-26T00:10:00Z', '2026-11-26', '2026-12-01'],
    ['on a Friday at 12:59', '2026-11-27T12:59:00Z', '2026-11-27', '2026-12-02'],
    ['on a Friday at 13:00', '2026-11-27T13:00:00Z', '2026-11-30', '2026-12-03'],
    ['on a Saturday', '2026-11-28T09:00:00Z', '2026-11-30', '2026-12-03'],
    ['on a Sunday at night', '2026-11-29T23:59:00Z', '2026-11-30', '2026-12-03'],
    ['on Christmas Eve at 12:59', '2026-12-24T12:59:00Z', '2026-12-24', '2026-12-31'],
    ['on Christmas Eve at 13:00', '2026-12-24T13:00:00Z', '2026-12-29', '2027-01-01'],
    ['on Christmas Day', '2026-12-25T10:00:00Z', '2026-12-29', '2027-01-01'],
    [
      'before Easter at 12:59 in summer time',
      '2026-04-02T11:59:00Z',
      '2026-04-02',
      '2026-04-08T23:00:00.000Z',
    ],
    [
      'before Easter at 13:00 in summer time',
      '2026-04-02T12:00:00Z',
      '2026-04-07',
      '2026-04-09T23:00:00.000Z',
    ],
    ['on Good Friday', '2026-04-03T09:00:00Z', '2026-04-07', '2026-04-09T23:00:00.000Z'],
    ['before the clocks go forward', '2026-03-27T12:59:00Z', '2026-03-27', '2026-03-31T23:00:00.000Z'],
    ['in the night the clocks go forward', '2026-03-29T01:30:00Z', '2026-03-30', '2026-04-01T23:00:00.000Z'],
    [
      'on the Monday after, at 12:59 by the clock',
      '2026-03-30T11:59:00Z',
      '2026-03-30',
      '2026-04-01T23:00:00.000Z',
    ],
    [
      'on the Monday after, at 13:00 by the clock',
      '2026-03-30T12:00:00Z',
      '2026-03-31',
      '2026-04-02T23:00:00.000Z',
    ],
    ['before the clocks go back', '2026-10-23T11:59:00Z', '2026-10-23', '2026-10-28'],
    ['in the night the clocks go back', '2026-10-25T01:30:00Z', '2026-10-26', '2026-10-29'],
    ['on the Monday after, at 12:59 by the clock', '2026-10-26T12:59:00Z', '2026-10-26', '2026-10-29'],
  ])('%s, and two working days from then', (_when, at, received, due) => {
    const standing = after([event('submitted', at)], 'acknowledge');
    expect(standing.receivedOn).toBe(received);
    expect(standing.dueAt).toEqual(new Date(due));
  });

  it.each([
    ['at 12:59', '2026-11-28T12:59:00Z', '2026-11-28', '2026-12-27'],
    ['at 13:00', '2026-11-28T13:00:00Z', '2026-11-29', '2026-12-28'],
    // Midnight in London: in winter for the due time, in summer for the case.
    ['across the night the clocks go back', '2026-10-10T10:00:00Z', '2026-10-10', '2026-11-08'],
    ['across the night they go forward', '2026-03-14T10:00:00Z', '2026-03-14', '2026-04-11T23:00:00.000Z'],
  ])('may be a Saturday where every day counts: %s, and 28 days from then', (_when, at, received, due) => {
    const standing = after([event('submitted', at)], 'decide');
    expect(standing.receivedOn).toBe(received);
    expect(standing.dueAt).toEqual(new Date(due));
  });

  it('is the day of the call where GDS Assurance calls a case in', () => {
    expect(dueAfter([event('called-in', '2026-11-25T12:00:00Z')], 'acknowledge')).toBe(
      '2026-11-28T00:00:00.000Z',
    );
  });

  it('goes by the cut-off of the regime', () => {
    const events = [event('submitted', '2026-11-25T16:59:00Z')];
    const late = { ...TURNAROUND, cutOff: '17:00' };
    expect(after(events, 'acknowledge').receivedOn).toBe('2026-11-26');
    expect(targetOf(clock(events, '2026-11-25T17:00:00Z', late), 'acknowledge').receivedOn).toBe(
      '2026-11-25',
    );
  });
});

describe('a clock', () => {
  it('has not started before the case is submitted', () => {
    const submitted = event('submitted', '2026-11-25T10:00:00Z');
    const none = { state: 'not-started', startedAt: null, targets: [], nextDue: null };
    expect(clock([], '2026-11-25T10:00:00Z')).toEqual(none);
    expect(clock([submitted], '2026-11-25T09:59:59.999Z')).toEqual(none);
    expect(clock([submitted], '2026-11-25T10:00:00Z')).toMatchObject({
      state: 'running',
      startedAt: submitted.at,
    });
    expect(clock([event('withdrawn', '2026-11-25T10:00:00Z')], '2026-11-26T10:00:00Z')).toEqual(none);
  });

  it('says what is due first, whatever the order of the targets', () => {
    const events = [event('submitted', '2026-11-25T10:00:00Z')];
    const acknowledge = { target: 'acknowledge', dueAt: new Date('2026-11-28') };
    expect(clock(events, '2026-11-25T10:00:00Z').nextDue).toEqual(acknowledge);
    const reversed = { ...TURNAROUND, targets: [DECIDE, ASK, ACKNOWLEDGE] };
    expect(clock(events, '2026-11-25T10:00:00Z', reversed).nextDue).toEqual(acknowledge);
    events.push(event('acknowledged', '2026-11-26T10:00:00Z'));
    // To ask for information is no duty, so it is not next although its time runs out first.
    expect(clock(events, '2026-11-26T10:00:00Z').nextDue).toEqual({
      target: 'decide',
      dueAt: new Date('2026-12-24'),
    });
  });

  it('names the most overdue first', () => {
    const events = [event('submitted', '2026-10-01T10:00:00Z')];
    expect(clock(events, '2026-12-01T10:00:00Z').nextDue).toEqual({
      target: 'acknowledge',
      dueAt: new Date('2026-10-05T23:00:00Z'),
    });
  });

  it('gives two targets due at once in the order of the regime', () => {
    const twice = {
      ...TURNAROUND,
      targets: [
        { ...DECIDE, id: 'first' },
        { ...DECIDE, id: 'second' },
      ],
    };
    const { nextDue } = clock([event('submitted', '2026-11-25T10:00:00Z')], '2026-11-25T10:00:00Z', twice);
    expect(nextDue?.target).toBe('first');
  });

  it.each(['decided', 'withdrawn', 'closed-below-threshold'] as const)(
    'ends when the case is %s',
    (moment) => {
      const events = [event('submitted', '2026-11-25T10:00:00Z'), event(moment, '2026-11-26T10:00:00Z')];
      const standing = clock(events, '2027-06-01T10:00:00Z');
      expect(standing).toMatchObject({ state: 'ended', nextDue: null });
      expect(targetOf(standing, 'acknowledge')).toMatchObject({
        state: 'ended',
        isOpen: false,
        usedDays: 1,
        warnAt: null,
        metAt: null,
        breachedAt: null,
      });
      expect(targetOf(standing, 'decide').state).toBe(moment === 'decided' ? 'met' : 'ended');
    },
  );

  it('is not touched by a decision that supersedes one', () => {
    const events = [event('submitted', '2026-11-25T10:00:00Z'), event('decided', '2026-12-10T10:00:00Z')];
    const first = clock(events, '2026-12-10T10:00:00Z');
    events.push(event('decided', '2027-05-01T10:00:00Z'));
    expect(clock(events, '2027-05-02T10:00:00Z')).toEqual(first);
  });

  it('starts anew only with a submission after its end', () => {
    const events = [
      event('submitted', '2026-11-02T10:00:00Z'),
      extended('decide', 3, '2026-11-03T10:00:00Z'),
      event('submitted', '2026-11-04T10:00:00Z'),
    ];
    expect(clock(events, '2026-11-05T10:00:00Z').startedAt).toEqual(new Date('2026-11-02T10:00:00Z'));
    events.push(event('withdrawn', '2026-11-06T10:00:00Z'), event('called-in', '2026-11-25T10:00:00Z'));
    const standing = clock(events, '2026-11-26T10:00:00Z');
    expect(standing).toMatchObject({ state: 'running', startedAt: new Date('2026-11-25T10:00:00Z') });
    expect(targetOf(standing, 'decide')).toMatchObject({ extensionDays: 0, usedDays: 1, isOpen: true });
  });

  it('depends on nothing but the regime it is given: under another, the same events make other times', () => {
    const events = [event('submitted', '2026-11-25T10:00:00Z')];
    const longer = turnaroundOf({ days: 40, dayKind: 'working-days' });
    expect(dueAfter(events, 'decide')).toBe('2026-12-24T00:00:00.000Z');
    expect(after(events, 'decide', '2026-11-25T10:00:00Z', longer).dueAt).toEqual(new Date('2027-01-26'));
    expect(dueAfter(events, 'decide')).toBe('2026-12-24T00:00:00.000Z');
  });
});

describe('a target', () => {
  const submitted = event('submitted', '2026-11-25T10:00:00Z');
  const DUE = '2026-11-28T00:00:00.000Z';

  it.each([
    ['a thousandth of a second before it is due', '2026-11-27T23:59:59.999Z', 'met', null],
    ['when it is due', DUE, 'missed', DUE],
    ['later', '2026-12-02T10:00:00.000Z', 'missed', DUE],
  ])('met %s', (_when, at, state, breachedAt) => {
    const standing = after([submitted, event('acknowledged', at)], 'acknowledge', '2027-01-10T10:00:00Z');
    expect(standing).toMatchObject({
      state,
      isOpen: false,
      metAt: new Date(at),
      breachedAt: breachedAt === null ? null : new Date(breachedAt),
      dueAt: new Date(DUE),
    });
  });

  it('is missed and still open from the moment its time has run out', () => {
    expect(after([submitted], 'acknowledge', '2026-11-27T23:59:59.999Z')).toMatchObject({
      state: 'running',
      isOpen: true,
      usedDays: 2,
      breachedAt: null,
    });
    expect(after([submitted], 'acknowledge', DUE)).toMatchObject({
      state: 'missed',
      isOpen: true,
      breachedAt: new Date(DUE),
      warnAt: null,
    });
    expect(after([submitted], 'acknowledge', '2026-12-01T10:00:00Z')).toMatchObject({ usedDays: 4 });
  });

  it('stays missed when the clock ends', () => {
    const events = [submitted, event('withdrawn', '2026-12-01T10:00:00Z')];
    expect(after(events, 'acknowledge', '2026-12-20T10:00:00Z')).toMatchObject({
      state: 'missed',
      isOpen: false,
      usedDays: 4,
      metAt: null,
      breachedAt: new Date(DUE),
    });
  });

  it('that no one had to meet is closed when its time runs out, and missed only when it is met after that', () => {
    const closedAt = '2026-12-05T00:00:00.000Z';
    expect(after([submitted], 'ask-for-information', '2026-12-04T23:59:59.999Z').state).toBe('running');
    const closed = {
      state: 'closed',
      isOpen: false,
      usedDays: 7,
      stoppedDays: 0,
      dueAt: new Date(closedAt),
      metAt: null,
      breachedAt: null,
    };
    expect(after([submitted], 'ask-for-information', closedAt)).toMatchObject(closed);
    expect(after([submitted], 'ask-for-information', '2026-12-20T10:00:00Z')).toMatchObject(closed);
    expect(after([submitted, event('decided', '2026-12-15T10:00:00Z')], 'ask-for-information')).toMatchObject(
      closed,
    );
    const asked = event('returned', '2026-12-09T10:00:00Z');
    expect(after([submitted, asked], 'ask-for-information', '2026-12-20T10:00:00Z')).toMatchObject({
      state: 'missed',
      isOpen: false,
      usedDays: 10,
      metAt: asked.at,
      breachedAt: asked.at,
    });
  });

  it('closed keeps its time through a stop that is nothing to it', () => {
    const turnaround = { ...TURNAROUND, targets: [{ ...ASK, metBy: ['recommended'] as const }] };
    const events = [submitted, event('returned', '2026-12-09T10:00:00Z')];
    expect(after(events, ASK.id, '2026-12-20T10:00:00Z', turnaround)).toMatchObject({
      state: 'closed',
      dueAt: new Date('2026-12-05'),
      usedDays: 7,
    });
  });

  it('may be met by what stops the clock, and counts no further', () => {
    const events = [
      submitted,
      event('returned', '2026-11-30T10:00:00Z'),
      event('resubmitted', '2026-12-09T10:00:00Z'),
    ];
    expect(after(events, 'ask-for-information', '2026-12-20T10:00:00Z')).toMatchObject({
      state: 'met',
      usedDays: 3,
      stoppedDays: 0,
      dueAt: new Date('2026-12-05'),
    });
  });
});

describe('a clock that is stopped', () => {
  const submitted = event('submitted', '2026-11-25T10:00:00Z');

  it('has no due time, warns of nothing and breaks nothing', () => {
    const events = [submitted, event('returned', '2026-11-27T10:00:00Z')];
    const standing = clock(events, '2027-03-01T10:00:00Z');
    expect(standing).toMatchObject({ state: 'stopped', nextDue: null });
    expect(targetOf(standing, 'acknowledge')).toMatchObject({
      state: 'stopped',
      isOpen: true,
      dueAt: null,
      warnAt: null,
      usedDays: 2,
      breachedAt: null,
    });
  });

  it('keeps a breach that came before, and the target is due as it was once the case is back', () => {
    const events = [submitted, event('returned', '2026-12-01T10:00:00Z')];
    const breachedAt = new Date('2026-11-28');
    const stopped = clock(events, '2026-12-20T10:00:00Z');
    expect(targetOf(stopped, 'acknowledge')).toMatchObject({
      state: 'missed',
      isOpen: true,
      dueAt: null,
      breachedAt,
    });
    expect(stopped.nextDue).toBeNull();
    events.push(event('resubmitted', '2026-12-21T10:00:00Z'));
    const back = clock(events, '2026-12-22T10:00:00Z');
    expect(targetOf(back, 'acknowledge')).toMatchObject({ state: 'missed', dueAt: breachedAt, breachedAt });
    expect(back.nextDue).toEqual({ target: 'acknowledge', dueAt: breachedAt });
  });

  it.each([
    // Due at the end of Wednesday 2 December where nothing stops it: 5 working days after Wednesday 25 November.
    [
      'and answered the same day before the cut-off costs and gains nothing',
      '2026-11-27T09:00:00Z',
      '2026-11-27T12:59:00Z',
      '2026-12-03',
      2,
      0,
    ],
    [
      'and answered the same day at the cut-off is received the next working day',
      '2026-11-27T09:00:00Z',
      '2026-11-27T13:00:00Z',
      '2026-12-04',
      2,
      0,
    ],
    [
      'late in the evening: the day counts as used',
      '2026-11-26T23:00:00Z',
      '2026-11-30T10:00:00Z',
      '2026-12-05',
      1,
      1,
    ],
    [
      'on the due day and answered later is due the day it is received again',
      '2026-12-02T16:00:00Z',
      '2026-12-09T10:00:00Z',
      '2026-12-10',
      5,
      0,
    ],
    [
      'before it counts as received gains nothing',
      '2026-11-25T10:30:00Z',
      '2026-11-25T11:00:00Z',
      '2026-12-03',
      0,
      0,
    ],
    [
      'at a weekend and answered then is received on Monday',
      '2026-11-28T10:00:00Z',
      '2026-11-28T11:00:00Z',
      '2026-12-04',
      2,
      0,
    ],
    [
      'over Christmas: holidays are no days',
      '2026-12-01T10:00:00Z',
      '2026-12-29T10:00:00Z',
      '2026-12-31',
      4,
      0,
    ],
  ])('%s', (_what, returned, resubmitted, due, used) => {
    const events = [submitted, event('returned', returned), event('resubmitted', resubmitted)];
    const standing = after(events, 'decide', resubmitted, FIVE_WORKING_DAYS);
    expect(standing.dueAt).toEqual(new Date(due));
    expect(standing.usedDays).toBe(used);
  });

  it('counts used and stopped days when the case goes back three times', () => {
    const events = [
      submitted, // Wednesday 25 November, day 0
      event('returned', '2026-11-26T10:00:00Z'), // 1 used
      event('resubmitted', '2026-12-01T10:00:00Z'), // 3 stopped
      event('returned', '2026-12-03T18:00:00Z'), // 3 used
      event('resubmitted', '2026-12-04T14:00:00Z'), // received on Monday 7 December, 5 stopped
      event('returned', '2026-12-04T15:00:00Z'), // nothing used
      event('resubmitted', '2026-12-07T12:00:00Z'), // received on Monday 7 December, 5 stopped
    ];
    const standing = (at: string): TargetStanding => after(events, 'decide', at, FIVE_WORKING_DAYS);
    expect(standing('2026-12-04T14:30:00Z')).toMatchObject({ usedDays: 3, stoppedDays: 4 });
    expect(standing('2026-12-07T12:00:00Z')).toMatchObject({
      usedDays: 3,
      stoppedDays: 5,
      dueAt: new Date('2026-12-10'),
    });
    expect(standing('2026-12-09T23:59:59.999Z')).toMatchObject({
      state: 'running',
      usedDays: 5,
      stoppedDays: 5,
    });
    expect(standing('2026-12-10T00:00:00Z')).toMatchObject({ state: 'missed' });
  });

  it('is stopped once, however often the case is returned, and resumed once', () => {
    const events = [
      submitted,
      event('returned', '2026-11-26T10:00:00Z'),
      event('returned', '2026-11-30T10:00:00Z'),
      event('resubmitted', '2026-12-01T10:00:00Z'),
      event('resubmitted', '2026-12-02T10:00:00Z'),
    ];
    expect(after(events, 'decide', '2026-12-02T10:00:00Z', FIVE_WORKING_DAYS)).toMatchObject({
      usedDays: 2,
      stoppedDays: 3,
      dueAt: new Date('2026-12-08'),
    });
  });

  it('has used nothing when the case goes back before it counts as received', () => {
    const events = [event('submitted', '2026-11-27T14:00:00Z'), event('returned', '2026-11-27T15:00:00Z')];
    expect(after(events, 'decide', '2026-11-28T10:00:00Z', FIVE_WORKING_DAYS)).toMatchObject({
      receivedOn: '2026-11-30',
      usedDays: 0,
      stoppedDays: 0,
    });
  });

  it('lets a target be met and the case be withdrawn all the same', () => {
    const events = [
      submitted,
      event('returned', '2026-11-26T10:00:00Z'),
      event('acknowledged', '2026-12-10T10:00:00Z'),
    ];
    expect(after(events, 'acknowledge')).toMatchObject({
      state: 'met',
      dueAt: null,
      usedDays: 1,
      stoppedDays: 10,
    });
    events.push(event('withdrawn', '2026-12-11T10:00:00Z'));
    expect(clock(events, '2026-12-12T10:00:00Z').state).toBe('ended');
    expect(after(events, 'decide')).toMatchObject({ state: 'ended', dueAt: null });
  });
});

describe('a target that is extended', () => {
  const submitted = event('submitted', '2026-11-25T10:00:00Z');

  it('is due later from then on, and not before', () => {
    const events = [submitted, extended('decide', 3, '2026-11-30T10:00:00Z')];
    const before = after(events, 'decide', '2026-11-30T09:59:59.999Z', FIVE_WORKING_DAYS);
    expect(before).toMatchObject({ allowedDays: 5, extensionDays: 0, dueAt: new Date('2026-12-03') });
    const then = after(events, 'decide', '2026-11-30T10:00:00Z', FIVE_WORKING_DAYS);
    expect(then).toMatchObject({ allowedDays: 8, extensionDays: 3, dueAt: new Date('2026-12-08') });
  });

  it('is the only one that is', () => {
    const events = [submitted, extended('decide', 3, '2026-11-26T10:00:00Z')];
    expect(after(events, 'acknowledge')).toMatchObject({ allowedDays: 2, dueAt: new Date('2026-11-28') });
    expect(after(events, 'decide').dueAt).toEqual(new Date('2026-12-27'));
  });

  it('while the clock is stopped has more time when it goes on', () => {
    const events = [
      submitted,
      event('returned', '2026-11-26T10:00:00Z'),
      extended('decide', 2, '2026-11-27T10:00:00Z'),
    ];
    expect(after(events, 'decide', '2026-11-27T10:00:00Z', FIVE_WORKING_DAYS).dueAt).toBeNull();
    events.push(event('resubmitted', '2026-11-30T10:00:00Z'));
    expect(after(events, 'decide', '2026-11-30T10:00:00Z', FIVE_WORKING_DAYS).dueAt).toEqual(
      new Date('2026-12-09'),
    );
  });

  it('does not hide that it was broken, and is not extended then', () => {
    const events = [submitted, extended('decide', 10, '2026-12-03T00:00:00Z')];
    expect(after(events, 'decide', '2026-12-03T00:00:00Z', FIVE_WORKING_DAYS)).toMatchObject({
      state: 'missed',
      extensionDays: 0,
      breachedAt: new Date('2026-12-03'),
    });
  });
});

describe('a warning', () => {
  const warnedAfter = (events: readonly ClockEvent[], turnaround: Turnaround): string | undefined =>
    after(events, 'decide', events.at(-1)!.at.toISOString(), turnaround).warnAt?.toISOString();
  const inCalendarDays = (days: number, warnDaysBefore: number): Turnaround =>
    turnaroundOf({ days, warnDaysBefore });

  it.each([
    [
      'two working days before the due day',
      FIVE_WORKING_DAYS,
      '2026-11-25T10:00:00Z',
      '2026-11-30T09:00:00.000Z',
    ],
    ['over a weekend', FIVE_WORKING_DAYS, '2026-11-23T10:00:00Z', '2026-11-26T09:00:00.000Z'],
    [
      'at 09:00 by the clock in summer',
      FIVE_WORKING_DAYS,
      '2026-06-01T10:00:00Z',
      '2026-06-04T08:00:00.000Z',
    ],
    // 5 days before Saturday 26 December is a Monday; 5 before Friday 18 December is a Sunday.
    [
      'on a day of the calendar that is worked',
      inCalendarDays(28, 5),
      '2026-11-28T10:00:00Z',
      '2026-12-21T09:00:00.000Z',
    ],
    [
      'on the last working day before one that is not',
      inCalendarDays(28, 5),
      '2026-11-20T10:00:00Z',
      '2026-12-11T09:00:00.000Z',
    ],
    ['before Christmas', inCalendarDays(28, 2), '2026-11-30T10:00:00Z', '2026-12-24T09:00:00.000Z'],
  ])('comes at the start of business %s', (_when, turnaround, at, expected) => {
    expect(warnedAfter([event('submitted', at)], turnaround)).toBe(expected);
  });

  it('does not come where the regime wants none', () => {
    expect(warnedAfter([event('submitted', '2026-11-25T10:00:00Z')], inCalendarDays(28, 0))).toBeUndefined();
  });

  it('waits for the first start of business since the clock went on', () => {
    const events = [
      event('submitted', '2026-11-25T10:00:00Z'),
      event('returned', '2026-12-01T10:00:00Z'),
      event('resubmitted', '2026-12-08T10:00:00Z'),
    ];
    // One working day is left: due at the end of Wednesday 9 December, two days before that was Monday.
    expect(warnedAfter(events, FIVE_WORKING_DAYS)).toBe('2026-12-09T09:00:00.000Z');
  });

  it('waits for the first start of business since the time was extended', () => {
    const events = [
      event('submitted', '2026-11-25T10:00:00Z'),
      extended('decide', 1, '2026-12-02T15:00:00Z'),
    ];
    expect(warnedAfter(events, FIVE_WORKING_DAYS)).toBe('2026-12-03T09:00:00.000Z');
  });

  it('does not come where there is no working day left before the time runs out', () => {
    const events = [
      event('submitted', '2026-11-25T10:00:00Z'),
      event('returned', '2026-12-02T10:00:00Z'),
      event('resubmitted', '2026-12-08T10:00:00Z'),
    ];
    expect(warnedAfter(events, FIVE_WORKING_DAYS)).toBeUndefined();
    // Every day counts: submitted on a Friday afternoon, due at the end of Sunday.
    expect(warnedAfter([event('submitted', '2026-11-27T14:00:00Z')], inCalendarDays(1, 1))).toBeUndefined();
  });

  it('does not come for a target that has been met', () => {
    const events = [event('submitted', '2026-11-25T10:00:00Z'), event('decided', '2026-11-26T10:00:00Z')];
    expect(warnedAfter(events, FIVE_WORKING_DAYS)).toBeUndefined();
  });
});
