import { parseCaseReference } from '../case/case-reference.js';

/** What would tell who asked something, if it stood in a text for everybody. */
export interface Telling {
  /** People, with or without what stands in brackets after their name. */
  readonly people: readonly string[];
  readonly organisations: readonly { readonly name: string; readonly acronym: string | null }[];
  /** Titles of cases. */
  readonly titles: readonly string[];
}

/** Fewest letters of a name to look for: shorter ones are words of every text. */
const SHORTEST_NAME = 2;
/** Acronyms of fewer letters are words as well, and looked for only as they are written. */
const SHORTEST_ACRONYM_IN_ANY_CAPITALS = 4;
/** Words that are left out and put in as one likes. */
const OPTIONAL_WORDS = new Set(['the', 'and']);

const BRACKETED = /[([][^)\]]*[)\]]/g;
/** Before the “@” stand 64 signs at most (RFC 5321): as many are looked at from each place, not the rest of the text. */
const ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const REFERENCE = /\bDT[\s\-\u2010-\u2015]*[\dA-Z]{4}[\s\-\u2010-\u2015]*[\dA-Z]{4}\b/gi;

/** Words alone, whatever stood between them, with a space on either side of each. */
function plain(text: string): string {
  const words = text
    .normalize('NFKD')
    // Where a word may be parted.
    .replaceAll('\u00ad', '')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !OPTIONAL_WORDS.has(word.toLowerCase()));
  return ` ${words.join(' ')} `;
}

/**
 * Whether a name stands in a text as whole words, whatever the signs between them.
 * @param searched the text as `plain` gives it @param asWritten capitals count
 */
function stands(searched: string, name: string, asWritten = false): boolean {
  const wanted = plain(name);
  if (wanted.trim().length < SHORTEST_NAME) return false;
  // “The Home Office’s view” is without its apostrophe here.
  return [wanted, `${wanted.trimEnd()}s `].some((form) =>
    asWritten ? searched.includes(form) : searched.toLowerCase().includes(form.toLowerCase()),
  );
}

function withoutBrackets(name: string): string {
  return name.replaceAll(BRACKETED, ' ').trim();
}

/**
 * What in a text would tell who asked, as it is known or as it is written: people, organisations by any of their names,
 * titles of cases, references of cases and addresses. Capitals, accents, signs, “&” for “and” and “the” make no
 * difference. A slip that is caught, and no more: somebody may be told by what they do as well.
 */
export function tellingIn(text: string, { people, organisations, titles }: Telling): readonly string[] {
  const searched = plain(text);
  const acronyms = organisations.map(({ acronym }) => acronym).filter((acronym) => acronym !== null);
  return [
    ...new Set([
      ...people.flatMap((name) => [name, withoutBrackets(name)]).filter((name) => stands(searched, name)),
      ...organisations.map(({ name }) => name).filter((name) => stands(searched, name)),
      ...acronyms.filter((acronym) =>
        stands(searched, acronym, acronym.length < SHORTEST_ACRONYM_IN_ANY_CAPITALS),
      ),
      ...titles.filter((title) => stands(searched, title)),
      ...[...text.matchAll(REFERENCE)]
        .map(([found]) => found)
        .filter((found) => parseCaseReference(found) !== null),
      ...[...text.matchAll(ADDRESS)].map(([found]) => found),
    ]),
  ];
}

/**
 * The line of a text, from 1, in which something stands that would tell who asked and that stands in no later one: the
 * first of these. Where it goes over the end of a line, the line it begins in. `null` where nothing tells.
 */
export function lineTelling(text: string, telling: Telling): number | null {
  const lines = text.split('\n');
  const tellingFrom = (index: number): number => tellingIn(lines.slice(index).join(' '), telling).length;
  const all = tellingFrom(0);
  if (all === 0) return null;
  // From a line on there is never more than from an earlier one, so the last from which all is there is found by halves.
  let [from, before] = [0, lines.length];
  while (before - from > 1) {
    const middle = Math.floor((from + before) / 2);
    if (tellingFrom(middle) === all) from = middle;
    else before = middle;
  }
  return from + 1;
}
