import type { CaseFlags, SpendCategory } from '../case/case-content.js';
import { askForFlag } from '../case/flag-statements.js';
import { formatPounds, type Pence } from '../money/pence.js';
import {
  REGIMES,
  type RegimeVersion,
  type Threshold,
  type Thresholds,
  type ThresholdScope,
} from './regimes.js';

/** What the thresholds look at; `null` is not answered yet. */
export interface ThresholdFacts {
  readonly requestedPence: Pence | null;
  /** Only some regimes compare it; left out, it is not known. */
  readonly wholeLifePence?: Pence | null;
  readonly flags: CaseFlags;
  readonly category: SpendCategory | null;
}

/** On which side of its threshold a case is, or what must be answered before anybody can say. */
export type ThresholdCheck =
  | {
      readonly known: true;
      /** Greater than the threshold: exactly the amount is not over it. */
      readonly overThreshold: boolean;
      readonly thresholdPence: Pence;
      readonly effect: Threshold['effect'];
      /** To follow "it is": `over £100,000 because public-facing`. */
      readonly rule: string;
      readonly source: string;
    }
  | { readonly known: false; readonly missing: readonly string[] };

function scopeHolds(scope: ThresholdScope, { flags, category }: ThresholdFacts): boolean | null {
  switch (scope.kind) {
    case 'flag':
      return flags[scope.flag];
    case 'category':
      return category === null ? null : category === scope.category;
  }
}

function askForScope(scope: ThresholdScope): string {
  return scope.kind === 'flag' ? askForFlag(scope.flag) : 'Say what kind of spending it is';
}

function compare(threshold: Threshold, facts: ThresholdFacts): ThresholdCheck {
  const isWholeLife = threshold.measure === 'whole-life';
  const amount = isWholeLife ? facts.wholeLifePence : facts.requestedPence;
  if (amount === null || amount === undefined)
    return { known: false, missing: [`Give the ${isWholeLife ? 'whole-life cost' : 'amount requested'}`] };
  const { thresholdPence, effect, reason, source } = threshold;
  const overThreshold = amount > thresholdPence;
  const rule = `${overThreshold ? 'over' : 'not over'} ${formatPounds(thresholdPence)} ${reason}`;
  return { known: true, overThreshold, thresholdPence, effect, rule, source };
}

/**
 * Compares a case with thresholds given as data: the lowest that applies counts. An unanswered question stands in the
 * way only when its answer could bring a lower threshold than the one that is known to apply.
 */
export function compareWithThresholds(thresholds: Thresholds, facts: ThresholdFacts): ThresholdCheck {
  const ascending = thresholds.scoped.toSorted((one, other) => one.thresholdPence - other.thresholdPence);
  const applies = ascending.findIndex(({ scope }) => scopeHolds(scope, facts) === true);
  const lower = applies === -1 ? ascending : ascending.slice(0, applies);
  const missing = lower
    .filter(({ scope }) => scopeHolds(scope, facts) === null)
    .map(({ scope }) => askForScope(scope));
  const check = compare(ascending[applies] ?? thresholds.otherwise, facts);
  if (missing.length === 0) return check;
  return { known: false, missing: check.known ? missing : [...check.missing, ...missing] };
}

/** Compares a case with the thresholds of its regime. The amounts are government's; see the regime for the source. */
export function checkThreshold({
  regime,
  ...facts
}: ThresholdFacts & { readonly regime: RegimeVersion }): ThresholdCheck {
  const { thresholds, name } = REGIMES[regime];
  return thresholds === 'not-known'
    ? { known: false, missing: [`The thresholds of ${name} are not known to this service`] }
    : compareWithThresholds(thresholds, facts);
}
