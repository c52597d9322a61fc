import {
  FILTER_LABELS,
  FILTER_NAMES,
  filterRule,
  isIsoDate,
  isPence,
  readDateInAddress,
  readHistoryCriteria,
  type FilterName,
  type HistoryQuestion,
} from '#domain';
import { badRequest, type FieldProblem } from '#platform';
import { dateBoxes, poundsBox, type PostedFields, type PostedForm } from '../forms/posted-form.js';
import type { FieldOf } from '../forms/form-problems.js';
import { offeredBy, valueAsRead } from './filter-words.js';
import type { FilterOptions, Option } from './filter-options.js';
import type { GivenFilters } from './history-address.js';

/** A field of the filter, as the template draws it. */
export interface FilterField {
  readonly kind: 'text' | 'pounds' | 'number' | 'date' | 'select' | 'checkboxes';
  readonly name: FilterName;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  /** Of a date: day, month and year. */
  readonly boxes: readonly string[];
  readonly items: readonly (Option & { readonly chosen: boolean })[];
}

/** Fields that are looked for together. */
export interface FilterGroup {
  readonly title: string;
  readonly open: boolean;
  readonly fields: readonly FilterField[];
}

const FIRST_GROUP = 'Period and organisation';

const GROUPS: readonly (readonly [title: string, names: readonly FilterName[]])[] = [
  [FIRST_GROUP, ['quarter', 'from', 'to', 'organisation', 'children', 'outcome', 'title', 'text']],
  ['Kind', ['component', 'kinds']],
  ['Case', ['case', 'state', 'category', 'submittedFrom', 'submittedTo', 'flags', 'synthetic']],
  [
    'Amounts',
    [
      'minRequestedPence',
      'maxRequestedPence',
      'minApprovedPence',
      'maxApprovedPence',
      'approvedLess',
      'spend',
    ],
  ],
  ['People', ['decider', 'reviewer', 'role']],
  ['Points and legacy exceptions', ['point', 'verdict', 'mandatoryNotMet', 'legacy']],
  ['Conditions and promises', ['conditionStatus', 'conditionKind', 'inForce', 'overdueOn']],
  ['Regime, rating and route', ['regime', 'version', 'rating', 'route', 'overridden', 'autonomy']],
  ['Time and targets', ['timeTaken', 'targetBreached', 'targetOverdue']],
  ['Threshold and splits', ['nearThreshold', 'possibleSplit']],
];

const HINTS: Readonly<Partial<Record<FilterName, string>>> = {
  case: 'Like DT-3HDJ-MFXJ',
  text: 'In the title, the description or the reason given',
  title: 'In the title alone',
  targetBreached: 'Now or at any time before',
  targetOverdue: 'The next target of the case is past its due time, as in the list of cases',
  timeTaken: 'First decisions of their cases, of the time allowed',
  nearThreshold: 'Per cent, from 1 to 50',
  flags: 'Cases that answer all of these with yes',
  legacy: 'One exception of which all of these hold',
  possibleSplit: 'Another case of the same organisation names the same supplier within a year',
  point: 'Together with a verdict',
  overdueOn: 'Conditions in force and not settled',
};

/** Whether several words of a filter can be chosen. */
export function isMultiple(name: FilterName): boolean {
  const { kind } = filterRule(name);
  return kind === 'words' || kind === 'regime-words' || kind === 'component-words';
}

/** The fields that show filters as an address has them. */
export function fieldsOfFilters(given: GivenFilters): PostedFields {
  return Object.assign(
    {},
    ...Object.entries(given).map(([key, value]): PostedFields => {
      const name = key as FilterName;
      const { kind } = filterRule(name);
      if (kind === 'day') return dateBoxes(name, isIsoDate(value) ? value : null);
      if (isMultiple(name)) return { [name]: value.split(',') };
      const number = Number(value);
      return { [name]: kind === 'pence' && isPence(number) ? poundsBox(number) : value };
    }),
  ) as PostedFields;
}

/**
 * The filters a form asks for, as an address has them.
 * @throws ProblemError 400 naming every field that cannot be used
 */
export function filtersOfForm(question: HistoryQuestion, form: PostedForm): GivenFilters {
  const entries = question.filters.flatMap((name): [FilterName, string][] => {
    const value = filterOfForm(name, form);
    return value === null || value === '' ? [] : [[name, value]];
  });
  const given: GivenFilters = Object.fromEntries(entries);
  const found = [...form.problems, ...problemsOfFilters(question, given)];
  if (found.length > 0) throw badRequest('Check the filters.', found);
  return given;
}

function filterOfForm(name: FilterName, form: PostedForm): string | null {
  const { kind } = filterRule(name);
  if (isMultiple(name)) return form.all(name).join(',');
  if (kind === 'day') return form.date(name, FILTER_LABELS[name]);
  if (kind !== 'pence') return form.text(name);
  const pence = form.pounds(name, FILTER_LABELS[name]);
  return pence === null ? null : String(pence);
}

/** What is wrong with filters, in the words of the form. */
export function problemsOfFilters(question: HistoryQuestion, given: GivenFilters): readonly FieldProblem[] {
  const reading = readHistoryCriteria(question, given);
  if (reading.ok) return [];
  return reading.faults.map(({ filter, detail }) => {
    const name = filter as FilterName;
    return { pointer: `/${filter}`, detail: problemInWords(question, name, given[name]) ?? detail };
  });
}

function problemInWords(
  question: HistoryQuestion,
  name: FilterName,
  value: string | undefined,
): string | null {
  if (!question.filters.includes(name)) return `“${FILTER_LABELS[name]}” is no filter of this question`;
  if (value === undefined) return name === 'quarter' ? 'Choose a quarter' : null;
  const alone = readHistoryCriteria({ ...question, required: [] }, { [name]: value });
  if (alone.ok || name === 'children') return TOGETHER[name] ?? null;
  const label = FILTER_LABELS[name];
  const { kind, range = [0, 0] } = filterRule(name);
  switch (kind) {
    case 'reference':
      return `${label} must be like DT-3HDJ-MFXJ`;
    case 'day':
      return wrongDate(value, label);
    case 'pence':
      return `${label} must be an amount in pounds, like 1,250,000`;
    case 'number':
      return `${label} must be a whole number from ${String(range[0])} to ${String(range[1])}`;
    case 'text':
      return `${label} must be from 3 to 200 characters long`;
    case 'quarter':
    case 'id':
    case 'person':
    case 'words':
    case 'regime-words':
    case 'component-words':
    case 'yes-or-no':
      return `Choose “${label}” from what is offered`;
  }
}

/** @param text a day that is none, as an address has it */
function wrongDate(text: string, label: string): string | null {
  const reading = readDateInAddress(text, label);
  return reading.ok ? null : reading.message;
}

/** What is wrong with filters that are in order one by one. */
const TOGETHER: Readonly<Partial<Record<FilterName, string>>> = {
  from: 'First day must be the same as or before the last day',
  submittedFrom: 'Submitted from must be the same as or before submitted to',
  minRequestedPence: 'Least requested must be no more than most requested',
  minApprovedPence: 'Least approved must be no more than most approved',
  children: 'Choose the organisation as well',
};

/** Whether a part of a pointer names a filter that is a day. */
function filterFieldIsDay(name: string): boolean {
  return isFilterName(name) && filterRule(name).kind === 'day';
}

function isFilterName(name: string): name is FilterName {
  return (FILTER_NAMES as readonly string[]).includes(name);
}

/** Problems of a date are shown at its first box. */
export const filterFieldOf: FieldOf = (pointer) => {
  const [, name = ''] = pointer.split('/');
  return filterFieldIsDay(name) ? `${name}-day` : name;
};

/** The fields of a question's filter, with what they hold. */
export function filterGroups(
  question: HistoryQuestion,
  fields: PostedFields,
  options: FilterOptions,
): readonly FilterGroup[] {
  return GROUPS.map(([title, names]) => {
    const here = names
      .filter((name) => question.filters.includes(name))
      .map((name) => fieldOf(question, name, fields, options));
    const isUsed = here.some(
      ({ value, boxes, items }) =>
        value !== '' ||
        boxes.some((box) => box !== '') ||
        items.some(({ chosen, value: one }) => chosen && one !== ''),
    );
    return { title, open: isUsed || title === FIRST_GROUP, fields: here };
  }).filter(({ fields: here }) => here.length > 0);
}

function fieldOf(
  question: HistoryQuestion,
  name: FilterName,
  fields: PostedFields,
  options: FilterOptions,
): FilterField {
  const rule = filterRule(name);
  const offered = offeredBy(name, question, options, rule.words ?? []);
  const held = [fields[name] ?? []].flat();
  const base = {
    name,
    label: FILTER_LABELS[name],
    hint: HINTS[name] ?? null,
    value: '',
    boxes: [],
    items: [],
  };
  if (rule.kind === 'day')
    return {
      ...base,
      kind: 'date',
      boxes: ['day', 'month', 'year'].map((part) => String(fields[`${name}-${part}`] ?? '')),
    };
  if (offered === null) {
    const kind = rule.kind === 'pence' ? 'pounds' : rule.kind === 'number' ? 'number' : 'text';
    return { ...base, kind, value: held[0] ?? '' };
  }
  // Of a person or a regime that is not offered one can still be narrowed to; a word there is not is nothing to choose.
  const isOfWords = rule.kind === 'words' || rule.kind === 'yes-or-no';
  const unknown = isOfWords
    ? []
    : held.filter((value) => value !== '' && !offered.some((option) => option.value === value));
  const all = [
    ...offered,
    ...unknown.map((value) => ({ value, text: valueAsRead(name, value, offered) })),
  ].map((option) => ({ ...option, chosen: held.includes(option.value) }));
  if (isMultiple(name)) return { ...base, kind: 'checkboxes', items: all };
  return {
    ...base,
    kind: 'select',
    items: [{ value: '', text: EMPTY_CHOICES[name] ?? 'Either', chosen: held.length === 0 }, ...all],
  };
}

/** What it says where nothing is chosen; “Either” unless it is one of these. */
const EMPTY_CHOICES: Readonly<Partial<Record<FilterName, string>>> = {
  quarter: 'Choose a quarter',
  organisation: 'All organisations',
  reviewer: 'Anybody',
  decider: 'Anybody',
  point: 'Any point',
  children: 'Not included',
  synthetic: 'Included',
};
