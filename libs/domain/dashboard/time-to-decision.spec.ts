import { CALENDAR, TURNAROUND } from '../decision-history/times.fixture.js';
import type { TimedEvent } from '../decision-history/times.js';
import type { Turnaround } from '../working-time/turnaround.js';
import { percentMet, percentOf, type TimeToDecisionFigures } from './figures.js';
import {
  monthsShown,
  monthsTimed,
  monthsUpTo,
  timeTakenBy,
  timeToDecision,
  type DecidedCase,
} from './time-to-decision.js';

const AT = new Date('2026-12-01T12:00:00.000Z');
const REGIMES = new Map<string, Turnaround | 'not-known'>([
  ['made-up', TURNAROUND],
  ['hurried', withTarget(7, 'calendar-days')],
  ['working', withTarget(28, 'working-days')],
  ['without', { ...TURNAROUND, targets: TURNAROUND.targets.filter(({ id }) => id !== 'decide') }],
  ['unknown', 'not-known'],
]);

function withTarget(days: number, dayKind: 'working-days' | 'calendar-days'): Turnaround {
  return {
    ...TURNAROUND,
    targets: TURNAROUND.targets.map((one) => (one.id === 'decide' ? { ...one, days, dayKind } : one)),
  };
}

function event(type: string, day: string, payload: unknown = null): TimedEvent {
  return { type, occurredAt: `${day}T09:00:00.000Z`, reason: null, payload };
}

function decided(submitted: string, on: string, regimeVersion = 'made-up'): DecidedCase {
  return { regimeVersion, clockEvents: [event('submitted', submitted), event('decided', on)] };
}

/** Figures of the months in which there is a decision. */
function timesOf(cases: readonly DecidedCase[]): TimeToDecisionFigures {
  const months = monthsUpTo('2026-12-01', 12);
  const figures = timeToDecision(months, cases, REGIMES, CALENDAR, AT);
  expect(figures.months.map(({ month }) => month)).toEqual(months);
  return { ...figures, months: figures.months.filter((month) => month.cases > 0) };
}

describe('months', () => {
  it('go back over the turn of the year, the earliest first', () => {
    expect(monthsUpTo('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsUpTo('2026-12-31', 1)).toEqual(['2026-12']);
  });
});

describe('the months whose decisions are timed', () => {
  const of = (submittedFrom: string | null, submittedTo: string | null) => {
    const months = monthsTimed({ submittedFrom, submittedTo }, '2026-11-26');
    return [months.length, months[0], months.at(-1)];
  };

  it('are the last twelve, or those of the period of submission and after it', () => {
    expect(of(null, null)).toEqual([12, '2025-12', '2026-11']);
    expect(of('2026-04-01', null)).toEqual([8, '2026-04', '2026-11']);
    expect(of('2025-01-31', '2025-03-31')).toEqual([23, '2025-01', '2026-11']);
    expect(of(null, '2026-03-31')).toEqual([20, '2025-04', '2026-11']);
    expect(of('2027-01-01', '2027-02-01')).toEqual([1, '2026-11', '2026-11']);
  });

  it('are no more than five years: from the start of a period that ends, or up to now', () => {
    expect(of('2015-01-01', '2015-12-31')).toEqual([60, '2015-01', '2019-12']);
    expect(of('2015-01-01', null)).toEqual([60, '2021-12', '2026-11']);
  });

  it('end with a period, or with the last decision of what was submitted in it', () => {
    const buckets = { 'first-half': 0, 'second-half': 0, late: 0, 'very-late': 0 };
    const months = ['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => ({
      month,
      cases: month === '2026-03' ? 1 : 0,
      inTime: 0,
      buckets,
    }));
    const shown = (submittedTo: string | null, all = months) =>
      monthsShown(all, { submittedTo }).map(({ month }) => month);
    expect(shown(null)).toHaveLength(4);
    expect(shown('2026-01-15')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(shown('2026-04-01')).toHaveLength(4);
    expect(shown('2025-06-30', months.slice(0, 2))).toEqual(['2026-01']);
  });
});

describe('the time one decision took', () => {
  it('is a part of the time allowed, or not known', () => {
    const one = decided('2026-03-02', '2026-03-31');
    expect(timeTakenBy(one, TURNAROUND, CALENDAR, AT)).toBe('late');
    expect(timeTakenBy(one, 'not-known', CALENDAR, AT)).toBeNull();
    expect(timeTakenBy({ ...one, clockEvents: [] }, TURNAROUND, CALENDAR, AT)).toBeNull();
  });
});

describe('time to decision', () => {
  it.each([
    ['2026-03-02', 'first-half'],
    ['2026-03-16', 'first-half'],
    ['2026-03-17', 'second-half'],
    ['2026-03-30', 'second-half'],
    ['2026-03-31', 'late'],
    ['2026-04-13', 'late'],
    ['2026-04-14', 'very-late'],
  ])('of a case submitted on 2 March and decided on %s is in the bucket %s', (on, bucket) => {
    const { months } = timesOf([decided('2026-03-02', on)]);
    const none = { 'first-half': 0, 'second-half': 0, late: 0, 'very-late': 0 };
    const inTime = bucket.endsWith('half') ? 1 : 0;
    expect(months).toEqual([{ month: on.slice(0, 7), cases: 1, inTime, buckets: { ...none, [bucket]: 1 } }]);
  });

  it('does not count while the clock was stopped, and counts to the first decision only', () => {
    const clockEvents = [
      event('submitted', '2026-03-02'),
      event('returned', '2026-03-09'),
      event('resubmitted', '2026-06-01'),
      event('decided', '2026-06-05'),
      event('decided', '2026-11-05'),
    ];
    const figures = timesOf([{ regimeVersion: 'made-up', clockEvents }]);
    expect(figures.months).toMatchObject([{ month: '2026-06', inTime: 1, buckets: { 'first-half': 1 } }]);
  });

  it('is held against the time allowed with extensions; the target is named without', () => {
    const clockEvents = [
      event('submitted', '2026-03-02'),
      event('clock-extended', '2026-03-20', { target: 'decide', days: 14 }),
      event('decided', '2026-04-02'),
    ];
    expect(timesOf([{ regimeVersion: 'made-up', clockEvents }])).toMatchObject({
      months: [{ inTime: 1, buckets: { 'second-half': 1 } }],
      targets: [{ days: 28, dayKind: 'calendar-days' }],
    });
  });

  it('belongs to the month in London', () => {
    const clockEvents = [
      event('submitted', '2026-06-22'),
      { ...event('decided', '2026-06-30'), occurredAt: '2026-06-30T23:30:00.000Z' },
    ];
    const { months } = timesOf([{ regimeVersion: 'made-up', clockEvents }]);
    expect(months).toMatchObject([{ month: '2026-07' }]);
  });

  it('is added up by month, by the target of each regime, and says of how many it is not known', () => {
    const cases: readonly DecidedCase[] = [
      decided('2026-05-05', '2026-06-02'),
      decided('2026-03-02', '2026-03-05'),
      decided('2026-03-02', '2026-03-06', 'working'),
      decided('2026-03-02', '2026-03-11', 'hurried'),
      decided('2026-03-02', '2026-03-11', 'without'),
      decided('2026-03-02', '2026-03-11', 'unknown'),
      decided('2026-03-02', '2026-03-11', 'nowhere'),
      { regimeVersion: 'made-up', clockEvents: [] },
      { regimeVersion: 'made-up', clockEvents: [event('submitted', '2026-03-02')] },
    ];
    expect(timesOf(cases)).toEqual({
      months: [
        {
          month: '2026-03',
          cases: 3,
          inTime: 2,
          buckets: { 'first-half': 2, 'second-half': 0, late: 1, 'very-late': 0 },
        },
        {
          month: '2026-06',
          cases: 1,
          inTime: 1,
          buckets: { 'first-half': 0, 'second-half': 1, late: 0, 'very-late': 0 },
        },
      ],
      targets: [
        { days: 7, dayKind: 'calendar-days' },
        { days: 28, dayKind: 'calendar-days' },
        { days: 28, dayKind: 'working-days' },
      ],
      notTimed: 5,
    });
  });
});

describe('a share', () => {
  it('is rounded, but all of it and nothing less is 100 per cent, and nothing of it 0', () => {
    const shares = [percentOf(2, 3), percentOf(199, 200), percentOf(200, 200), percentOf(1, 300)];
    expect(shares).toEqual([67, 99, 100, 1]);
    expect([percentOf(0, 3), percentOf(0, 0)]).toEqual([0, null]);
  });

  it('of points met leaves those out that do not apply', () => {
    const verdicts = { met: 3, 'partially-met': 1, 'not-met': 0, 'not-applicable': 4 };
    expect(percentMet({ verdicts, assessed: 8 })).toBe(75);
    const none = { met: 0, 'partially-met': 0, 'not-met': 0, 'not-applicable': 4 };
    expect(percentMet({ verdicts: none, assessed: 4 })).toBeNull();
  });
});
