import { Injectable } from '@nestjs/common';
import { asksForStepUp, isFreshSignIn, pence, type Pence, type StepUpRule } from '#domain';
import { Clock, Config, signInAgain } from '#platform';
import type { Acting } from '../desk/acting.js';

/** Asks who decides on much money to have signed in not long ago. */
@Injectable()
export class StepUp {
  private readonly rule: StepUpRule;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.rule = { abovePence: pence(config.stepUpAbovePence), withinMinutes: config.stepUpMinutes };
  }

  /** The amount above which it asks, in pence, and how many minutes ago the sign-in may be. */
  get settings(): StepUpRule {
    return this.rule;
  }

  /** Whether deciding on these amounts asks for a sign-in not long ago. */
  asks(amounts: readonly (Pence | null)[]): boolean {
    return asksForStepUp(this.rule, amounts);
  }

  /** @throws ProblemError 403 `sign-in-again` where it asks for one and the last is too long ago */
  refuseStale({ authenticatedAt }: Acting, amounts: readonly (Pence | null)[]): void {
    if (!this.asks(amounts) || isFreshSignIn(this.rule, authenticatedAt ?? null, this.clock.now())) return;
    throw signInAgain(
      `Sign in again and repeat this within ${String(this.rule.withinMinutes)} minutes: the amount is above the one that asks for it.`,
    );
  }
}
