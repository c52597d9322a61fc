import type { FieldOf, ShownProblem } from '../forms/form-problems.js';
import { heldIn, type PostedFields } from '../forms/posted-form.js';

/** A link as it stands in the boxes of a form. */
export interface LinkRow {
  readonly title: string;
  readonly url: string;
}

/** Button that shows the form again with more boxes, and sends nothing. */
export const MORE_LINKS = '_moreLinks';

/** Rows a form begins with, and how many one press adds. */
const ROWS_AT_FIRST = 2;

/**
 * The rows somebody wrote in, in order. Empty ones are left out, so a row's place here is its place when the form is
 * shown again.
 * @param most that may be given; one more is looked at, so that too many are noticed
 */
export function linkRows(fields: PostedFields, most: number): readonly LinkRow[] {
  return Array.from({ length: most + 1 }, (_, index) => ({
    title: heldIn(fields, `title-${index}`).trim(),
    url: heldIn(fields, `url-${index}`).trim(),
  })).filter(({ title, url }) => title !== '' || url !== '');
}

/** The rows a form shows: those that are filled, and empty ones. */
export function shownLinkRows(fields: PostedFields, most: number): readonly LinkRow[] {
  const filled = linkRows(fields, most);
  const wanted = fields[MORE_LINKS] === undefined ? ROWS_AT_FIRST : filled.length + ROWS_AT_FIRST;
  const count = Math.max(filled.length, Math.min(wanted, most));
  return Array.from({ length: count }, (_, index) => filled[index] ?? { title: '', url: '' });
}

/** What to tell somebody who asks for more links while there are empty boxes for two; nothing where there are not. */
export function emptyLinkRows(fields: PostedFields, most: number): readonly ShownProblem[] {
  const shown = Object.keys(fields).filter((name) => /^title-\d+$/.test(name)).length;
  const filled = linkRows(fields, most).length;
  if (shown - filled < ROWS_AT_FIRST) return [];
  const field = `title-${String(filled)}`;
  return [
    {
      text: `Say what link ${String(filled + 1)} leads to, and its address, before you add more links`,
      href: `#${field}`,
      field,
    },
  ];
}

/** The box of a link that a pointer such as `/links/0/url` leads to; other fields by their own name. */
export const linkFieldOf: FieldOf = (pointer) => {
  const [, name = '', index, part] = pointer.split('/');
  if (name !== 'links') return name === '' ? null : name;
  return index === undefined ? 'title-0' : `${part ?? 'title'}-${index}`;
};
