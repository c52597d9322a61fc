import { CLOCK_EVENT_TYPES, clockEventOf } from './clock-events.js';

describe('what an event is to a clock', () => {
  const occurredAt = '2026-11-25T10:00:00.000Z';
  const at = new Date(occurredAt);

  it('is the moment it names', () => {
    expect(clockEventOf({ type: 'returned', occurredAt, payload: {} })).toEqual({ moment: 'returned', at });
    expect(clockEventOf({ type: 'decided', occurredAt: at, payload: null })).toEqual({
      moment: 'decided',
      at,
    });
  });

  it('is more time for a target', () => {
    expect(
      clockEventOf({ type: 'clock-extended', occurredAt, payload: { target: 'decide', days: 3 } }),
    ).toEqual({ moment: 'extended', at, target: 'decide', days: 3 });
  });

  it.each([
    ['comment-added', {}],
    ['extended', { target: 'decide', days: 3 }],
    ['clock-extended', null],
    ['clock-extended', 'decide'],
    ['clock-extended', { target: 'decide' }],
    ['clock-extended', { target: 3, days: 3 }],
  ])('is nothing: %s with %j', (type, payload) => {
    expect(clockEventOf({ type, occurredAt, payload })).toBeNull();
  });

  it('is something for every type a clock asks for', () => {
    const payload = { target: 'decide', days: 1 };
    expect(CLOCK_EVENT_TYPES).toContain('clock-extended');
    for (const type of CLOCK_EVENT_TYPES) expect(clockEventOf({ type, occurredAt, payload })).not.toBeNull();
  });
});
