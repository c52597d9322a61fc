import { fieldsOf, heldIn, type PostedFields } from '../forms/posted-form.js';
import { markIn } from '../server/form-token.js';
import { isOwnPath, type PageModel } from '../server/page.js';
import { CHANGE_AGAIN, FILE_TO_CHOOSE } from '../forms/take-form.js';
import { writtenForm } from './written-form.js';

/**
 * A form that arrived after its person was signed out. The page that asks them to sign in carries it, and so does the
 * next one, from where it is sent again: nothing they wrote is lost, and nothing of it is kept on the server.
 */
export interface KeptForm {
  /** Where it was sent to. */
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Mark of who wrote it; `null` where that is not known. */
  readonly of: string | null;
}

const ACTION_FIELD = 'resume';
const PREFIX = 'kept.';
/** Given anew by every page. */
const TOKEN_FIELD = '_csrf';

function flat(fields: PostedFields): KeptForm['fields'] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
}

/**
 * The form a request brought; `null` where it brought none worth keeping.
 * @param file name of the file that was chosen in it; `null` where none was
 */
export function formToKeep(
  request: { readonly method: string; readonly url: string; readonly body: unknown },
  file: string | null,
): KeptForm | null {
  if (request.method !== 'POST' || !isOwnPath(request.url)) return null;
  const sent = fieldsOf(request.body);
  const fields = [
    ...flat(sent).filter(({ name }) => name !== TOKEN_FIELD && name !== FILE_TO_CHOOSE),
    ...(file === null ? [] : [{ name: FILE_TO_CHOOSE, value: file }]),
  ];
  // A password is not written into a page.
  if (fields.length === 0 || fields.some(({ name }) => /password/i.test(name))) return null;
  return { action: request.url, fields, of: markIn(sent[TOKEN_FIELD]) };
}

/** The form that the page for signing in carried; `null` where it carried none. */
export function keptFormOf(fields: PostedFields): KeptForm | null {
  const action = fields[ACTION_FIELD];
  if (typeof action !== 'string' || !isOwnPath(action)) return null;
  const kept = flat(fields)
    .filter(({ name }) => name.startsWith(PREFIX))
    .map(({ name, value }) => ({ name: name.slice(PREFIX.length), value }));
  return {
    action,
    fields: kept.filter(({ name }) => name !== TOKEN_FIELD),
    of: markIn(fields[TOKEN_FIELD]),
  };
}

/** What a page shows of a form it keeps: everything that was written, and the file to choose again. */
export function resumeModel(kept: KeptForm): PageModel {
  const fields = fieldsKept(kept);
  return {
    kept,
    written: writtenForm(kept.action, fields),
    file: heldIn(fields, FILE_TO_CHOOSE) || null,
    changeAgain: CHANGE_AGAIN,
  };
}

/** What a form that waits says, by name. */
export function fieldsKept({ fields }: KeptForm): PostedFields {
  const byName = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(byName);
}
