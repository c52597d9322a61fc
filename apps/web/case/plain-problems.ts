import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';

/** Sentences of the API's checks that speak of values, where a form asks a question. */
const SPEAKS_OF_VALUES = /^(Choose one of|Enter text of|Enter an id|Enter a link|Give )/;

/**
 * Problems in the words of a form: what was not filled in is asked for as the form asks for it.
 * @param asks what to say of a field, by its name
 */
export function plainProblems(
  problems: readonly ShownProblem[],
  asks: Readonly<Record<string, string>>,
): readonly ShownProblem[] {
  return problems.map((problem) =>
    SPEAKS_OF_VALUES.test(problem.text) ? { ...problem, text: asks[problem.field] ?? problem.text } : problem,
  );
}

/** What a field of a form held, to show it again. */
export function heldIn(fields: PostedFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
