import type { IsoDate } from '../case/case-content.js';
import { isIsoDate } from '../case/dates.js';
import { lengthOf, unprintableIn } from '../case/text.js';
import { poundsToPence, type Pence } from '../money/pence.js';

/** A cell, read: its value, or what is wrong with it and what to do, without a full stop. */
export type Cell<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

function good<Value>(value: Value): Cell<Value> {
  return { ok: true, value };
}

/** Says what is wrong with a cell. */
export function bad(reason: string): Cell<never> {
  return { ok: false, reason };
}

/** Text for people. What looks like a formula is a text like any other and is kept as it is. */
export function readText(text: string, longest: number, multiline: boolean): Cell<string> {
  // A text has no more characters than units: most are not walked through.
  if (text.length > longest && lengthOf(text) > longest)
    return bad(`Shorten this to at most ${longest.toLocaleString('en-GB')} characters`);
  const unprintable = unprintableIn(text, multiline);
  return unprintable === null ? good(text) : bad(unprintable);
}

/** A date that exists. Other ways to write one are refused: 01/02/2019 is two different days. */
export function readDate(text: string): Cell<IsoDate> {
  return isIsoDate(text)
    ? good(text)
    : bad(`Write a date that exists as YYYY-MM-DD, like 2019-03-31: “${shown(text)}” is none`);
}

const ROUNDED = /^£?\s*[\d.,]+\s*(k|m|mn|b|bn|thousand|million|billion)$/i;
const POUNDS = /^£?(\d{1,3}(,\d{3})+|\d+)(\.\d{2})?$/;

/** An amount in pounds that can be read in one way only. */
export function readPounds(text: string): Cell<Pence> {
  if (/^[-(\u2212]/.test(text)) return bad('The amount must not be less than nought');
  if (/[€$]|eur|usd/i.test(text)) return bad('Give the amount in pounds sterling');
  if (ROUNDED.test(text))
    return bad(`Write the amount out in pounds, like 1200000.00: “${shown(text)}” does not say it exactly`);
  if (!POUNDS.test(text))
    return bad(
      `Write the amount in pounds, with the pence as two digits or without them, like 1234.50 or 1234: “${shown(text)}” can be misread`,
    );
  try {
    return good(poundsToPence(text));
  } catch {
    return bad('The amount must not be more than £1 trillion');
  }
}

/** One of a few words; capitals and spaces are forgiven. */
export function readChoice<Word extends string>(text: string, words: readonly Word[]): Cell<Word> {
  const plain = text.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const found = words.find((word) => word.toLowerCase() === plain);
  return found === undefined ? bad(`Write one of ${listed(words)}; “${shown(text)}” is none`) : good(found);
}

/** Words as people read them in a sentence. */
export function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

const MOST_SHOWN = 40;

/** What somebody wrote, short enough to be said again. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return lengthOf(line) > MOST_SHOWN ? `${Array.from(line).slice(0, MOST_SHOWN).join('')}…` : line;
}
