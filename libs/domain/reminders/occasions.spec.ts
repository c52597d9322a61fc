import fc from 'fast-check';
import { isSendingTime } from '../working-time/business-hours.js';
import type { ClockEvent } from '../working-time/clock-events.js';
import { CALENDAR, TURNAROUND } from '../working-time/clock.fixture.js';
import { standingOf } from '../working-time/clock.js';
import { addDays, londonDate } from '../working-time/london-time.js';
import {
  dueOccasions,
  nextOccasionAt,
  occasionsOf,
  raisedOccasion,
  type ConditionToWatch,
  type OccasionInput,
} from './occasions.js';

const NOTHING: OccasionInput = {
  state: 'in-review',
  conditions: [],
  approval: null,
  returnedAt: null,
  standingAt: () => null,
  raised: new Set(),
  calendar: CALENDAR,
};

function withClock(events: readonly ClockEvent[], input: Partial<OccasionInput> = {}): OccasionInput {
  return { ...NOTHING, standingAt: (at) => standingOf(TURNAROUND, CALENDAR, events, at), ...input };
}

function withCondition(condition: Partial<ConditionToWatch> = {}, input: Partial<OccasionInput> = {}) {
  const conditions = [
    { id: 'c1', dueOn: '2026-12-16', status: 'open', inForce: true, ...condition } as const,
  ];
  return { ...NOTHING, state: 'approved-with-conditions', conditions, ...input } as const;
}

/** What is due at an instant, by its key. */
function due(input: OccasionInput, at: string): readonly string[] {
  return dueOccasions(input, new Date(at)).map(({ occasion }) => occasion);
}

/** When every occasion comes, as `key at instant`. */
function planned(input: OccasionInput, at: string): readonly string[] {
  return occasionsOf(input, new Date(at)).map((one) => `${one.occasion} at ${one.at.toISOString()}`);
}

function next(input: OccasionInput, at: string): string | undefined {
  return nextOccasionAt(input, new Date(at))?.toISOString();
}

describe('a condition', () => {
  it('is reminded of ten working days before, on the day, and five working days after it is due', () => {
    // Wednesday 16 December 2026; between it and the last of the three lies nothing but a weekend.
    expect(planned(withCondition(), '2026-11-25T10:00:00Z')).toEqual([
      'condition-due-soon:c1:2026-12-16 at 2026-12-02T09:00:00.000Z',
      'condition-due:c1:2026-12-16 at 2026-12-16T09:00:00.000Z',
      'condition-overdue:c1:2026-12-16 at 2026-12-23T09:00:00.000Z',
    ]);
  });

  it('due at a weekend is reminded of on the next working day, the holidays of Christmas counted out', () => {
    expect(planned(withCondition({ dueOn: '2026-12-26' }), '2026-11-25T10:00:00Z')).toEqual([
      'condition-due-soon:c1:2026-12-26 at 2026-12-10T09:00:00.000Z',
      'condition-due:c1:2026-12-26 at 2026-12-29T09:00:00.000Z',
      'condition-overdue:c1:2026-12-26 at 2027-01-05T09:00:00.000Z',
    ]);
  });

  it('is reminded of at 09:00 by the clock in summer too', () => {
    expect(planned(withCondition({ dueOn: '2026-07-15' }), '2026-06-01T10:00:00Z')[1]).toBe(
      'condition-due:c1:2026-07-15 at 2026-07-15T08:00:00.000Z',
    );
  });

  it.each([
    ['its evidence waits to be judged', { status: 'evidence-submitted' }],
    ['it is met', { status: 'met' }],
    ['it is waived', { status: 'waived' }],
    ['it was found not met', { status: 'not-met' }],
    ['the decision it belongs to no longer stands', { inForce: false }],
  ] as const)('is not reminded of when %s', (_when, condition) => {
    expect(planned(withCondition(condition), '2026-11-25T10:00:00Z')).toEqual([]);
  });

  it('says in its payload which it is', () => {
    const [soon] = dueOccasions(withCondition(), new Date('2026-12-02T09:00:00Z'));
    expect(soon).toEqual({
      type: 'condition-due-soon',
      occasion: 'condition-due-soon:c1:2026-12-16',
      at: new Date('2026-12-02T09:00:00Z'),
      lapsesAt: new Date('2026-12-16T00:00:00Z'),
      payload: { occasion: 'condition-due-soon:c1:2026-12-16', conditionId: 'c1', dueOn: '2026-12-16' },
    });
  });

  it.each([
    ['a thousandth of a second before it is time', '2026-12-02T08:59:59.999Z', []],
    ['when it is', '2026-12-02T09:00:00Z', ['condition-due-soon:c1:2026-12-16']],
    ['days later, nobody having looked', '2026-12-15T12:00:00Z', ['condition-due-soon:c1:2026-12-16']],
    [
      'on the day it is due, when “soon” makes no sense any more',
      '2026-12-16T09:00:00Z',
      ['condition-due:c1:2026-12-16'],
    ],
    [
      'weeks later, nobody having looked',
      '2027-01-11T09:00:00Z',
      ['condition-due:c1:2026-12-16', 'condition-overdue:c1:2026-12-16'],
    ],
  ])('raises %s', (_when, at, expected) => {
    expect(due(withCondition(), at)).toEqual(expected);
  });

  it('with another due date is another occasion', () => {
    const raised = new Set(['condition-due:c1:2026-12-16']);
    expect(due(withCondition({ dueOn: '2026-12-17' }, { raised }), '2026-12-17T09:00:00Z')).toEqual([
      'condition-due:c1:2026-12-17',
    ]);
  });
});

describe('a return nobody has answered', () => {
  const returnedAt = new Date('2026-11-27T15:30:00Z');
  const returned = { ...NOTHING, state: 'returned', returnedAt } as const;

  it('is reminded of after 10, 20 and 30 working days', () => {
    expect(planned(returned, '2026-11-27T16:00:00Z')).toEqual([
      'return-unanswered:2026-11-27T15:30:00.000Z:1 at 2026-12-11T09:00:00.000Z',
      'return-unanswered:2026-11-27T15:30:00.000Z:2 at 2026-12-29T09:00:00.000Z',
      'return-unanswered:2026-11-27T15:30:00.000Z:3 at 2027-01-13T09:00:00.000Z',
    ]);
    expect(dueOccasions(returned, new Date('2026-12-11T09:00:00Z')).map(({ payload }) => payload)).toEqual([
      { occasion: 'return-unanswered:2026-11-27T15:30:00.000Z:1', reminder: 1, workingDays: 10 },
    ]);
  });

  it('is not reminded of once it has been answered', () => {
    expect(planned({ ...returned, state: 'in-review' }, '2027-01-20T10:00:00Z')).toEqual([]);
    expect(planned({ ...returned, returnedAt: null }, '2027-01-20T10:00:00Z')).toEqual([]);
  });
});

describe('a target', () => {
  const submitted: ClockEvent = { moment: 'submitted', at: new Date('2026-11-25T10:00:00Z') };
  const acknowledged: ClockEvent = { moment: 'acknowledged', at: new Date('2026-11-26T10:00:00Z') };

  it('is warned of when its warning comes, and missed at the first start of business after that', () => {
    expect(planned(withClock([submitted]), '2026-11-25T10:00:00Z')).toEqual([
      'target-near:acknowledge:2026-11-28T00:00:00.000Z at 2026-11-26T09:00:00.000Z',
      'target-missed:acknowledge:2026-11-28T00:00:00.000Z at 2026-11-30T09:00:00.000Z',
      'target-near:decide:2026-12-24T00:00:00.000Z at 2026-12-18T09:00:00.000Z',
      'target-missed:decide:2026-12-24T00:00:00.000Z at 2026-12-24T09:00:00.000Z',
    ]);
  });

  it.each([
    ['before the warning', '2026-11-26T08:59:00Z', []],
    ['with it', '2026-11-26T09:00:00Z', ['target-near:acknowledge:2026-11-28T00:00:00.000Z']],
    ['when it is due on a Friday at midnight, nothing', '2026-11-28T00:00:00Z', []],
    ['on the weekend, nothing', '2026-11-29T12:00:00Z', []],
    ['on Monday before business starts, nothing', '2026-11-30T08:59:59.999Z', []],
    ['on Monday', '2026-11-30T09:00:00Z', ['target-missed:acknowledge:2026-11-28T00:00:00.000Z']],
  ])('raises %s', (_when, at, expected) => {
    expect(due(withClock([submitted]), at)).toEqual(expected);
  });

  it('says in its payload which it is and when it was due', () => {
    const [missed] = dueOccasions(withClock([submitted]), new Date('2026-11-30T09:00:00Z'));
    expect(missed).toEqual({
      type: 'target-missed',
      occasion: 'target-missed:acknowledge:2026-11-28T00:00:00.000Z',
      at: new Date('2026-11-30T09:00:00Z'),
      lapsesAt: null,
      payload: {
        occasion: 'target-missed:acknowledge:2026-11-28T00:00:00.000Z',
        target: 'acknowledge',
        dueAt: '2026-11-28T00:00:00.000Z',
      },
    });
  });

  it('raises nothing once it is met, be it late', () => {
    expect(due(withClock([submitted, acknowledged]), '2026-12-01T10:00:00Z')).toEqual([]);
    const late = { ...acknowledged, at: new Date('2026-11-30T08:00:00Z') };
    expect(due(withClock([submitted, late]), '2026-12-01T10:00:00Z')).toEqual([]);
  });

  it('missed is told of although the case has gone back since, and once only', () => {
    const returned: ClockEvent = { moment: 'returned', at: new Date('2026-11-30T08:00:00Z') };
    const resubmitted: ClockEvent = { moment: 'resubmitted', at: new Date('2026-12-02T08:00:00Z') };
    const missed = 'target-missed:acknowledge:2026-11-28T00:00:00.000Z';
    expect(due(withClock([submitted, returned]), '2026-12-01T10:00:00Z')).toEqual([missed]);
    expect(due(withClock([submitted, returned, resubmitted]), '2026-12-03T10:00:00Z')).toEqual([missed]);
    const raised = new Set([missed]);
    expect(due(withClock([submitted, returned, resubmitted], { raised }), '2026-12-03T10:00:00Z')).toEqual(
      [],
    );
  });

  it('that only closes is never missed by time running out', () => {
    const keys = planned(withClock([submitted]), '2027-02-01T10:00:00Z').join();
    expect(keys).not.toContain('ask-for-information');
  });

  it('due at another time is another occasion', () => {
    const raised = new Set(['target-near:decide:2026-12-24T00:00:00.000Z']);
    const extended: ClockEvent = {
      moment: 'extended',
      target: 'decide',
      days: 4,
      at: new Date('2026-12-21T10:00:00Z'),
    };
    const events = [submitted, acknowledged, extended];
    expect(due(withClock(events, { raised }), '2026-12-22T10:00:00Z')).toEqual([
      'target-near:decide:2026-12-28T00:00:00.000Z',
    ]);
  });
});

describe('when something is next to be raised', () => {
  it('is never where nothing can be', () => {
    expect(nextOccasionAt(NOTHING, new Date('2026-11-25T10:00:00Z'))).toBeNull();
  });

  it.each([
    ['in the future', '2026-11-25T10:00:00Z', '2026-12-02T09:00:00.000Z'],
    ['in the past when it waits', '2026-12-03T10:00:00Z', '2026-12-02T09:00:00.000Z'],
    [
      'on Monday when what was missed on Friday is found on Saturday',
      '2026-12-05T10:00:00Z',
      '2026-12-07T09:00:00.000Z',
    ],
    ['at 09:00 when it is found at night', '2026-12-03T02:00:00Z', '2026-12-03T09:00:00.000Z'],
    ['after what has lapsed, the next', '2026-12-16T00:00:00Z', '2026-12-16T09:00:00.000Z'],
  ])('is %s', (_when, at, expected) => {
    expect(next(withCondition(), at)).toBe(expected);
  });

  it('leaves out what would have lapsed by the time it may be sent', () => {
    // Due on Monday 7 December: on Saturday nothing is sent, and on Monday it is not “soon” any more.
    const input = withCondition({ dueOn: '2026-12-07' });
    expect(next(input, '2026-12-05T10:00:00Z')).toBe('2026-12-07T09:00:00.000Z');
    expect(due(input, '2026-12-07T09:00:00Z')).toEqual(['condition-due:c1:2026-12-07']);
  });

  it('leaves out what has been raised', () => {
    const raised = new Set(['condition-due-soon:c1:2026-12-16']);
    expect(next(withCondition({}, { raised }), '2026-12-03T10:00:00Z')).toBe('2026-12-16T09:00:00.000Z');
  });
});

describe('the occasions of any case', () => {
  const SPAN = 200 * 24 * 60;
  const FROM = Date.parse('2026-09-01T00:00:00Z');
  const minute = fc.integer({ min: 0, max: SPAN }).map((minutes) => new Date(FROM + minutes * 60_000));
  const anyCase = fc
    .record({
      submittedAt: minute,
      returnedAt: fc.option(minute),
      dueIn: fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 3 }),
      now: minute,
    })
    .map(({ submittedAt, returnedAt, dueIn, now: anyTime }) => {
      // Everything that happens on the case has happened by the time somebody looks.
      const now = [submittedAt, returnedAt, anyTime].reduce<Date>(
        (latest, one) => (one !== null && one > latest ? one : latest),
        anyTime,
      );
      const events: ClockEvent[] = [{ moment: 'submitted', at: submittedAt }];
      if (returnedAt !== null && returnedAt > submittedAt)
        events.push({ moment: 'returned', at: returnedAt });
      const conditions = dueIn.map((days, index) => ({
        id: `c${index}`,
        dueOn: addDays(londonDate(now), days),
        status: 'open' as const,
        inForce: true,
      }));
      return { input: withClock(events, { state: 'returned', returnedAt, conditions }), now };
    });

  it('come at the start of business on a working day, each key once', () => {
    fc.assert(
      fc.property(anyCase, ({ input, now }) => {
        const all = occasionsOf(input, now);
        for (const { at } of all) expect(isSendingTime(CALENDAR, at)).toBe(true);
        expect(new Set(all.map(({ occasion }) => occasion)).size).toBe(all.length);
        expect(all.map(({ at }) => at.getTime())).toEqual(
          all.map(({ at }) => at.getTime()).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('are due exactly when the next one is not in the future, and never at a weekend', () => {
    fc.assert(
      fc.property(anyCase, ({ input, now }) => {
        const found = dueOccasions(input, now);
        const when = nextOccasionAt(input, now);
        expect(found.length > 0).toBe(when !== null && when <= now);
        if (found.length > 0) expect(isSendingTime(CALENDAR, now)).toBe(true);
      }),
    );
  });

  it('are all raised once by somebody who looks whenever the next one comes, and leave nothing behind', () => {
    fc.assert(
      fc.property(anyCase, ({ input, now }) => {
        const raised = new Set<string>();
        let when: Date | null = now;
        for (let looks = 0; when !== null; looks += 1) {
          expect(looks).toBeLessThan(50);
          const at: Date = when < now ? now : when;
          for (const { occasion } of dueOccasions({ ...input, raised }, at)) {
            expect(raised.has(occasion)).toBe(false);
            raised.add(occasion);
          }
          const then = nextOccasionAt({ ...input, raised }, at);
          // It always gets on: what is next is later than what has just been looked at.
          if (then !== null) expect(then.getTime()).toBeGreaterThan(at.getTime());
          when = then;
        }
        const left = occasionsOf(input, new Date(FROM + 2 * SPAN * 60_000)).filter(
          ({ occasion, lapsesAt }) => !raised.has(occasion) && lapsesAt === null,
        );
        expect(left).toEqual([]);
      }),
    );
  });
});

describe('which occasion an event raised', () => {
  it.each([
    [
      'target-near',
      { occasion: 'target-near:decide:x', target: 'decide', dueAt: 'x' },
      'target-near:decide:x',
    ],
    ['condition-due', { occasion: 'condition-due:c1:2026-12-16' }, 'condition-due:c1:2026-12-16'],
    ['condition-due', { conditionId: 'c1', dueOn: '2026-12-16' }, 'condition-due:c1:2026-12-16'],
    ['comment-added', { occasion: 'none' }, null],
  ])('%s with %j', (type, payload, expected) => {
    expect(raisedOccasion({ type, payload })).toBe(expected);
  });
});

describe('an approval', () => {
  const APPROVAL: NonNullable<OccasionInput['approval']> = {
    decidedOn: '2026-05-04',
    spendEndsOn: '2027-09-30',
    contractEndsOn: null,
    reportedOn: null,
    finished: false,
    followerOpen: false,
    replaced: false,
  };
  const withApproval = (approval: Partial<typeof APPROVAL> = {}): OccasionInput => ({
    ...NOTHING,
    state: 'approved',
    approval: { ...APPROVAL, ...approval },
  });
  const NOW = '2026-06-01T10:00:00Z';

  it('is asked what was spent after each year and its end, and about to end half a year and a quarter before', () => {
    expect(planned(withApproval(), NOW)).toEqual([
      'approval-ending:6:2027-09-30 at 2027-03-30T08:00:00.000Z',
      'spend-report-due:2026-27:2027-03-31 at 2027-04-14T08:00:00.000Z',
      'approval-ending:3:2027-09-30 at 2027-06-30T08:00:00.000Z',
      'spend-report-due:end:2027-09-30 at 2027-10-14T08:00:00.000Z',
    ]);
  });

  it('is not asked for a year once that is said, nor for one when the next is asked for', () => {
    const said = planned(withApproval({ reportedOn: '2027-04-01' }), NOW);
    expect(said.filter((one) => one.startsWith('spend'))).toEqual([
      'spend-report-due:end:2027-09-30 at 2027-10-14T08:00:00.000Z',
    ]);
    expect(planned(withApproval({ reportedOn: '2027-03-31' }), NOW)).toHaveLength(4);
    expect(due(withApproval(), '2028-01-10T10:00:00Z')).toEqual(['spend-report-due:end:2027-09-30']);
  });

  it('is left alone once it is finished or replaced, and told of no end while what comes next is asked for', () => {
    expect(planned(withApproval({ finished: true }), NOW)).toEqual([]);
    expect(planned(withApproval({ replaced: true }), NOW)).toEqual([]);
    expect(planned(withApproval({ followerOpen: true }), NOW).every((one) => one.startsWith('spend'))).toBe(
      true,
    );
  });

  it('is told of no end that is not known, and not so early as before it was decided', () => {
    const ending = (approval: Partial<typeof APPROVAL>) =>
      planned(withApproval(approval), NOW).filter((one) => one.startsWith('approval'));
    expect(ending({ spendEndsOn: null })).toEqual([]);
    expect(ending({ spendEndsOn: '2026-10-30' })).toEqual([
      'approval-ending:3:2026-10-30 at 2026-07-30T08:00:00.000Z',
    ]);
    expect(due(withApproval(), '2027-09-30T10:00:00Z')).toEqual(['spend-report-due:2026-27:2027-03-31']);
  });
});
