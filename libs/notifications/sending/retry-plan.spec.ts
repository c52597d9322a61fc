import fc from 'fast-check';
import { FIRST_DELAY_MS, GIVE_UP_AFTER_MS, LONGEST_DELAY_MS, nextAttempt } from './retry-plan.js';

const START = new Date('2026-11-24T09:00:00.000Z');
const chance = fc.double({ min: 0, max: 0.999_999, noNaN: true });

describe('when an email is tried again', () => {
  it('doubles from half a minute to half an hour', () => {
    const delays = [1, 2, 3, 6, 7, 20].map(
      (attempts) => nextAttempt(attempts, START, START, 0)!.getTime() - START.getTime(),
    );
    expect(delays).toEqual([30_000, 60_000, 120_000, 960_000, LONGEST_DELAY_MS, LONGEST_DELAY_MS]);
  });

  it('takes off up to a fifth by chance', () => {
    expect(nextAttempt(1, START, START, 0.5)).toEqual(new Date(START.getTime() + 27_000));
  });

  it('makes the last try fall on the end of the four hours, and then no other', () => {
    const end = START.getTime() + GIVE_UP_AFTER_MS;
    expect(nextAttempt(12, START, new Date(end - 1_000), 0)).toEqual(new Date(end));
    expect(nextAttempt(13, START, new Date(end), 0)).toBeNull();
  });

  it('is always later than now, never longer away than half an hour, and never after the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 0, max: GIVE_UP_AFTER_MS - 1 }),
        chance,
        (attempts, elapsed, random) => {
          const now = START.getTime() + elapsed;
          const next = nextAttempt(attempts, START, new Date(now), random)!.getTime();
          const end = START.getTime() + GIVE_UP_AFTER_MS;
          expect(next).toBeLessThanOrEqual(Math.min(now + LONGEST_DELAY_MS, end));
          expect(next).toBeGreaterThanOrEqual(Math.min(now + FIRST_DELAY_MS * 0.8, end));
          expect(next).toBeGreaterThan(now);
        },
      ),
    );
  });
});
