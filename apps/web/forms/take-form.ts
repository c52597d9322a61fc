import { goTo, type PageAnswer } from '../server/page.js';
import { fieldsOf, heldIn, PostedForm, type PostedFields } from './posted-form.js';
import { MERGE, settled } from './merge/settle.js';
import {
  isRefusedByState,
  isStale,
  problemsOf,
  sameName,
  type FieldOf,
  type ShownProblem,
} from './form-problems.js';

/** How a form is taken. */
export interface FormTaking {
  /** Body of the request. */
  readonly body: unknown;
  /** Reads the form, does what it asks and says where to go next. What it throws is shown with the form again. */
  readonly act: (form: PostedForm) => Promise<PageAnswer>;
  /** The page of the form again, with what was written and what is wrong with it. */
  readonly again: (
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ) => PageAnswer | Promise<PageAnswer>;
  /** Which field shows a problem; the one of the same name unless given. */
  readonly fieldOf?: FieldOf;
  /**
   * What is shown to somebody who was overtaken; the page of the problem unless given. Nothing they wrote is lost.
   * `isAnsweredTo` says that it was shown already, and left something open.
   */
  readonly overtaken?: (fields: PostedFields, isAnsweredTo: boolean) => PageAnswer | Promise<PageAnswer>;
  /** What is shown where the state of things does not allow it any more; `null` where that is not the reason. */
  readonly tooLate?: (fields: PostedFields) => Promise<PageAnswer | null>;
}

/** Field by which the page of a conflict gives the form back to be changed, with everything in it. */
export const CHANGE_AGAIN = '_changeAgain';

/**
 * Field by which a form that had to wait says which file was chosen in it. Files are not kept: what comes back with this
 * is the form itself, so that the file can be chosen again.
 */
export const FILE_TO_CHOOSE = '_fileToChoose';

/**
 * Takes a form: done, shown again with what is wrong, or, to who was overtaken, with what the other wrote. Every other
 * problem goes on to the page it has of its own.
 */
export async function takeForm({
  body,
  act,
  again,
  fieldOf = sameName,
  overtaken,
  tooLate,
}: FormTaking): Promise<PageAnswer> {
  const sent = fieldsOf(body);
  const { fields, undecided, anew } = settled(sent);
  if (sent[CHANGE_AGAIN] !== undefined)
    return again(anewIn(fields, [...anew, ...undecided]), fileToChoose(sent));
  // Who left something open on the page that merges is shown it again, with what they chose.
  if (undecided.length > 0 && overtaken !== undefined) return overtaken(sent, true);
  if (anew.length > 0) return again(anewIn(fields, anew), []);
  try {
    return await act(new PostedForm(fields));
  } catch (error) {
    if (overtaken !== undefined && isStale(error)) return overtaken(fields, false);
    const late = tooLate !== undefined && isRefusedByState(error) ? await tooLate(fields) : null;
    if (late !== null) return late;
    const problems = problemsOf(error, fieldOf);
    if (problems === null) throw error;
    return again(fields, problems);
  }
}

/** A form some of whose answers are written anew, so that it shows the other person's beside them. */
function anewIn(fields: PostedFields, answers: readonly string[]): PostedFields {
  return answers.length === 0 ? fields : { ...fields, [MERGE.anew]: answers.join(' ') };
}

/** What to tell of a file that was chosen in a form which had to wait; nothing where none was. */
export function fileToChoose(fields: PostedFields): readonly ShownProblem[] {
  const name = heldIn(fields, FILE_TO_CHOOSE);
  return name === ''
    ? []
    : [{ text: `Choose ${name} again: it could not be kept`, href: '#file', field: 'file' }];
}

/** How a form is taken that asks for nothing but a yes. */
export interface ConfirmationTaking extends Pick<FormTaking, 'body'> {
  readonly confirm: () => Promise<unknown>;
  /** Where to go when it is done. */
  readonly then: string;
  /** The page that asks, with what is in the way. */
  readonly again: (problems: readonly ShownProblem[]) => PageAnswer | Promise<PageAnswer>;
}

/** Takes a form that asks for nothing but a yes, as {@link takeForm} does. */
export function takeConfirmation({ body, confirm, then, again }: ConfirmationTaking): Promise<PageAnswer> {
  return takeForm({
    body,
    act: async () => {
      await confirm();
      return goTo(then);
    },
    again: (_fields, problems) => again(problems),
  });
}
