import type { CaseFlag, SpendCategory } from '../case/case-content.js';
import type { Pence } from '../money/pence.js';

/** An amount of a request that a rule compares. */
export const MEASURES = ['requested', 'whole-life'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * When a rule of a regime applies, as data. It is worked out to yes, no, or not known yet while something it looks at
 * has not been answered.
 */
export type Condition =
  | { readonly kind: 'always' }
  /** The flag is answered yes. */
  | { readonly kind: 'flag'; readonly flag: CaseFlag }
  | { readonly kind: 'category'; readonly categories: readonly SpendCategory[] }
  /** Greater than the amount, in pence: exactly the amount is not over it. */
  | { readonly kind: 'over'; readonly measure: Measure; readonly pence: Pence }
  /** The case is rated at one of these levels of the regime's own scale. */
  | { readonly kind: 'rating'; readonly levels: readonly string[] }
  /** The organisation has earned autonomy for the level the case is rated at. */
  | { readonly kind: 'earned-autonomy' }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };
