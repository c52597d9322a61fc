import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields } from '../../forms/posted-form.js';
import { show, type PageModel, type ShownPage } from '../../server/page.js';

// The code of an email is the key to an account. It is in no address: the link has it in its fragment, which browsers keep
// to themselves, a script of the page puts it into a form, and from there on it goes from form to form.

/** Pages that ask for a code, and that forms with one are sent to. */
export const PAGES_OF_CODES = ['/invitations', '/password-reset'] as const;

/** Field of the code, where it is asked for and where it goes on unseen. */
const CODE = 'code';

/**
 * The code a form brought, however it was copied: with blanks or line ends in or around it, or with the whole link, also of the
 * kind that had the code in its path.
 * Empty where there is none.
 */
export function codeIn(fields: PostedFields): string {
  const bare = heldIn(fields, CODE).replaceAll(/\s+/g, '');
  return bare.slice(Math.max(bare.lastIndexOf('#'), bare.lastIndexOf('/')) + 1);
}

/** Whether a form is the one that asks for a code, and not one that goes on with it. */
export function asksForCode(fields: PostedFields): boolean {
  return fields['password'] === undefined;
}

/** The page that asks for a code. @param template of it */
export function codePage(template: string, isMissing = false): ShownPage {
  const problem: ShownProblem = { text: 'Enter the code from your email', href: '#code', field: CODE };
  return show(template, { problems: isMissing ? [problem] : [] }, isMissing ? 400 : 200);
}

/** A page that goes on with a code: it has it in its form, so no browser keeps it. */
export function pageWithCode(
  template: string,
  model: PageModel & { readonly code: string; readonly problems: readonly ShownProblem[] },
): ShownPage {
  return show(template, model, model.problems.length > 0 ? 400 : 200);
}
