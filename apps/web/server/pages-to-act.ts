/** Addresses of a case, or of a question, that a form is sent to as well, and whose page is there to be read too. */
export const READ_BY_ALL: readonly string[] = [
  '/cases/:reference/comments',
  '/cases/:reference/external-decisions',
  '/cases/:reference/spend',
  '/cases/:reference/triage',
];

/** Pages that lead to such forms and to nothing else. */
const LEAD_TO_FORMS: readonly string[] = [
  '/cases/:reference/tasks',
  '/cases/:reference/legacy-exceptions/edit',
  '/cases/:reference/decide',
  '/cases/:reference/supersede',
];

/**
 * Whether a page is there to do something to a case and for nothing else, so that whoever only ever reads cases has no
 * business there.
 * @param url of the route, such as `/cases/:reference/return`
 * @param takesForm whether a form is sent to the same address
 */
export function isThereToAct(url: string, takesForm: boolean): boolean {
  if (!/^\/(cases|advice)\/:reference\//.test(url) || READ_BY_ALL.includes(url)) return false;
  return takesForm || LEAD_TO_FORMS.includes(url);
}
