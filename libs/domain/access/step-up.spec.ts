import type { Pence } from '../money/pence.js';
import { asksForStepUp, isFreshSignIn } from './step-up.js';

const RULE = { abovePence: 2_000_000_000 as Pence, withinMinutes: 15 };
const NOW = new Date('2026-05-04T09:00:00.000Z');

function ago(milliseconds: number): Date {
  return new Date(NOW.getTime() - milliseconds);
}

describe('deciding', () => {
  it.each([
    [[2_000_000_000], false],
    [[2_000_000_001], true],
    [[100, 2_000_000_001], true],
    [[2_000_000_001, null], true],
    [[null], false],
    [[], false],
  ])('on %j asks for a sign-in not long ago: %s', (amounts, asks) => {
    expect(asksForStepUp(RULE, amounts as readonly (Pence | null)[])).toBe(asks);
  });

  it.each([
    ['just now', ago(0), true],
    ['exactly as long ago as it may be', ago(15 * 60_000), true],
    ['a moment longer ago', ago(15 * 60_000 + 1), false],
    ['by a clock that goes a little ahead', ago(-2_000), true],
    ['at an instant nobody can say', null, false],
  ])('takes a sign-in %s for fresh: %#', (_name, at, fresh) => {
    expect(isFreshSignIn(RULE, at, NOW)).toBe(fresh);
  });
});
