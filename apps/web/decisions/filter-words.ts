import {
  CATEGORY_NAMES,
  CODE_POINTS,
  CONDITION_STATUS_NAMES,
  filterRule,
  FLAG_NAMES,
  formatPounds,
  isIsoDate,
  isPence,
  kindAsRead,
  LEGACY_WORD_NAMES,
  LEGACY_WORDS,
  ROLE_NAMES,
  STATE_NAMES,
  TIME_BUCKET_NAMES,
  VERDICT_NAMES,
  wordAsRead,
  type FilterName,
  type HistoryQuestion,
} from '#domain';
import { dayInWords } from '../views/page-filters.js';
import { quarterAsRead, type FilterOptions, type Option } from './filter-options.js';

/** Filters whose words have names of their own. */
const WORD_NAMES: Readonly<Partial<Record<FilterName, Readonly<Record<string, string>>>>> = {
  state: STATE_NAMES,
  category: CATEGORY_NAMES,
  timeTaken: TIME_BUCKET_NAMES,
  verdict: VERDICT_NAMES,
  conditionStatus: CONDITION_STATUS_NAMES,
  flags: FLAG_NAMES,
  legacy: LEGACY_WORD_NAMES,
};

function optionsOf(names: Readonly<Record<string, string>>, words: readonly string[]): readonly Option[] {
  return words.map((word) => ({ value: word, text: names[word] ?? wordAsRead(word) }));
}

const YES_OR_NO: readonly Option[] = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
];

/** What a filter offers to choose from; `null` where it is written. */
export function offeredBy(
  name: FilterName,
  question: HistoryQuestion,
  options: FilterOptions,
  words: readonly string[],
): readonly Option[] | null {
  switch (name) {
    case 'organisation':
      return options.organisations;
    case 'reviewer':
      return options.reviewers;
    case 'decider':
      return options.deciders;
    case 'regime':
      return options.regimes;
    case 'rating':
      return options.ratings;
    case 'route':
      return options.routes;
    case 'component':
      return options.components;
    case 'quarter':
      return options.quarters;
    case 'point':
      return CODE_POINTS.map(({ number, title }) => ({
        value: String(number),
        text: `${String(number)}. ${title}`,
      }));
    case 'kinds':
      return question.kinds.map((kind) => ({ value: kind, text: kindAsRead(kind) }));
    case 'legacy':
      return optionsOf(LEGACY_WORD_NAMES, LEGACY_WORDS);
    case 'outcome':
      return optionsOf(STATE_NAMES, words);
    case 'role':
      return words.map((word) => ({ value: word, text: wordAsRead(ROLE_NAMES[word as 'decider']) }));
    case 'state':
    case 'category':
    case 'timeTaken':
    case 'verdict':
    case 'conditionStatus':
    case 'flags':
      return optionsOf(WORD_NAMES[name] ?? {}, words);
    case 'synthetic':
      return [
        { value: 'true', text: 'Only demonstration data' },
        { value: 'false', text: 'None of it' },
      ];
    case 'children':
    case 'overridden':
    case 'autonomy':
    case 'mandatoryNotMet':
    case 'approvedLess':
    case 'possibleSplit':
    case 'targetBreached':
    case 'targetOverdue':
    case 'inForce':
      return YES_OR_NO;
    case 'case':
    case 'from':
    case 'to':
    case 'version':
    case 'minRequestedPence':
    case 'maxRequestedPence':
    case 'minApprovedPence':
    case 'maxApprovedPence':
    case 'overdueOn':
    case 'submittedFrom':
    case 'submittedTo':
    case 'nearThreshold':
    case 'text':
    case 'title':
      return null;
  }
}

/** One value of a filter as people read it. */
export function valueAsRead(name: FilterName, value: string, offered: readonly Option[] | null): string {
  const chosen = offered?.find((option) => option.value === value);
  if (chosen !== undefined) return chosen.text;
  const { kind } = filterRule(name);
  switch (kind) {
    case 'day':
      return isIsoDate(value) ? dayInWords(value) : value;
    case 'pence': {
      const pence = Number(value);
      return isPence(pence) ? formatPounds(pence) : value;
    }
    case 'quarter':
      return quarterAsRead(value);
    case 'person':
      return 'Somebody else';
    case 'number':
      return name === 'nearThreshold' ? `${value} per cent` : value;
    case 'reference':
    case 'id':
    case 'words':
    case 'regime-words':
    case 'component-words':
    case 'yes-or-no':
    case 'text':
      return value;
  }
}
