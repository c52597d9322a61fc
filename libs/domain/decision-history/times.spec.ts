import { SPEND_STATES } from '../lifecycle/states.js';
import { CALENDAR, TURNAROUND } from './times.fixture.js';
import { clockStops, timesOfCase, type TimedEvent } from './times.js';

function event(type: string, occurredAt: string, reason: string | null = null): TimedEvent {
  return { type, occurredAt: `${occurredAt}:00.000Z`, reason, payload: null };
}

const LIFE = [
  event('submitted', '2026-06-01T09:00'),
  event('acknowledged', '2026-06-02T09:00'),
  event('review-started', '2026-06-03T09:00'),
  event('returned', '2026-06-04T09:00', 'Unclear'),
  event('resubmitted', '2026-06-10T09:00'),
  event('returned', '2026-06-11T09:00', 'Still unclear'),
];

describe('the times of a case', () => {
  it('are whole seconds in every state there is', () => {
    const times = timesOfCase(
      { millisecondsInState: { draft: 1_999, 'in-review': 60_000 }, clockEvents: [] },
      TURNAROUND,
      CALENDAR,
      new Date('2026-06-12T09:00:00.000Z'),
    );
    expect(times).toMatchObject({ draftSeconds: 1, inReviewSeconds: 60, approvedSeconds: 0 });
    expect(times).toMatchObject({
      clockState: 'not-started',
      targets: [],
      targetsBreached: '',
      clockStops: [],
    });
    expect(Object.keys(times).filter((name) => /^[a-z]\w*Seconds$/.test(name))).toHaveLength(
      SPEND_STATES.length + 1,
    );
  });

  it('tell when the clock stopped, and which targets are broken', () => {
    const times = timesOfCase(
      { millisecondsInState: {}, clockEvents: LIFE },
      TURNAROUND,
      CALENDAR,
      new Date('2026-06-12T09:00:00.000Z'),
    );
    expect(times).toMatchObject({
      clockState: 'stopped',
      stoppedSeconds: 7 * 86_400,
      targetsBreached: '',
      targets: [
        { id: 'acknowledge', state: 'met', breachedAt: null },
        { id: 'decide', state: 'stopped' },
      ],
    });
    const late = [event('submitted', '2026-06-01T09:00'), event('acknowledged', '2026-06-20T09:00')];
    expect(
      timesOfCase(
        { millisecondsInState: {}, clockEvents: late },
        TURNAROUND,
        CALENDAR,
        new Date('2026-12-01'),
      ),
    ).toMatchObject({ targetsBreached: 'acknowledge,decide' });
  });

  it('say nothing of targets that are not known', () => {
    expect(
      timesOfCase(
        { millisecondsInState: {}, clockEvents: LIFE },
        'not-known',
        CALENDAR,
        new Date('2026-12-01'),
      ),
    ).toMatchObject({ clockState: null, clockStops: [], targets: [], targetsBreached: '' });
  });
});

describe('a stop of the clock', () => {
  it('goes from a return to the answer, or is not over yet', () => {
    expect(clockStops(TURNAROUND, LIFE)).toEqual([
      {
        stoppedAt: '2026-06-04T09:00:00.000Z',
        resumedAt: '2026-06-10T09:00:00.000Z',
        reason: 'Unclear',
      },
      { stoppedAt: '2026-06-11T09:00:00.000Z', resumedAt: null, reason: 'Still unclear' },
    ]);
  });

  it('ends with the case', () => {
    expect(clockStops(TURNAROUND, [...LIFE, event('withdrawn', '2026-06-12T09:00')]).at(-1)).toMatchObject({
      resumedAt: '2026-06-12T09:00:00.000Z',
    });
  });

  it('is not begun a second time while it lasts', () => {
    expect(clockStops(TURNAROUND, [...LIFE, event('returned', '2026-06-13T09:00')])).toHaveLength(2);
  });
});
