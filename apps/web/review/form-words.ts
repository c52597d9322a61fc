import type { ShownProblem } from '../forms/form-problems.js';

/** Sentences of the API that speak of values and not of a form. */
const OF_VALUES =
  /^(Choose one of|Enter text of|Enter a date that exists|Enter the amount in whole pence|Enter an id|Enter a whole number|Give a list|Give an id|Give at most|Name each|Enter an email|Enter a link|Item \d)/;

/** How the API ends a sentence about what may be left unanswered. */
const OR_NULL = /, or null to leave it unanswered$/;

/** A date has one problem, whichever of its boxes shows it. */
function stem(field: string): string {
  return field.replace(/-(day|month|year)$/, '');
}

/**
 * Problems as people who fill in a form understand them: what speaks of values is said in the form's own words, each
 * field has one problem, and they stand in the order of the form.
 * @param wordsFor what to say of a field; nothing where the sentence is good as it is
 * @param order what the names of the fields begin with, from the top of the page to its end
 */
export function inWords(
  problems: readonly ShownProblem[],
  wordsFor: (field: string) => string | undefined,
  order: readonly string[],
): readonly ShownProblem[] {
  const said = new Set<string>();
  const placeOf = ({ field }: ShownProblem): number => {
    const place = order.findIndex((name) => field.startsWith(name));
    return place === -1 ? order.length : place;
  };
  return problems
    .flatMap((problem) => {
      const { field, text } = problem;
      if (field !== '' && said.has(stem(field))) return [];
      said.add(stem(field));
      const words = OF_VALUES.test(text) ? wordsFor(field) : undefined;
      return [{ ...problem, text: words ?? text.replace(OR_NULL, '') }];
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The same from a table, whose fields stand in the order of the form. */
export function sentences(
  problems: readonly ShownProblem[],
  table: Readonly<Record<string, string>>,
): readonly ShownProblem[] {
  return inWords(problems, (field) => table[field], Object.keys(table));
}
