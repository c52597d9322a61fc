import { thresholdRuleInWords } from './rule-words.js';

it.each([
  ['over £100,000 because public-facing', 'over £100,000 and the service is public-facing'],
  [
    'over £1,000,000 for other digital, data and technology',
    'over £1,000,000, the threshold for other digital, data and technology',
  ],
  ['over £5,000,000 for technology', 'over £5,000,000, the threshold for technology'],
  ['over £100,000 because a digital service', 'over £100,000 and it is a digital service'],
  ['anything else', 'anything else'],
])('a rule reads as a sentence: %s', (rule, words) => {
  expect(thresholdRuleInWords(rule)).toBe(words);
});
