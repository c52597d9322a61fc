import { badRequest } from '#platform';
import { heldIn, type PostedFields } from '../posted-form.js';
import { boxesOf, isBoxOf, isYearField, withYears } from './answer-boxes.js';

/** Names by which the page that merges two people's answers sends what was chosen, with both in it. */
export const MERGE = {
  /** Answers the other person changed, each by its field. */
  answers: '_answer',
  /** With the field behind it: which of both stands. */
  keep: '_keep.',
  /** With the name of a box behind it: what the other person's form would hold. */
  theirs: '_theirs.',
  /** Revision the form was opened at, before either wrote. */
  base: '_base',
  /** With the field behind it: who saved an answer that both wrote. */
  by: '_by.',
  /** Answers that are being written anew, so that the form shows the other's text beside them. */
  anew: '_anew',
} as const;

/** Most answers of one form that two people wrote; each takes a look at every field. */
const MOST_ANSWERS = 200;

/** What can be done about an answer that both wrote. */
export const MERGE_CHOICES = ['theirs', 'mine', 'anew'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** A form with everything in it that was chosen on the page that merges. */
export interface Settled {
  readonly fields: PostedFields;
  /** Fields of the answers nothing was chosen for. */
  readonly undecided: readonly string[];
  /** Fields of the answers to be written anew. */
  readonly anew: readonly string[];
}

/** What was chosen for an answer; `null` where nothing was. */
export function choiceOf(fields: PostedFields, field: string): MergeChoice | null {
  const chosen = heldIn(fields, `${MERGE.keep}${field}`);
  return MERGE_CHOICES.find((choice) => choice === chosen) ?? null;
}

/** A field that came once or several times, as a list. */
export function everyOf(fields: PostedFields, name: string): readonly string[] {
  return [fields[name] ?? []].flat();
}

function isOfMerge(name: string): boolean {
  return (
    name === MERGE.answers ||
    name === MERGE.base ||
    name.startsWith(MERGE.keep) ||
    name.startsWith(MERGE.theirs)
  );
}

/** What the other person's form would hold. */
function theirBoxes(fields: PostedFields): PostedFields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(MERGE.theirs))
      .map(([name, value]) => [name.slice(MERGE.theirs.length), value]),
  );
}

/**
 * A form after what was chosen on the page that merges; any other form as it is. Everything both wrote travels in the
 * page itself, so nothing is kept on the server meanwhile.
 * @throws ProblemError 400 where more answers are to be settled than any form has
 */
export function settled(fields: PostedFields): Settled {
  const answers = [...new Set(everyOf(fields, MERGE.answers))];
  if (answers.length > MOST_ANSWERS)
    throw badRequest(`The form has too many answers to settle. Send at most ${String(MOST_ANSWERS)}.`);
  if (answers.length === 0) return { fields, undecided: [], anew: [] };
  const theirs = theirBoxes(fields);
  const taken = answers.filter((field) => choiceOf(fields, field) === 'theirs');
  const own = Object.entries(fields).filter(
    ([name]) => !isOfMerge(name) && !taken.some((field) => isBoxOf(fields, field, name)),
  );
  const chosen = Object.assign(
    Object.fromEntries(own),
    ...taken.filter((field) => !isYearField(field)).map((field) => boxesOf(theirs, field)),
  ) as PostedFields;
  const years = taken.filter(isYearField);
  return {
    // A year of theirs may stand in a row that holds another year of one's own.
    fields:
      years.length === 0
        ? chosen
        : withYears(
            chosen,
            years.map((field) => boxesOf(theirs, field)),
          ),
    undecided: answers.filter((field) => choiceOf(fields, field) === null),
    anew: answers.filter((field) => choiceOf(fields, field) === 'anew'),
  };
}
