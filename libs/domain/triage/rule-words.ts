/**
 * Reasons of thresholds are reference data, written once and never changed, to follow an amount. Here they are put so that
 * the sentence they end reads as one.
 */
const PLAIN: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/ because public-facing$/, ' and the service is public-facing'],
  [/ because Crypt-Key$/, ' and it is for Crypt-Key'],
  [/ because cryptographic products$/, ' and it is for cryptographic products'],
  [/ because novel or contentious$/, ' and it is novel or contentious'],
  [/ because a digital service$/, ' and it is a digital service'],
  [/ for (other digital, data and technology|technology)$/, ', the threshold for $1'],
];

/** The rule of a threshold as a sentence has it, to follow “it is”; what has no words of its own stays as it is. */
export function thresholdRuleInWords(rule: string): string {
  return PLAIN.reduce((said, [pattern, words]) => said.replace(pattern, words), rule);
}
