import {
  CASE_FLAGS,
  SPEND_CATEGORIES,
  type CaseFlag,
  type IsoDate,
  type SpendCategory,
} from '../case/case-content.js';
import { dateInWords, isIsoDate } from '../case/dates.js';
import { FLAG_STATEMENTS } from '../case/flag-statements.js';
import { SPEND_STATES, STATE_NAMES, type CaseState } from '../lifecycle/states.js';
import { formatPounds, isPence, type Pence } from '../money/pence.js';

/** Fewest characters of a title to search for: an index of trigrams has no answer to fewer. */
export const SHORTEST_SEARCH_TEXT = 3;
export const LONGEST_SEARCH_TEXT = 200;
/** Most levels or routes to name at once; a regime has three or four. */
export const MOST_SEARCH_WORDS = 20;

/** A UUID, in small letters. */
export type Uuid = `${string}-${string}-${string}-${string}-${string}`;

/** Who has a case in hand: whoever asks, nobody, or a person by id. */
export type ReviewerCriterion = 'me' | 'nobody' | Uuid;

/**
 * Which cases somebody looks for. Everything in it narrows: a case matches when it fits all of it. An empty list and
 * `null` ask nothing.
 */
export interface CaseCriteria {
  readonly organisationId: string | null;
  /** Where none is named: all but planned, which is no request yet. */
  readonly states: readonly CaseState[];
  readonly reviewer: ReviewerCriterion | null;
  /** Levels of risk and importance, by id; any of them. */
  readonly ratings: readonly string[];
  /** Routes, by id; any of them. */
  readonly routes: readonly string[];
  /** Least and most money asked for, both included; a case that does not say yet fits neither. */
  readonly minPence: Pence | null;
  readonly maxPence: Pence | null;
  /** Questions answered with yes; all of them. */
  readonly flags: readonly CaseFlag[];
  readonly categories: readonly SpendCategory[];
  /** True: a target is missed; false: none is. */
  readonly overdue: boolean | null;
  /** First and last day of first submission, London, both included; a case that never was submitted fits neither. */
  readonly submittedFrom: IsoDate | null;
  readonly submittedTo: IsoDate | null;
  /** Part of the title, capital or small, at least `SHORTEST_SEARCH_TEXT` characters. */
  readonly text: string | null;
}

/** Criteria that every case fits. */
export const ALL_CASES: CaseCriteria = {
  organisationId: null,
  states: [],
  reviewer: null,
  ratings: [],
  routes: [],
  minPence: null,
  maxPence: null,
  flags: [],
  categories: [],
  overdue: null,
  submittedFrom: null,
  submittedTo: null,
  text: null,
};

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
/** Ids of levels and routes, as regimes write them. */
export const SEARCH_WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_WORD = 100;

/** Whether a text is a UUID in small letters. */
function isUuid(value: unknown): value is Uuid {
  return typeof value === 'string' && UUID.test(value);
}

/** Whether a value says who has a case in hand. */
export function isReviewerCriterion(value: unknown): value is ReviewerCriterion {
  return value === 'me' || value === 'nobody' || isUuid(value);
}

/** Whether a value can be the id of a level or a route, in some regime or other. */
export function isSearchWord(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_WORD && SEARCH_WORD.test(value);
}

/** Whether a value can be looked for in titles. */
export function isSearchText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_SEARCH_TEXT) return false;
  return value.trim().length >= SHORTEST_SEARCH_TEXT;
}

function wordOf<Word extends string>(words: readonly Word[]): (value: unknown) => value is Word {
  return (value): value is Word => (words as readonly unknown[]).includes(value);
}

/** Whether a value is a day there is, `YYYY-MM-DD`. */
function isDay(value: unknown): value is IsoDate {
  return typeof value === 'string' && isIsoDate(value);
}

function isYesOrNo(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/**
 * Reads criteria as they were stored. What was left out asks nothing, so that searches outlive new criteria.
 *
 * @throws RangeError naming what cannot be read: a word that is no longer one, or a criterion nobody knows. To leave
 * it out instead would let more cases match than somebody asked for.
 */
export function readCriteria(json: unknown): CaseCriteria {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new RangeError('The criteria of a search must be an object');
  const stored = json as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(stored).find((name) => !Object.hasOwn(ALL_CASES, name));
  if (unknown !== undefined) throw new RangeError(`“${unknown}” is not a criterion of a search`);

  function one<Value>(name: keyof CaseCriteria, fits: (value: unknown) => value is Value): Value | null {
    const value = stored[name] ?? null;
    if (value === null || fits(value)) return value;
    throw new RangeError(`The criterion “${name}” of a search cannot be read`);
  }
  function several<Value>(
    name: keyof CaseCriteria,
    fits: (value: unknown) => value is Value,
  ): readonly Value[] {
    const values: unknown = stored[name] ?? [];
    if (Array.isArray(values) && values.every(fits)) return [...new Set(values)];
    throw new RangeError(`The criterion “${name}” of a search cannot be read`);
  }

  return {
    organisationId: one('organisationId', isUuid),
    states: several('states', wordOf(SPEND_STATES)),
    reviewer: one('reviewer', isReviewerCriterion),
    ratings: several('ratings', isSearchWord),
    routes: several('routes', isSearchWord),
    minPence: one('minPence', isPence),
    maxPence: one('maxPence', isPence),
    flags: several('flags', wordOf(CASE_FLAGS)),
    categories: several('categories', wordOf(SPEND_CATEGORIES)),
    overdue: one('overdue', isYesOrNo),
    submittedFrom: one('submittedFrom', isDay),
    submittedTo: one('submittedTo', isDay),
    text: one('text', isSearchText),
  };
}

/** Names of what criteria name by id; what is not known is described without its name. */
export interface CriteriaNames {
  readonly organisation?: string | null;
  readonly reviewer?: string | null;
}

/** An id as people read it, where nothing better is known: `digital-service` is “digital service”. */
function spelt(word: string): string {
  return word.replaceAll('-', ' ');
}

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.slice(-1).join()}`;
}

function describeReviewer(reviewer: ReviewerCriterion, name: string | null): string {
  switch (reviewer) {
    case 'me':
      return 'Reviewer: me';
    case 'nobody':
      return 'Reviewer: nobody yet';
    default:
      return `Reviewer: ${name ?? 'a named person'}`;
  }
}

function describeAmount(least: Pence | null, most: Pence | null): string | null {
  if (least !== null && most !== null)
    return `Amount asked for: from ${formatPounds(least)} to ${formatPounds(most)}`;
  if (least !== null) return `Amount asked for: ${formatPounds(least)} or more`;
  return most === null ? null : `Amount asked for: ${formatPounds(most)} or less`;
}

function describeSubmission(first: IsoDate | null, last: IsoDate | null): string | null {
  if (first !== null && last !== null) return `Submitted: from ${dateInWords(first)} to ${dateInWords(last)}`;
  if (first !== null) return `Submitted: on ${dateInWords(first)} or later`;
  return last === null ? null : `Submitted: on ${dateInWords(last)} or earlier`;
}

/**
 * Criteria in words for people, one phrase for each, in the order of the interface; `['Every case']` when nothing is
 * asked.
 */
export function describeCriteria(criteria: CaseCriteria, names: CriteriaNames = {}): readonly string[] {
  const { organisationId, states, reviewer, ratings, routes, flags, categories, overdue, text } = criteria;
  const phrases: readonly (string | null)[] = [
    organisationId === null ? null : `Organisation: ${names.organisation ?? 'one organisation'}`,
    states.length === 0 ? null : `Status: ${anyOf(states.map((state) => STATE_NAMES[state]))}`,
    reviewer === null ? null : describeReviewer(reviewer, names.reviewer ?? null),
    ratings.length === 0 ? null : `Rating: ${anyOf(ratings.map(spelt))}`,
    routes.length === 0 ? null : `Route: ${anyOf(routes.map(spelt))}`,
    describeAmount(criteria.minPence, criteria.maxPence),
    ...flags.map((flag) => `The department says that ${FLAG_STATEMENTS[flag]}`),
    categories.length === 0 ? null : `Category: ${anyOf(categories.map(spelt))}`,
    overdue === null ? null : overdue ? 'A target is missed' : 'No target is missed',
    describeSubmission(criteria.submittedFrom, criteria.submittedTo),
    text === null ? null : `Title contains “${text}”`,
  ];
  const said = phrases.filter((phrase) => phrase !== null);
  return said.length === 0 ? ['Every case'] : said;
}
