import type { ShownProblem } from './form-problems.js';
import { heldIn, type PostedFields } from './posted-form.js';

// Forms are checked by the classes of the API, whose sentences speak of values to programs. Here they are put into the
// words of forms: generally, where a sentence can be turned round, and by each form's own words for its fields.

/** What a form says of its fields, by their names. */
export type FieldWords = Readonly<Record<string, string>>;

const OR_NULL = /, or null to leave it unanswered$/;

/** Sentences that can be turned round for every form. */
const TURNED: readonly (readonly [pattern: RegExp, words: string])[] = [
  [OR_NULL, ''],
  [/^Enter a date that exists.*$/, 'Enter a real date, like 27 3 2026'],
  [/^Choose one of .*$/, 'Choose one of the answers'],
  [/^Answer true or false$/, 'Choose yes or no'],
  [/^Enter text of 1 to .*$/, 'Enter an answer'],
  [/^Enter a whole number from .*$/, 'Choose one of the levels'],
  [/^Give the id of an answer$/, 'Choose one of the answers'],
  [/^Give a list of at most (\d+)$/, 'Give no more than $1'],
  [/^Enter an id, a UUID$/, 'Choose an organisation'],
];

/** Sentences that only say that something is missing: a form says better what. */
const MISSING = /^(Choose one of the answers|Choose yes or no|Enter an answer|Choose an organisation)$/;

/** Sentences about a value that was chosen, typed or left out, where a form asks a question. */
const OF_AN_ANSWER = /^(Choose one of|Enter text of|Enter an id|Enter the id of|Enter a link|Give )/;

/** Sentences that speak of a value of any kind. */
const OF_A_VALUE =
  /^(Choose one of|Enter text of|Enter a date that exists|Enter the amount in whole pence|Enter an id|Enter a whole number|Give a list|Give an id|Give at most|Name each|Enter an email|Enter a link|Item \d)/;

const ITEM = /^Item (\d+) of the list/;

/**
 * Number of a line as whoever wrote it counts: with the empty ones, which are left out when lines become a list.
 * @param item place in the list, from 1
 */
function lineNumber(text: string, item: number): number {
  const written = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  return written[item - 1] ?? item;
}

/**
 * Turns every sentence round, and says what a field asks for where it was not filled in.
 * @param asks what to say where nothing was answered
 * @param fields what was sent, to count the lines of
 */
export function turnedRound(
  problems: readonly ShownProblem[],
  asks: FieldWords = {},
  fields: PostedFields = {},
): readonly ShownProblem[] {
  return problems.map((problem) => {
    const words = TURNED.reduce(
      (text, [pattern, other]) => text.replace(pattern, other),
      problem.text,
    ).replace(
      ITEM,
      (_all, item: string) => `Line ${String(lineNumber(heldIn(fields, problem.field), Number(item)))}`,
    );
    return { ...problem, text: MISSING.test(words) ? (asks[problem.field] ?? words) : words };
  });
}

/**
 * Says which of several a sentence is about, where it does not say so itself.
 * @param whichOf what the one a field belongs to is called, such as “Condition 2”; `null` where it is of none
 */
export function sayingWhich(
  problems: readonly ShownProblem[],
  whichOf: (field: string) => string | null,
): readonly ShownProblem[] {
  return problems.map((problem) => {
    const which = whichOf(problem.field);
    return which === null || problem.text.toLowerCase().includes(which.toLowerCase())
      ? problem
      : { ...problem, text: `${which}: ${problem.text}` };
  });
}

/** Says in the form's own words what was not answered or cannot be an answer, and leaves other sentences as they are. */
export function inOwnWords(problems: readonly ShownProblem[], words: FieldWords): readonly ShownProblem[] {
  return problems.map((problem) =>
    OF_AN_ANSWER.test(problem.text)
      ? { ...problem, text: words[problem.field] ?? problem.text }
      : { ...problem, text: problem.text.replace(OR_NULL, '') },
  );
}

/** A date has one problem, whichever of its boxes shows it. */
function stem(field: string): string {
  return field.replace(/-(day|month|year)$/, '');
}

/**
 * One problem for each field, in the order of the form, and in its own words where a sentence speaks of a value.
 * @param wordsFor what to say of a field; nothing where the sentence is good as it is
 * @param order what the names of the fields begin with, from the top of the page to its end
 */
export function inOrder(
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
      const words = OF_A_VALUE.test(text) ? wordsFor(field) : undefined;
      return [{ ...problem, text: words ?? text.replace(OR_NULL, '') }];
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The same from a table, whose fields stand in the order of the form. */
export function inOrderOf(problems: readonly ShownProblem[], table: FieldWords): readonly ShownProblem[] {
  return inOrder(problems, (field) => table[field], Object.keys(table));
}
