import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { isOwnPath } from '../server/page.js';

/**
 * A form that arrived after its person was signed out. The page that asks them to sign in carries it, and so does the
 * next one, from where it is sent again: nothing they wrote is lost, and nothing of it is kept on the server.
 */
export interface KeptForm {
  /** Where it was sent to. */
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
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

/** The form a request brought; `null` where it brought none worth keeping. */
export function formToKeep(request: {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}): KeptForm | null {
  if (request.method !== 'POST' || !isOwnPath(request.url)) return null;
  const fields = flat(fieldsOf(request.body)).filter(({ name }) => name !== TOKEN_FIELD);
  // A password is not written into a page.
  if (fields.length === 0 || fields.some(({ name }) => /password/i.test(name))) return null;
  return { action: request.url, fields };
}

/** The form that the page for signing in carried; `null` where it carried none. */
export function keptFormOf(fields: PostedFields): KeptForm | null {
  const action = fields[ACTION_FIELD];
  if (typeof action !== 'string' || !isOwnPath(action)) return null;
  const kept = flat(fields)
    .filter(({ name }) => name.startsWith(PREFIX))
    .map(({ name, value }) => ({ name: name.slice(PREFIX.length), value }));
  return { action, fields: kept.filter(({ name }) => name !== TOKEN_FIELD) };
}
