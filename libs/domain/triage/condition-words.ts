import { FLAG_STATEMENTS } from '../case/flag-statements.js';
import { formatPounds } from '../money/pence.js';
import type { Condition, Measure } from './condition.js';
import type { MandatoryRule } from './mandatory-points.js';
import type { Provenance, Regime } from './regime.js';

/** What people read for an amount that is compared. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  requested: 'amount requested',
  'whole-life': 'whole-life cost',
};

/** What people read for whose rule something is. */
export const WHOSE_WORDS: Readonly<Record<Provenance['whose'], string>> = {
  government: 'government’s',
  ours: 'this service’s own',
};

/** What people read for whether a point is mandatory. */
export const MANDATORY_WORDS: Readonly<Record<MandatoryRule, string>> = {
  always: 'always',
  'when-building-a-service': 'when building a service',
  no: 'no',
};

/** "digital service", for a name in kebab-case. */
export function plainWords(name: string): string {
  return name.replaceAll('-', ' ');
}

/** "a", "a or b", "a, b or c". */
export function choice(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** What people read for a level of the regime's scale. */
export function levelWords({ rating }: Regime, level: string): string {
  const levels = rating === 'not-known' ? [] : rating.levels;
  return levels.find(({ id }) => id === level)?.name ?? level;
}

/** When a condition holds, to follow "when". */
export function conditionWords(condition: Condition, regime: Regime): string {
  switch (condition.kind) {
    case 'always':
      return 'always';
    case 'flag':
      return FLAG_STATEMENTS[condition.flag];
    case 'category':
      return `the kind of spending is ${choice(condition.categories.map(plainWords))}`;
    case 'over':
      return `the ${MEASURE_WORDS[condition.measure]} is over ${formatPounds(condition.pence)}`;
    case 'rating':
      return `the case is rated ${choice(condition.levels.map((level) => levelWords(regime, level)))}`;
    case 'earned-autonomy':
      return 'the organisation has earned autonomy for the level the case is rated at';
    case 'all':
      return condition.of.map((part) => conditionWords(part, regime)).join(', and ');
    case 'any':
      return condition.of.map((part) => conditionWords(part, regime)).join(', or ');
  }
}
