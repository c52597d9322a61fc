import type { ShownProblem } from '../forms/form-problems.js';

/** Sentences of the API's checks that speak of JSON, and what somebody who fills in a form is told instead. */
const REWRITTEN: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/, or null to leave it unanswered$/, ''],
  [/^Enter a date that exists.*$/, 'Enter a real date, like 27 3 2026'],
  [/^Choose one of .*$/, 'Choose one of the answers'],
  [/^Answer true or false$/, 'Choose yes or no'],
  [/^Enter text of 1 to .*$/, 'Enter an answer'],
  [/^Enter a whole number from .*$/, 'Choose one of the levels'],
  [/^Give the id of an answer$/, 'Choose one of the answers'],
  [/^Item (\d+) of the list: /, 'Line $1: '],
  [/^Give a list of at most (\d+)$/, 'Give no more than $1'],
  [/^Enter an id, a UUID$/, 'Choose an organisation'],
];

/** Sentences that only say that something is missing: the form says better what. */
const MISSING = /^(Choose one of the answers|Choose yes or no|Enter an answer|Choose an organisation)$/;

/**
 * Puts problems into the words of a form.
 * @param asks what to say where a field was not filled in, by its name
 */
export function plainProblems(
  problems: readonly ShownProblem[],
  asks: Readonly<Record<string, string>> = {},
): readonly ShownProblem[] {
  return problems.map((problem) => {
    const words = REWRITTEN.reduce((text, [pattern, other]) => text.replace(pattern, other), problem.text);
    return { ...problem, text: MISSING.test(words) ? (asks[problem.field] ?? words) : words };
  });
}
