import type { ShownProblem } from '../forms/form-problems.js';

/** The problems a page is given, as far as it is given any. */
export function problemsIn({ problems }: Readonly<Record<string, unknown>>): readonly ShownProblem[] {
  return Array.isArray(problems) ? (problems as readonly ShownProblem[]) : [];
}

/**
 * Problems in the order in which the fields they lead to stand on a page; those that lead to none come first, as they
 * are about all of it.
 * @param html the page
 */
export function inOrderOfPage(problems: readonly ShownProblem[], html: string): readonly ShownProblem[] {
  const placeOf = ({ href }: ShownProblem): number => {
    if (href?.startsWith('#') !== true) return -1;
    const place = html.indexOf(` id="${href.slice(1)}"`);
    return place === -1 ? html.length : place;
  };
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other));
}
