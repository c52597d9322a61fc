const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/**
 * Characters that turn the direction of what follows: a name written with them reads as another. They are refused where
 * text comes in rather than isolated where it is shown, because it is shown in many places that are not ours as well:
 * emails, spreadsheets, other systems. Letters of every script, and their order, need none of them.
 */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
/** Half of a surrogate pair: not a character, and PostgreSQL takes none. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text could not be kept or shown: control characters or broken Unicode. */
export function isUnprintable(text: string, multiline: boolean): boolean {
  const control = multiline ? CONTROL_BUT_LINES : CONTROL;
  return control.test(text) || DIRECTION.test(text) || LONE_SURROGATE.test(text);
}

/** Words that are enough to find a place in a text by. */
const WORDS_TO_FIND_IT = 4;
const LONGEST_TO_FIND_IT = 60;

/** Where in a text something is that cannot be seen: after which words. @param at place of it, in units of the text */
function placeInWords(text: string, at: number): string {
  const words = text
    .slice(0, at)
    .replaceAll(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .split(/\s+/)
    .slice(-WORDS_TO_FIND_IT)
    .join(' ');
  const last = Array.from(words).slice(-LONGEST_TO_FIND_IT).join('');
  return last === '' ? 'at the beginning' : `after the words “${last}”`;
}

/** What to do about a text that could not be kept or shown, without a full stop; `null` where it can be. */
export function unprintableIn(text: string, multiline: boolean): string | null {
  if (!isUnprintable(text, multiline)) return null;
  const mark = DIRECTION.exec(text);
  if (mark !== null) {
    const code = mark[0].charCodeAt(0).toString(16).toUpperCase();
    // Whoever pasted it cannot see it: the words before it say where to delete.
    return `Remove the character that cannot be seen and turns the direction of the text (U+${code}), ${placeInWords(text, mark.index)}`;
  }
  return multiline
    ? 'Remove the control characters; only line ends and tabs may be used'
    : 'Remove the line ends, tabs and other control characters';
}

/** Characters (Unicode code points) as people and JSON Schema count them. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The text with its first letter in upper case: what begins a sentence. */
export function inSentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Longest address of a page, in characters. This service's own choice. */
export const LONGEST_LINK = 2_000;

/** Whether a text is the address of a page, http or https only, so that no link can run a script. */
export function isLink(text: string): boolean {
  if (text.length > LONGEST_LINK || isUnprintable(text, false) || !/^https?:\/\/[^\s\\]+$/i.test(text))
    return false;
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname !== '';
}
