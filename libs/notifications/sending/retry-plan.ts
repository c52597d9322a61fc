/** Rules of trying again; this service's own. */
export const FIRST_DELAY_MS = 30_000;
export const LONGEST_DELAY_MS = 30 * 60_000;
/** An email that has not left this long after its first attempt is given up. */
export const GIVE_UP_AFTER_MS = 4 * 60 * 60_000;
/** Part of a delay that chance may take away, so that what failed together is not tried together. */
const JITTER = 0.2;

/** Where chance comes from, so that tests can decide it. */
export abstract class Chance {
  /** From 0 up to, but not including, 1. */
  abstract next(): number;
}

/** The machine's own chance; nothing secret depends on it. */
export class MathChance extends Chance {
  override next(): number {
    return Math.random();
  }
}

/**
 * When to try again after an attempt that failed for now: after 30 seconds, doubled each time up to half an hour, less
 * up to a fifth by chance. The last try falls on the moment the four hours are over.
 *
 * @param attempts how many there have been, at least 1
 * @param chance from 0 up to 1
 * @returns the instant, UTC, or `null` when the four hours are over
 */
export function nextAttempt(attempts: number, firstAttemptAt: Date, now: Date, chance: number): Date | null {
  const end = firstAttemptAt.getTime() + GIVE_UP_AFTER_MS;
  if (now.getTime() >= end) return null;
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  return new Date(Math.min(now.getTime() + Math.round(delay * (1 - JITTER * chance)), end));
}
