import type { ShownProblem } from '../forms/form-problems.js';
import { show, type PageAnswer } from '../server/page.js';

/** A person whom something cannot be done to, whoever asks again. */
export interface NotPossible {
  /** What the page is for: “Deactivate this account”. */
  readonly title: string;
  readonly subject: { readonly id: string; readonly name: string };
  /** In a whole sentence. */
  readonly why: string;
  readonly problems: readonly ShownProblem[];
}

/** The page of something that cannot be done to an account: the reason at once, and no button that could never work. */
export function notPossiblePage({ title, subject, why, problems }: NotPossible): PageAnswer {
  return show(
    'administration/not-possible',
    {
      title,
      about: subject.name,
      why,
      returnTo: `/people/${subject.id}`,
      backText: `Back to ${subject.name}`,
      problems,
    },
    problems.length > 0 ? 409 : 200,
  );
}
