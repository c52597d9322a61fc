import { ManualClock, SystemClock } from './clock.js';

describe('clocks', () => {
  it('stand still until told to move', () => {
    const clock = new ManualClock(new Date('2026-04-01T09:00:00Z'));
    expect(clock.now().toISOString()).toBe('2026-04-01T09:00:00.000Z');
    clock.advance(1_500);
    expect(clock.now().toISOString()).toBe('2026-04-01T09:00:01.500Z');
    clock.set(new Date('2025-12-31T23:59:59Z'));
    expect(clock.now().toISOString()).toBe('2025-12-31T23:59:59.000Z');
  });

  it('cannot be moved through a date they gave out', () => {
    const clock = new ManualClock(new Date('2026-04-01T09:00:00Z'));
    clock.now().setFullYear(1999);
    expect(clock.now().getUTCFullYear()).toBe(2026);
  });

  it('otherwise follow the machine', async () => {
    const clock = new SystemClock();
    const before = clock.now();
    await new Promise((resume) => setTimeout(resume, 15));
    expect(clock.now().getTime()).toBeGreaterThan(before.getTime());
  });
});
