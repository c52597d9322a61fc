import { isUnprintable, lengthOf } from '../case/text.js';

/** Longest name of a file, in characters. */
export const LONGEST_FILE_NAME = 150;

/** Characters that change how a name is read without being seen. */
const INVISIBLE = /[\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff\u061c]/u;
/** Characters that names of files cannot have on common systems. */
const NOT_IN_NAMES = /["*:<>?|]/;
/** Names that mean a device to Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that can be kept, or why not, as a sentence without a full stop. */
export type CheckedFileName = { readonly name: string } | { readonly why: string };

/**
 * The name of a file as it is kept: Unicode in its composed form, without the folders some programs send with it.
 * Names are shown and given back, and never used to keep anything under.
 */
export function checkFileName(sent: string): CheckedFileName {
  const name = sent
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .trim();
  if (name === '' || /^\.+$/.test(name)) return { why: 'Give the file a name' };
  if (isUnprintable(name, false) || INVISIBLE.test(name))
    return {
      why: 'The name of the file has characters that cannot be seen or that turn the direction of text: rename it and try again',
    };
  if (NOT_IN_NAMES.test(name) || DEVICE.test(name))
    return {
      why: 'The name of the file has characters or words that names cannot have: rename it and try again',
    };
  if (lengthOf(name) > LONGEST_FILE_NAME)
    return {
      why: `The name of the file is longer than ${LONGEST_FILE_NAME} characters: shorten it and try again`,
    };
  return { name };
}

/** Octets that RFC 5987 leaves as they are. */
const ATTRIBUTE_CHARACTER = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

/**
 * The header that makes a browser keep a file under a name and never show it as a page (RFC 6266): in ASCII for old
 * programs, in UTF-8 (RFC 5987) for the others.
 */
export function contentDisposition(name: string): string {
  const plain = name.replaceAll(/[^ -~]|["\\%]/g, '_');
  const bytes = encodeURIComponent(name).replaceAll(ATTRIBUTE_CHARACTER, (character) =>
    character === '%' ? '%' : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${bytes}`;
}
