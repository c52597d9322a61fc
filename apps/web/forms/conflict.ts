import { show, type PageAnswer } from '../server/page.js';
import { CHANGE_AGAIN } from './take-form.js';
import type { PostedFields } from './posted-form.js';

/** One thing that both wrote. */
export interface Disagreement {
  readonly label: string;
  /** What the reader wrote, as people read it. */
  readonly mine: string;
  /** What is there now. */
  readonly theirs: string;
}

/** Somebody was overtaken: what both wrote, and who the other is. */
export interface Conflict {
  /** What the form is about: “Point 3: Be open and use open source”. */
  readonly about: string;
  /** Where the form is sent to. */
  readonly action: string;
  /** Where to go to leave what is there. */
  readonly keepTheirs: string;
  /** Revision of what is there now, by which it can be written over knowingly. */
  readonly revision: number;
  /** Name of the field the revision is sent in. */
  readonly revisionField?: string;
  /** Who changed it and when, UTC; `null` where that is not known. */
  readonly changed: { readonly by: string; readonly at: string } | null;
  readonly disagreements: readonly Disagreement[];
  /** Name of a file that came with the form and is attached already. */
  readonly attached?: string | null;
}

/** Fields of the form alone; the token is given anew, and the key, because what is sent next is another request. */
function kept(fields: PostedFields): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(fields)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
    );
}

/** The page that tells who was overtaken what happened, keeps their text, and lets them choose. Status 409. */
export function conflictPage(conflict: Conflict, fields: PostedFields, once: string): PageAnswer {
  const revisionField = conflict.revisionField ?? 'revision';
  return show(
    'forms/conflict',
    {
      ...conflict,
      disagreements: conflict.disagreements.filter(({ mine, theirs }) => mine !== theirs),
      kept: kept(fields).filter(({ name }) => name !== revisionField),
      revisionField,
      changeAgain: CHANGE_AGAIN,
      once,
    },
    409,
  );
}
