import type { Pence } from '../money/pence.js';

/** When deciding asks for a sign-in not long ago. Both numbers are configured; neither comes from a published source. */
export interface StepUpRule {
  /** Deciding on more than this asks for it. */
  readonly abovePence: Pence;
  /** How long ago the sign-in may be. */
  readonly withinMinutes: number;
}

const MINUTE_MS = 60_000;

/** Whether deciding on amounts asks for it: the largest of them counts, and what is `null` was not named. */
export function asksForStepUp(rule: StepUpRule, amounts: readonly (Pence | null)[]): boolean {
  return amounts.some((amount) => amount !== null && amount > rule.abovePence);
}

/** Whether somebody proved who they are not too long ago. @param authenticatedAt when; `null` where nobody can say */
export function isFreshSignIn(
  rule: Pick<StepUpRule, 'withinMinutes'>,
  authenticatedAt: Date | null,
  now: Date,
): boolean {
  if (authenticatedAt === null) return false;
  return now.getTime() - authenticatedAt.getTime() <= rule.withinMinutes * MINUTE_MS;
}
