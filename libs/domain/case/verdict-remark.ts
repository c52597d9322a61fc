import type { Verdict } from './case-content.js';

/**
 * What is odd about a verdict beside what the department says itself, for whoever gives it, recommends or decides;
 * `null` where nothing is. It is said and refuses nothing: both records are separate, and the reviewer may be right.
 */
export function verdictRemark(verdict: Verdict | null, selfAssessment: Verdict | null): string | null {
  return verdict === 'met' && selfAssessment === 'not-applicable'
    ? 'The department says that this point does not apply, so “Met” says more of it than the department does'
    : null;
}
