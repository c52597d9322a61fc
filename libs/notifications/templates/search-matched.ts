import { caseLink, shortSubject, type Letter } from './letter.js';
import { counted } from './days-in-words.js';
import { outcomeName } from './in-review.js';
import { count, isStored, line, lineOrNull, list, needed, optional } from './stored-values.js';

/** A case that newly matches a search, as the reader needs to see it. */
export interface MatchedCase {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  /** As people read it. */
  readonly state: string;
  readonly marking: string | null;
  readonly synthetic: boolean;
}

/** What the letter about a saved search is written from. */
export interface SearchMatchedParameters {
  readonly searchName: string;
  /** How many cases newly match, those not listed as well. */
  readonly count: number;
  readonly cases: readonly MatchedCase[];
}

/**
 * Reads the parameters of a queued email about a saved search.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function readSearchMatched(stored: unknown): SearchMatchedParameters {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const cases = list(stored['cases']).map(readCase);
  return {
    searchName: line(needed(stored, 'searchName')),
    count: Math.max(count(stored['count']) ?? 0, cases.length),
    cases,
  };
}

function readCase(stored: unknown): MatchedCase {
  if (!isStored(stored)) throw new TypeError('The parameters of the email have a case that is not an object');
  return {
    reference: line(needed(stored, 'reference')),
    title: line(needed(stored, 'title')),
    organisation: line(needed(stored, 'organisation')),
    state: outcomeName(line(needed(stored, 'state'))),
    marking: lineOrNull(optional(stored, 'marking')),
    synthetic: stored['synthetic'] === true,
  };
}

/** What happened, for a subject line or a line of a digest. */
export function searchHeadline({ searchName, count: matched }: SearchMatchedParameters): string {
  return `${counted(matched, 'new case')} in your saved search “${searchName}”`;
}

/** Each case that is listed, and how many are not. */
export function matchedCases(
  { cases, count: matched }: SearchMatchedParameters,
  publicUrl: string,
): readonly string[] {
  const unlisted = matched - cases.length;
  return [
    ...cases.map(({ reference, title, organisation, state, marking, synthetic }) =>
      [
        `${reference}, ${title}${synthetic ? ' (demonstration data)' : ''}`,
        `Organisation: ${organisation}`,
        `Status: ${state}`,
        ...(marking === null ? [] : [`Marking: ${marking}`]),
        caseLink(publicUrl, reference),
      ].join('\n'),
    ),
    ...(unlisted > 0 ? [`And ${counted(unlisted, 'other case')}: open the search to see all of them.`] : []),
  ];
}

/** Something new matches a search the reader follows. */
export function searchMatched(stored: unknown, publicUrl: string): Letter {
  const parameters = readSearchMatched(stored);
  const body = [
    `Since the last email, ${parameters.count === 1 ? 'a case has' : `${String(parameters.count)} cases have`} come to match your saved search “${parameters.searchName}”.`,
    ...matchedCases(parameters, publicUrl),
    'You do not need to do anything.',
    'You get this email because you follow this search. To get no more of them, stop following it.',
  ];
  return { subject: shortSubject(searchHeadline(parameters)), body: `${body.join('\n\n')}\n` };
}
