import { isIsoDate } from '../case/dates.js';
import { parseCaseReference } from '../case/case-reference.js';
import { isUnprintable } from '../case/text.js';
import { isComponentId, MOST_COMPONENTS } from '../components/component-catalogue.js';
import { MAX_PENCE } from '../money/pence.js';
import {
  isReviewerCriterion,
  isSearchText,
  isSearchWord,
  LONGEST_SEARCH_TEXT,
  MOST_SEARCH_WORDS,
  SHORTEST_SEARCH_TEXT,
} from '../search/case-criteria.js';
import { calendarQuarter } from './calendar-quarter.js';
import {
  FILTER_NAMES,
  filterRule,
  type FilterName,
  type FilterRule,
  type HistoryCriteria,
} from './filters.js';
import type { HistoryQuestion } from './question.js';

/** One filter that cannot be used as it was given, and what to do about it, as a sentence without a full stop. */
export interface FilterFault {
  readonly filter: string;
  readonly detail: string;
}

/** Criteria, or everything that is wrong with them. */
export type CriteriaReading =
  | { readonly ok: true; readonly criteria: HistoryCriteria }
  | { readonly ok: false; readonly faults: readonly FilterFault[] };

type Reading = { readonly value: string | number | boolean | readonly string[] } | { readonly ask: string };

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

function valueOr(fits: boolean, value: string | number | boolean, ask: string): Reading {
  return fits ? { value } : { ask };
}

function readNumber(text: string, least: number, most: number): Reading {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  const ask = `Give a whole number from ${String(least)} to ${String(most)}`;
  return valueOr(number >= least && number <= most, number, ask);
}

function readWords(text: string, isWord: (word: string) => boolean, most: number, ask: string): Reading {
  const words = [...new Set(text.split(','))];
  return words.length <= most && words.every(isWord) ? { value: words } : { ask };
}

function readKnownWords(text: string, words: readonly string[]): Reading {
  return readWords(
    text,
    (word) => words.includes(word),
    // All there are is no more than none.
    words.length,
    `Give words separated by commas, out of ${words.join(', ')}`,
  );
}

function readOne(text: string, { kind, words = [], range = [0, MAX_PENCE] }: FilterRule): Reading {
  switch (kind) {
    case 'reference': {
      const reference = parseCaseReference(text);
      return reference === null
        ? { ask: 'Give the reference of a case, like DT-3HDJ-MFXJ' }
        : { value: reference };
    }
    case 'day':
      return valueOr(isIsoDate(text), text, 'Give a date that exists, written YYYY-MM-DD, like 2026-04-01');
    case 'quarter':
      return valueOr(calendarQuarter(text) !== null, text, 'Give a quarter of a calendar year, like 2026-Q3');
    case 'id':
      return valueOr(UUID.test(text.toLowerCase()), text.toLowerCase(), 'Give an id, a UUID');
    case 'person':
      return valueOr(
        isReviewerCriterion(text.toLowerCase()),
        text.toLowerCase(),
        'Give the id of a person, “me” or “nobody”',
      );
    case 'words':
      return readKnownWords(text, words);
    case 'regime-words':
      return readWords(
        text,
        isSearchWord,
        MOST_SEARCH_WORDS,
        'Give words separated by commas, in small letters, as regimes write them',
      );
    case 'component-words':
      return readWords(
        text,
        isComponentId,
        MOST_COMPONENTS,
        'Give ids of common components separated by commas, as the catalogue writes them',
      );
    case 'number':
    case 'pence':
      return readNumber(text, range[0], range[1]);
    case 'yes-or-no':
      return valueOr(text === 'true' || text === 'false', text === 'true', 'Give true or false');
    case 'text':
      return valueOr(
        isSearchText(text) && !isUnprintable(text, false),
        text.trim(),
        `Give ${String(SHORTEST_SEARCH_TEXT)} to ${String(LONGEST_SEARCH_TEXT)} characters`,
      );
  }
}

function isFilterName(name: string): name is FilterName {
  return (FILTER_NAMES as readonly string[]).includes(name);
}

function readFilter(question: HistoryQuestion, name: string, text: string): Reading {
  if (!isFilterName(name)) return { ask: 'Remove this: it is not one of the filters' };
  if (!question.filters.includes(name))
    return { ask: `Remove this: the question “${question.name}” has no such filter` };
  return name === 'kinds' ? readKnownWords(text, question.kinds) : readOne(text, filterRule(name));
}

/** The least must not be more than the most. */
const ORDERED: readonly (readonly [least: FilterName, most: FilterName])[] = [
  ['from', 'to'],
  ['submittedFrom', 'submittedTo'],
  ['minRequestedPence', 'maxRequestedPence'],
  ['minApprovedPence', 'maxApprovedPence'],
];

function faultsTogether(question: HistoryQuestion, criteria: HistoryCriteria): readonly FilterFault[] {
  const faults: FilterFault[] = [];
  for (const [least, most] of ORDERED) {
    const [first, last] = [criteria[least], criteria[most]];
    if (first !== undefined && last !== undefined && first > last)
      faults.push({ filter: least, detail: `Give no more than “${most}”` });
  }
  if (criteria.children === true && criteria.organisation === undefined)
    faults.push({ filter: 'children', detail: 'Name the organisation as well' });
  for (const filter of question.required)
    if (criteria[filter] === undefined)
      faults.push({ filter, detail: `Give this: for example ${filterRule(filter).example}` });
  return faults;
}

/**
 * Reads what somebody asks, each filter as the text of a query. Used by the API and by whatever else asks: nothing
 * else reads filters.
 */
export function readHistoryCriteria(
  question: HistoryQuestion,
  given: Readonly<Record<string, string | undefined>>,
): CriteriaReading {
  const faults: FilterFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [filter, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const reading = readFilter(question, filter, text);
    if ('ask' in reading) faults.push({ filter, detail: reading.ask });
    else values[filter] = reading.value;
  }
  const criteria = values as HistoryCriteria;
  // What is wrong by itself is not also said to be missing.
  const wrong = new Set(faults.map(({ filter }) => filter));
  const together = faultsTogether(question, criteria).filter(
    ({ filter }) => !wrong.has(filter) && !(filter === 'children' && wrong.has('organisation')),
  );
  return faults.length + together.length > 0
    ? { ok: false, faults: [...faults, ...together] }
    : { ok: true, criteria };
}
