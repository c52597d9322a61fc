import { formatPounds, type Pence } from '../money/pence.js';
import { amountOf, askForAmount, holds, unansweredOf, type TriageFacts } from './evaluate.js';
import type { Provenance, Regime, Threshold, Thresholds } from './regime.js';

/** What the thresholds look at; `null` is not answered yet. */
export type ThresholdFacts = Pick<TriageFacts, 'category' | 'flags' | 'requestedPence' | 'wholeLifePence'>;

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
      readonly whose: Provenance['whose'];
    }
  | { readonly known: false; readonly missing: readonly string[] };

function compare(threshold: Threshold, facts: ThresholdFacts): ThresholdCheck {
  const { thresholdPence, measure, effect, reason, provenance } = threshold;
  const amount = amountOf(measure, facts);
  if (amount === null) return { known: false, missing: [askForAmount(measure).message] };
  const overThreshold = amount > thresholdPence;
  const rule = `${overThreshold ? 'over' : 'not over'} ${formatPounds(thresholdPence)} ${reason}`;
  const { source, whose } = provenance;
  return { known: true, overThreshold, thresholdPence, effect, rule, source, whose };
}

/**
 * Compares a case with thresholds given as data: the lowest that applies counts. An unanswered question stands in the
 * way only when its answer could bring a lower threshold than the one that is known to apply.
 */
export function compareWithThresholds(thresholds: Thresholds, given: ThresholdFacts): ThresholdCheck {
  // Thresholds never look at a rating.
  const facts: TriageFacts = { ...given, rating: null, earnedAutonomy: [] };
  const ascending = thresholds.scoped.toSorted((one, other) => one.thresholdPence - other.thresholdPence);
  const applies = ascending.findIndex(({ when }) => holds(when, facts) === true);
  const lower = applies === -1 ? ascending : ascending.slice(0, applies);
  const missing = lower.flatMap(({ when }) => unansweredOf(when, facts)).map(({ message }) => message);
  const check = compare(ascending[applies] ?? thresholds.otherwise, facts);
  if (missing.length === 0) return check;
  return { known: false, missing: check.known ? missing : [...check.missing, ...missing] };
}

/** Compares a case with the thresholds of its regime, which says where each was read and whose it is. */
export function checkThreshold(regime: Regime, facts: ThresholdFacts): ThresholdCheck {
  const { thresholds, name } = regime;
  return thresholds === 'not-known'
    ? { known: false, missing: [`The thresholds of ${name} are not known to this service`] }
    : compareWithThresholds(thresholds, facts);
}
