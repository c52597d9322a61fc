import {
  CASE_FLAGS,
  SPEND_STATES,
  CATEGORY_NAMES,
  FLAG_NAMES,
  formatPounds,
  isIsoDate,
  isPence,
  SPEND_CATEGORIES,
  STATE_NAMES,
  type CaseCriteria,
} from '#domain';
import { CaseListQuery, criteriaOf } from '#edge';
import { ProblemError } from '#platform';
import { checkRequest } from '../forms/check-request.js';
import { boxesOfDay, dayIn } from '../forms/day-fields.js';
import { PostedForm, poundsBox, type PostedFields } from '../forms/posted-form.js';
import { dayInWords } from '../views/page-filters.js';

/** Names of the filters in the address of the list, each as a form sends it. */
export const FILTERS = [
  'text',
  'state',
  'organisation',
  'reviewer',
  'rating',
  'category',
  'amountFrom',
  'amountTo',
  'flag',
  'overdue',
  'route',
  'submittedFrom',
  'submittedTo',
] as const;

/** Those that are days, in boxes in the form and as one value in an address. */
export const DAY_FILTERS = ['submittedFrom', 'submittedTo'] as const;
type Filter = (typeof FILTERS)[number];

/** What a list of cases is asked for, understood. */
export interface CasesAsked {
  readonly criteria: CaseCriteria;
  readonly query: CaseListQuery;
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',');
}

/**
 * Reads the filters as the API reads them, from fields as people fill them in.
 * @throws ProblemError 400 naming every filter that is wrong
 */
export function readFilters(fields: PostedFields): CasesAsked {
  const form = new PostedForm(fields);
  const minPence = form.pounds('amountFrom', 'Least amount');
  const maxPence = form.pounds('amountTo', 'Most amount');
  const [submittedFrom, submittedTo] = DAY_FILTERS.map((name) => dayIn(form, name, HEADINGS[name]));
  if (minPence !== null && maxPence !== null && minPence > maxPence)
    form.refuse('amountFrom', 'The least amount must not be more than the most');
  if (submittedFrom != null && submittedTo != null && submittedFrom > submittedTo)
    form.refuse('submittedFrom', 'The first day must be the same as or before the last');
  const query = checkRequest(
    CaseListQuery,
    Object.fromEntries(
      Object.entries({
        organisation: form.textOrNull('organisation'),
        state: joined(form.all('state')),
        reviewer: form.textOrNull('reviewer'),
        rating: joined(form.all('rating')),
        route: joined(form.all('route')),
        minPence,
        maxPence,
        flag: joined(form.all('flag')),
        category: joined(form.all('category')),
        overdue: { yes: 'true', no: 'false' }[form.text('overdue')] ?? form.textOrNull('overdue'),
        submittedFrom,
        submittedTo,
        text: form.textOrNull('text'),
        sort: form.textOrNull('sort'),
        after: form.textOrNull('after'),
      }).filter(([, value]) => value !== null && value !== undefined),
    ),
    form.problems,
  );
  return { criteria: criteriaOf(query), query };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  minPence: 'amountFrom',
  maxPence: 'amountTo',
  submittedFrom: 'submittedFrom-day',
  submittedTo: 'submittedTo-day',
};

/** What to do about a filter that is wrong, as people who fill in the form understand it. */
const SENTENCES: Readonly<Record<string, string>> = {
  text: 'Write at least 3 characters of a title, on one line',
  state: 'Choose a status from the list',
  organisation: 'Choose an organisation from the list',
  reviewer: 'Choose a reviewer from the list',
  rating: 'Choose ratings from the list',
  category: 'Choose kinds of spending from the list',
  flag: 'Choose flags from the list',
  overdue: 'Choose whether a target is missed',
  sort: 'Choose an order from the list',
  route: 'Choose a route there is',
  after: 'Start again from the first page',
};

/** Problems of filters in words for people, each with the field it is about. */
export function filterProblems(
  error: unknown,
): readonly { readonly text: string; readonly href: string; readonly field: string }[] | null {
  if (!(error instanceof ProblemError) || error.problem.status !== 400) return null;
  return (error.problem.errors ?? []).map(({ pointer, detail }) => {
    const [, name = ''] = pointer.split('/');
    const field = FIELD_OF[name] ?? name;
    return { text: SENTENCES[field] ?? detail, href: `#${field === 'after' ? 'text' : field}`, field };
  });
}

/** Address of the list with some filters changed; a value of nothing takes the filter away. */
export function listPath(
  fields: PostedFields,
  change: Readonly<Record<string, readonly string[]>> = {},
): string {
  const form = new PostedForm(fields);
  const query = new URLSearchParams();
  for (const name of [...FILTERS, 'sort'] as const)
    for (const value of change[name] ?? form.all(name)) query.append(name, value);
  for (const name of ['after', 'before'] as const)
    for (const value of change[name] ?? []) query.append(name, value);
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}

/** The head of a column that the list can be in the order of. */
export interface SortHead {
  /** As `aria-sort` has it. */
  readonly order: 'ascending' | 'descending' | 'none';
  readonly href: string;
  /** What following it does. */
  readonly does: string;
}

/** The heads of the columns by which the list can be ordered: those there are indexes for. */
export function sortHeads(fields: PostedFields): { readonly started: SortHead; readonly due: SortHead } {
  const sort = new PostedForm(fields).text('sort') || 'created';
  const to = (name: string): string => listPath(fields, { sort: name === 'created' ? [] : [name] });
  return {
    started: {
      order: sort === 'created' ? 'descending' : sort === 'oldest' ? 'ascending' : 'none',
      href: to(sort === 'created' ? 'oldest' : 'created'),
      does: sort === 'created' ? 'show the oldest first' : 'show the newest first',
    },
    due: {
      order: sort === 'due' ? 'ascending' : 'none',
      href: to('due'),
      does: 'show those due first',
    },
  };
}

/** The fields that ask for criteria, as a form sends them. */
export function fieldsOfCriteria(criteria: CaseCriteria): PostedFields {
  const { organisationId, states, reviewer, ratings, routes, flags, categories, overdue, text } = criteria;
  return {
    text: text ?? '',
    state: states,
    organisation: organisationId ?? '',
    reviewer: reviewer ?? '',
    rating: ratings,
    route: routes,
    category: categories,
    amountFrom: poundsBox(criteria.minPence),
    amountTo: poundsBox(criteria.maxPence),
    flag: flags,
    overdue: overdue === null ? '' : overdue ? 'yes' : 'no',
    submittedFrom: criteria.submittedFrom ?? '',
    submittedTo: criteria.submittedTo ?? '',
  };
}

/** Names of what filters name by id. */
export interface FilterNames {
  readonly organisations: ReadonlyMap<string, string>;
  readonly reviewers: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
}

interface AppliedFilter {
  readonly heading: { readonly text: string };
  readonly items: readonly { readonly href: string; readonly text: string }[];
}

const HEADINGS: Readonly<Record<Filter, string>> = {
  text: 'Title contains',
  state: 'Status',
  organisation: 'Organisation',
  reviewer: 'Reviewer',
  rating: 'Rating',
  category: 'Kind of spending',
  amountFrom: 'Least amount',
  amountTo: 'Most amount',
  flag: 'Flags',
  overdue: 'Targets',
  route: 'Route',
  submittedFrom: 'Submitted from',
  submittedTo: 'Submitted to',
};

/** A value as people read it; `null` where the filter knows none such. */
function wordsOf(filter: Filter, value: string, names: FilterNames): string | null {
  const inTable = (table: Readonly<Record<string, string>>): string | null =>
    Object.hasOwn(table, value) ? (table[value] ?? null) : null;
  switch (filter) {
    case 'state':
      return inTable(STATE_NAMES);
    case 'organisation':
      return names.organisations.get(value) ?? 'One organisation';
    case 'reviewer':
      return value === 'me'
        ? 'Me'
        : value === 'nobody'
          ? 'Nobody yet'
          : (names.reviewers.get(value) ?? 'A named person');
    case 'rating':
      return names.levels.get(value) ?? value;
    case 'category':
      return inTable(CATEGORY_NAMES);
    case 'flag':
      return inTable(FLAG_NAMES);
    case 'overdue':
      return value === 'yes' ? 'A target is missed' : 'No target is missed';
    case 'amountFrom':
    case 'amountTo': {
      const pence = new PostedForm({ [filter]: value }).pounds(filter, HEADINGS[filter]);
      return isPence(pence) ? formatPounds(pence) : value;
    }
    case 'route':
      return value.replaceAll('-', ' ');
    case 'submittedFrom':
    case 'submittedTo':
      return isIsoDate(value) ? dayInWords(value) : value;
    case 'text':
      return value;
  }
}

/** Filters of several words, each of which is right or wrong by itself. */
const OF_WORDS: ReadonlySet<Filter> = new Set(['state', 'category', 'flag']);

/**
 * The filters that are applied, each as a tag that takes it away. What is none that could be chosen is not shown as
 * chosen.
 * @param wrong fields something is wrong with
 */
export function appliedFilters(
  fields: PostedFields,
  names: FilterNames,
  wrong: readonly string[] = [],
): readonly AppliedFilter[] {
  const form = new PostedForm(fields);
  return FILTERS.flatMap((filter) => {
    const values = form.all(filter);
    const isWrong = wrong.some((field) => field === filter || field.startsWith(`${filter}-`));
    if (isWrong && !OF_WORDS.has(filter)) return [];
    const items = values.flatMap((value) => {
      const text = wordsOf(filter, value, names);
      const href = listPath(fields, { [filter]: values.filter((other) => other !== value) });
      return text === null ? [] : [{ text, href }];
    });
    return items.length === 0 ? [] : [{ heading: { text: HEADINGS[filter] }, items }];
  });
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What each filter lets one choose from, and what is chosen. */
export function filterOptions(fields: PostedFields, names: FilterNames) {
  const form = new PostedForm(fields);
  const boxes = (name: Filter, options: readonly Option[]) =>
    options.map((option) => ({ ...option, checked: form.all(name).includes(option.value) }));
  const choices = (name: Filter | 'sort', options: readonly Option[]) =>
    options.map((option) => ({ ...option, selected: form.text(name) === option.value }));
  const named = (map: ReadonlyMap<string, string>): Option[] =>
    [...map].map(([value, text]) => ({ value, text }));
  return {
    text: form.text('text'),
    amountFrom: form.text('amountFrom'),
    amountTo: form.text('amountTo'),
    states: boxes(
      'state',
      SPEND_STATES.map((value) => ({ value, text: STATE_NAMES[value] })),
    ),
    ratings: boxes('rating', named(names.levels)),
    categories: boxes(
      'category',
      SPEND_CATEGORIES.map((value) => ({ value, text: CATEGORY_NAMES[value] })),
    ),
    flags: boxes(
      'flag',
      CASE_FLAGS.map((value) => ({ value, text: FLAG_NAMES[value] })),
    ),
    organisations: choices('organisation', [{ value: '', text: 'Any' }, ...named(names.organisations)]),
    reviewers: choices('reviewer', [
      { value: '', text: 'Anybody' },
      { value: 'me', text: 'Me' },
      { value: 'nobody', text: 'Nobody yet' },
      ...named(names.reviewers),
    ]),
    overdue: choices('overdue', [
      { value: '', text: 'Either' },
      { value: 'yes', text: 'A target is missed' },
      { value: 'no', text: 'No target is missed' },
    ]),
    sorts: choices('sort', [
      { value: 'created', text: 'Newest first' },
      { value: 'oldest', text: 'Oldest first' },
      { value: 'due', text: 'Due first' },
    ]),
    days: DAY_FILTERS.map((name) => ({ name, label: HEADINGS[name], boxes: boxesOfDay(fields, name) })),
    moreOpen: form.all('category').length + form.all('flag').length > 0,
  };
}
