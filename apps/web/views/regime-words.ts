import { thresholdRuleInWords } from '#domain';

// The reference data was added once and is never changed, and its notes were written for whoever checks them against
// their sources. Here they are put for people who only want to know what holds; who reads what stays as it was said.

const PLAIN: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /^Rests on the questions on digital services that could be read; the framework has others$/,
    'This rating uses the questions on digital services that we could find. The published framework has other questions, which we could not find, so the rating is this service’s own reading of it',
  ],
  [
    /^The published questions on this kind of spending could not be read, so no rating can be worked out$/,
    'We could not find the published questions for this kind of spending, so we cannot work out a rating',
  ],
  [
    /^The list of commitments could not be read, so one general question stands for it; the guidance also names spending rated “control”, a word of the version before$/,
    'We could not find the published list of commitments, so we ask one general question in its place. The guidance also mentions spending rated “control”, which is a rating of an earlier version of the rules',
  ],
  [
    /^By its own dates (.+) ended (on|in) (.+); it counts here because it is the one adopted for new requests$/,
    'The published end date of $1 was $3. This service still uses it for new requests',
  ],
  [/^By its own dates (.+) ended (on|in) (.+)$/, 'The published end date of $1 was $3'],
];

/** A note or a rule of a regime as the pages say it; what has no words of its own stays as it is. */
export function inPlainWords(text: string): string {
  return PLAIN.reduce((said, [pattern, words]) => said.replace(pattern, words), thresholdRuleInWords(text));
}
