import type { ShownProblem } from '../forms/form-problems.js';

/** Sentences of the API that speak of values and not of a form. */
const OF_VALUES =
  /^(Choose one of|Enter text of|Enter a date that exists|Enter the amount in whole pence|Enter an id|Enter a whole number|Give |Name each|Enter an email|Enter a link|Item \d)/;

/** A date has one problem, whichever of its boxes shows it. */
function stem(field: string): string {
  return field.replace(/-(day|month|year)$/, '');
}

/**
 * Problems as people who fill in a form understand them: what speaks of values is said in the form's own words, and
 * each field has one problem.
 * @param wordsFor what to say of a field; nothing where the sentence is good as it is
 */
export function inWords(
  problems: readonly ShownProblem[],
  wordsFor: (field: string) => string | undefined,
): readonly ShownProblem[] {
  const said = new Set<string>();
  return problems.flatMap((problem) => {
    const { field, text } = problem;
    if (field !== '' && said.has(stem(field))) return [];
    said.add(stem(field));
    return [{ ...problem, text: (OF_VALUES.test(text) ? wordsFor(field) : undefined) ?? text }];
  });
}

/** The same from a table. */
export function sentences(
  problems: readonly ShownProblem[],
  table: Readonly<Record<string, string>>,
): readonly ShownProblem[] {
  return inWords(problems, (field) => table[field]);
}
