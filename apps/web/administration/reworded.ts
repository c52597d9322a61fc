import type { ShownProblem } from '../forms/form-problems.js';

/** Sentences for programs, which speak of ids and of the words of JSON. */
const FOR_PROGRAMS = /^(Choose one of “|Enter an id, a UUID|Enter the id of an organisation|Enter text of )/;

/**
 * Says to people what the rules of a field say to programs.
 * @param words what to do, by the name of the field
 */
export function reworded(
  problems: readonly ShownProblem[],
  words: Readonly<Record<string, string>>,
): readonly ShownProblem[] {
  return problems.map((problem) => {
    const own = words[problem.field];
    return own !== undefined && FOR_PROGRAMS.test(problem.text) ? { ...problem, text: own } : problem;
  });
}
