/**
 * A link with a code, and the code by itself for where a link loses it. The code is the fragment of the address, which
 * browsers keep to themselves: it reaches no server, and no log on the way. The page asks for the code, and takes it
 * from there.
 *
 * @param page address of the page that asks for it
 */
export function linkWithCode(page: string, code: string): string {
  return `${page}#${code}\n\nIf the link does not fill in the code, copy it:\n${code}`;
}
