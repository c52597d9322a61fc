/** What may stand next in a JSON text. */
type Next = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** How far a pattern reaches from a place; the place itself where it does not fit there. */
function reach(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/**
 * Where a text stops being JSON, which not every `JSON.parse` tells.
 *
 * @returns how many characters (UTF-16 units) come before; `null` for JSON
 */
export function placeOfJsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  let at = 0;
  const afterValue = (): Next => (open.length === 0 ? 'nothing' : 'comma-or-end');
  for (;;) {
    at = reach(SPACE, text, at);
    const character = text[at];
    if (next === 'nothing') return character === undefined ? null : at;
    const within = open.at(-1);
    let reached = at + 1;
    if (character === ',' && next === 'comma-or-end') next = within === '{' ? 'name' : 'value';
    else if (character === ':' && next === 'colon') next = 'value';
    else if (
      (character === '}' && within === '{' && (next === 'name-or-end' || next === 'comma-or-end')) ||
      (character === ']' && within === '[' && (next === 'value-or-end' || next === 'comma-or-end'))
    ) {
      open.pop();
      next = afterValue();
    } else if (next === 'name' || next === 'name-or-end') {
      reached = reach(STRING, text, at);
      next = 'colon';
    } else if (next === 'value' || next === 'value-or-end') {
      if (character === '{' || character === '[') {
        open.push(character);
        next = character === '{' ? 'name-or-end' : 'value-or-end';
      } else {
        reached = reach(character === '"' ? STRING : PLAIN, text, at);
        next = afterValue();
      }
    } else return at;
    if (reached === at) return at;
    at = reached;
  }
}

/** A place in a text as people count: lines and columns from 1. */
export function lineAndColumn(
  text: string,
  place: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, place);
  const column = place - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return { line: before.split(/\r\n|\n|\r/).length, column };
}
