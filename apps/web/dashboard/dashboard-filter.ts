import {
  CASE_FLAGS,
  SPEND_STATES,
  CATEGORY_NAMES,
  FLAG_NAMES,
  formatPounds,
  SPEND_CATEGORIES,
  STATE_NAMES,
  type CaseCriteria,
} from '#domain';
import { CaseFilterQuery, criteriaOf } from '#edge';
import type { FieldProblem } from '#platform';
import type { FilterOptions, Option } from '../decisions/filter-options.js';
import { checkRequest } from '../forms/check-request.js';
import { boxesOfDay, dayIn, withDays } from '../forms/day-fields.js';
import type { FieldOf } from '../forms/form-problems.js';
import { PostedForm, poundsBox, type PostedFields } from '../forms/posted-form.js';
import { dayInWords } from '../views/page-filters.js';

/** Filters of the dashboard, by the names the list of cases has for them as well. */
export const DASHBOARD_FILTERS = [
  'submittedFrom',
  'submittedTo',
  'organisation',
  'category',
  'amountFrom',
  'amountTo',
  'rating',
  'route',
  'flag',
  'state',
  'overdue',
  'reviewer',
  'text',
] as const;
type Name = (typeof DASHBOARD_FILTERS)[number];

/** Those that are days, in boxes in the form and as one value in an address. */
export const DASHBOARD_DAYS = ['submittedFrom', 'submittedTo'] as const;

const LABELS: Readonly<Record<Name, string>> = {
  submittedFrom: 'Submitted from',
  submittedTo: 'Submitted to',
  organisation: 'Organisation',
  category: 'Category',
  amountFrom: 'Least requested',
  amountTo: 'Most requested',
  rating: 'Risk and importance',
  route: 'Route',
  flag: 'Answered yes to',
  state: 'Status now',
  overdue: 'Target missed',
  reviewer: 'Reviewer now',
  text: 'Words in the title',
};

const SEVERAL: ReadonlySet<Name> = new Set(['category', 'rating', 'route', 'flag', 'state']);

function optionsOf<Word extends string>(
  words: readonly Word[],
  names: Readonly<Record<Word, string>>,
): readonly Option[] {
  return words.map((word) => ({ value: word, text: names[word] }));
}

function offered(name: Name, options: FilterOptions): readonly Option[] | null {
  switch (name) {
    case 'organisation':
      return options.organisations;
    case 'category':
      return optionsOf(SPEND_CATEGORIES, CATEGORY_NAMES);
    case 'rating':
      return options.ratings;
    case 'route':
      return options.routes;
    case 'flag':
      return optionsOf(CASE_FLAGS, FLAG_NAMES);
    case 'state':
      return optionsOf(SPEND_STATES, STATE_NAMES);
    case 'reviewer':
      return options.reviewers;
    case 'overdue':
      return [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ];
    case 'submittedFrom':
    case 'submittedTo':
    case 'amountFrom':
    case 'amountTo':
    case 'text':
      return null;
  }
}

/** What is wrong, in words for who fills in the form rather than for programs. */
const IN_WORDS: Readonly<Record<string, string>> = {
  organisation: 'Choose the organisation from the list',
  reviewer: 'Choose the reviewer from the list',
  text: 'Words in the title must be from 3 to 200 characters long',
};

/** Amounts are in pence where the API is asked, and in two boxes of pounds here. */
export const dashboardFieldOf: FieldOf = (pointer) => {
  const [, name = ''] = pointer.split('/');
  return (
    {
      minPence: 'amountFrom',
      maxPence: 'amountTo',
      submittedFrom: 'submittedFrom-day',
      submittedTo: 'submittedTo-day',
    }[name] ?? name
  );
};

/**
 * Reads the filters as the API reads those of cases.
 * @throws ProblemError 400 naming every filter that is wrong
 */
export function readDashboardFilters(sent: PostedFields): CaseCriteria {
  const form = new PostedForm(withDays(sent, DASHBOARD_DAYS));
  const [submittedFrom, submittedTo] = DASHBOARD_DAYS.map((name) => dayIn(form, name, LABELS[name]));
  const words = (name: Name): string | null => form.all(name).join(',') || null;
  const minPence = form.pounds('amountFrom', LABELS.amountFrom);
  const maxPence = form.pounds('amountTo', LABELS.amountTo);
  const values = {
    organisation: form.textOrNull('organisation'),
    state: words('state'),
    reviewer: form.textOrNull('reviewer'),
    rating: words('rating'),
    route: words('route'),
    minPence: minPence === null ? null : String(minPence),
    maxPence: maxPence === null ? null : String(maxPence),
    flag: words('flag'),
    category: words('category'),
    overdue: { yes: 'true', no: 'false' }[form.text('overdue')] ?? form.textOrNull('overdue'),
    submittedFrom: submittedFrom ?? null,
    submittedTo: submittedTo ?? null,
    text: form.textOrNull('text'),
  };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  if (minPence !== null && maxPence !== null && minPence > maxPence)
    form.refuse('amountFrom', 'Least requested must be no more than most requested');
  if (submittedFrom != null && submittedTo != null && submittedFrom > submittedTo)
    form.refuse('submittedFrom', 'Submitted from must be the same as or before submitted to');
  return criteriaOf(checkRequest(CaseFilterQuery, given, form.problems));
}

/** The problems of a form in its own words. */
export function inWords(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map(({ pointer, detail }) => ({
    pointer,
    detail: IN_WORDS[pointer.slice(1)] ?? (detail.startsWith('Give ') ? chosenInWords(pointer) : detail),
  }));
}

function chosenInWords(pointer: string): string {
  const name = pointer.slice(1) as Name;
  return `Choose “${DASHBOARD_FILTERS.includes(name) ? LABELS[name] : name}” from what is offered`;
}

/** The fields that say the same as criteria. */
export function fieldsOfCriteria(criteria: CaseCriteria): PostedFields {
  const { organisationId, reviewer, overdue, text, minPence, maxPence } = criteria;
  const fields: Readonly<Record<Name, string | readonly string[]>> = {
    submittedFrom: criteria.submittedFrom ?? '',
    submittedTo: criteria.submittedTo ?? '',
    organisation: organisationId ?? '',
    category: criteria.categories,
    amountFrom: poundsBox(minPence),
    amountTo: poundsBox(maxPence),
    rating: criteria.ratings,
    route: criteria.routes,
    flag: criteria.flags,
    state: criteria.states,
    overdue: overdue === null ? '' : overdue ? 'yes' : 'no',
    reviewer: reviewer ?? '',
    text: text ?? '',
  };
  return fields;
}

/** The address of a page that is narrowed to criteria: of the dashboard, or of the list of cases. */
export function addressFor(path: '/dashboard' | '/cases', criteria: CaseCriteria): string {
  const query = new URLSearchParams(
    Object.entries(fieldsOfCriteria(criteria)).flatMap(([name, value]): [string, string][] =>
      [value]
        .flat()
        .filter((one) => one !== '')
        .map((one) => [name, one]),
    ),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** A filter that is set, with the address without it. */
export function dashboardTags(criteria: CaseCriteria, options: FilterOptions) {
  const fields = fieldsOfCriteria(criteria);
  return DASHBOARD_FILTERS.flatMap((name) => {
    const held = [fields[name] ?? []].flat().filter((value) => value !== '');
    const items = held.map((value) => ({
      text: asRead(name, value, criteria, options),
      href: addressFor('/dashboard', without(fields, name, value)),
    }));
    return items.length === 0 ? [] : [{ heading: LABELS[name], items }];
  });
}

function without(fields: PostedFields, name: Name, value: string): CaseCriteria {
  const held = [fields[name] ?? []].flat().filter((one) => one !== value);
  return readDashboardFilters({ ...fields, [name]: held });
}

function asRead(name: Name, value: string, criteria: CaseCriteria, options: FilterOptions): string {
  if (name === 'amountFrom' && criteria.minPence !== null) return formatPounds(criteria.minPence);
  if (name === 'amountTo' && criteria.maxPence !== null) return formatPounds(criteria.maxPence);
  if (name === 'submittedFrom' || name === 'submittedTo') return dayInWords(value);
  return offered(name, options)?.find((option) => option.value === value)?.text ?? value;
}

/** The fields of the filter as its template draws them, in groups. */
export function dashboardGroups(fields: PostedFields, options: FilterOptions) {
  const groups: readonly (readonly [title: string, names: readonly Name[]])[] = [
    ['First', ['submittedFrom', 'submittedTo', 'organisation', 'category', 'amountFrom', 'amountTo']],
    ['Rating and route', ['rating', 'route']],
    ['Flags', ['flag']],
    ['Status, target and reviewer', ['state', 'overdue', 'reviewer']],
    ['Words', ['text']],
  ];
  return groups.map(([title, names]) => ({
    title,
    open: names.some((name) => [fields[name] ?? []].flat().some((value) => value !== '')),
    fields: names.map((name) => fieldOf(name, fields, options)),
  }));
}

function fieldOf(name: Name, fields: PostedFields, options: FilterOptions) {
  const held = [fields[name] ?? []].flat();
  const choices = offered(name, options);
  const base = { name, label: LABELS[name], hint: null, value: held[0] ?? '' };
  if (name === 'submittedFrom' || name === 'submittedTo')
    return { ...base, kind: 'date', boxes: boxesOfDay(fields, name) };
  if (choices === null) return { ...base, kind: name === 'text' ? 'text' : 'pounds' };
  const items = choices.map((choice) => ({ ...choice, chosen: held.includes(choice.value) }));
  if (SEVERAL.has(name)) return { ...base, kind: 'checkboxes', items };
  const all = name === 'organisation' ? 'All organisations' : name === 'reviewer' ? 'Anybody' : 'Either';
  return { ...base, kind: 'select', items: [{ value: '', text: all, chosen: base.value === '' }, ...items] };
}
