import { goTo, keptPage, type PageAnswer } from '../server/page.js';
import { fieldsOf, PostedForm, type PostedFields } from './posted-form.js';
import { isStale, problemsOf, sameName, type FieldOf, type ShownProblem } from './form-problems.js';

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
  /** What is shown to somebody who was overtaken; the page of the problem unless given. Nothing they wrote is lost. */
  readonly overtaken?: (fields: PostedFields) => PageAnswer | Promise<PageAnswer>;
}

/** Field by which the page of a conflict gives the form back to be changed, with everything in it. */
export const CHANGE_AGAIN = '_changeAgain';

/**
 * Takes a form: done, shown again with what is wrong, or, to who was overtaken, with what the other wrote. Every other
 * problem goes on to the page it has of its own.
 */
export async function takeForm(taking: FormTaking): Promise<PageAnswer> {
  return keptPage(await answerTo(taking));
}

async function answerTo({
  body,
  act,
  again,
  fieldOf = sameName,
  overtaken,
}: FormTaking): Promise<PageAnswer> {
  const fields = fieldsOf(body);
  if (fields[CHANGE_AGAIN] !== undefined) return again(fields, []);
  try {
    return await act(new PostedForm(fields));
  } catch (error) {
    if (overtaken !== undefined && isStale(error)) return overtaken(fields);
    const problems = problemsOf(error, fieldOf);
    if (problems === null) throw error;
    return again(fields, problems);
  }
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
