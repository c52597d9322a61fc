import {
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  COMPONENT_USE_NAMES,
  CONDITION_STATUS_NAMES,
  kindAsRead,
  ROLE_NAMES,
  STATE_NAMES,
  VERDICT_NAMES,
  secondsColumn,
  CASE_STATES,
  wordAsRead,
  type ColumnType,
  type HistoryColumn,
} from '#domain';
import { dayInWords, instantInWords, pounds } from '../views/page-filters.js';
import { pointAsRead } from './filter-words.js';

type Names = Readonly<Record<string, string>>;

/** Names of the words some columns hold. */
const NAMES_IN: Readonly<Record<string, Names>> = {
  outcome: STATE_NAMES,
  recommendedOutcome: STATE_NAMES,
  state: STATE_NAMES,
  stateThen: STATE_NAMES,
  fromState: STATE_NAMES,
  toState: STATE_NAMES,
  decidedRole: ROLE_NAMES,
  role: ROLE_NAMES,
  settledRole: ROLE_NAMES,
  verdict: VERDICT_NAMES,
  selfAssessment: VERDICT_NAMES,
  category: CATEGORY_NAMES,
  commercialApproach: COMMERCIAL_APPROACH_NAMES,
  status: CONDITION_STATUS_NAMES,
  use: COMPONENT_USE_NAMES,
};

/** Columns of single words that have no list of names, and read well enough. */
const WORDS: ReadonlySet<string> = new Set(['clockState', 'ruling', 'audience', 'rating', 'computedRating']);

/** Routes by their ids; those of a regime of its own read well enough as words. */
const ROUTES: Names = { 'gds-assurance': 'GDS Assurance' };

const SECONDS_OF_MINUTE = 60;
const SECONDS_OF_HOUR = 3_600;
const SECONDS_OF_DAY = 86_400;

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}

/** `3 days 4 hours` of seconds; the two largest units. */
export function durationInWords(seconds: number): string {
  const days = Math.floor(seconds / SECONDS_OF_DAY);
  const hours = Math.floor((seconds % SECONDS_OF_DAY) / SECONDS_OF_HOUR);
  const minutes = Math.floor((seconds % SECONDS_OF_HOUR) / SECONDS_OF_MINUTE);
  if (days > 0)
    return hours === 0 ? counted(days, 'day') : `${counted(days, 'day')} ${counted(hours, 'hour')}`;
  if (hours > 0)
    return minutes === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(minutes, 'minute')}`;
  return minutes > 0 ? counted(minutes, 'minute') : counted(Math.floor(seconds), 'second');
}

/** A list or an object in lines a person can read: nothing of it is left out. */
export function nestedInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    return value.map(nestedInWords).join(isFlat ? ', ' : '\n');
  }
  if (typeof value === 'object')
    return (
      Object.entries(value)
        // What only programs know things by says nothing to people.
        .filter(([name]) => !/^id$|Id$/.test(name))
        .map(([name, item]) => `${headingOf(name)}: ${nestedInWords(item)}`)
        .join('; ')
    );
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? textInWords(value) : JSON.stringify(value);
}

/** A text within a list, where its kind is not told beside it: an instant, a day, or any other. */
function textInWords(text: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return instantInWords(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dayInWords(text) : text;
}

/** A value of a row as people read it; nothing for nothing. */
export function valueInWords({ name, type }: Pick<HistoryColumn, 'name' | 'type'>, value: unknown): string {
  if (value === null || value === undefined) return '';
  return ofType(name, type, value);
}

function ofType(name: string, type: ColumnType, value: unknown): string {
  switch (type) {
    case 'pence':
      return pounds(value);
    case 'pounds':
      return pounds(Math.round(Number(value) * 100));
    case 'instant':
      return instantInWords(value);
    case 'date':
      return dayInWords(value);
    case 'yes-or-no':
      return value === true ? 'Yes' : 'No';
    case 'json':
      return Array.isArray(value) && value.length === 0 ? '' : nestedInWords(value);
    case 'integer':
    case 'number':
      if (name === 'point') return pointAsRead(value);
      return name.endsWith('Seconds')
        ? durationInWords(Number(value))
        : Number(value).toLocaleString('en-GB');
    case 'text':
    case 'id':
      return wordIn(name, String(value));
  }
}

function wordIn(name: string, value: string): string {
  if (name === 'kind' || name === 'type') return kindAsRead(value);
  if (name === 'targetsBreached') return value.split(',').map(wordAsRead).join(', ');
  const names = NAMES_IN[name];
  if (names !== undefined) return names[value] ?? value;
  if (name === 'route') return ROUTES[value] ?? wordAsRead(value);
  return WORDS.has(name) ? wordAsRead(value) : value;
}

/** Headings that the name of a column does not make by itself. */
const HEADINGS: Names = {
  by: 'By',
  at: 'When',
  requestedPence: 'Requested',
  approvedPence: 'Approved',
  reducedByPence: 'Reduced by',
  amountRequested: 'Requested',
  amountApproved: 'Approved',
  dueOn: 'Due',
  ownerName: 'Owner',
  targetsBreached: 'Targets missed',
  clockState: 'Clock',
  stateThen: 'State then',
  state: 'State now',
  kind: 'What happened',
  type: 'What happened',
  mandatoryYetApproved: 'Mandatory, yet approved',
  redUnfundedYetApproved: 'Red-rated and unfunded, yet approved',
  submittedAt: 'First submitted',
  computedRating: 'Rating by its answers',
  rating: 'Rated',
  enteredVersion: 'Submitted in version',
  synthetic: 'Demonstration data',
  stoppedSeconds: 'Time the clock was stopped',
  asAt: 'Worked out at',
  sequence: 'Number of the event',
  role: 'In the role of',
  version: 'Submitted version',
  createdAt: 'Started',
  decidedInSource: 'Decided elsewhere by',
  supersedesNumber: 'Takes the place of decision number',
  superseded: 'A later decision took its place',
  inForce: 'Its decision stands',
  overdueAsOf: 'Overdue on',
  evidenceGiven: 'Times evidence was given',
  explanation: 'Explanation',
  isLegacy: 'Legacy, by the framework',
  measuredPence: 'Amount compared with the threshold',
  percentBelow: 'Below the threshold, in per cent',
  possibleSplit: 'Possible split of a purchase',
  possibleSplitWith: 'Possible split with',
  retrospective: 'Committed before approval',
  payload: 'Details',
  fromState: 'State before',
  toState: 'State after',
  autonomyLevels: 'Levels of earned autonomy',
  coveredBy: 'What made it good',
  ...Object.fromEntries(
    CASE_STATES.map((state) => [secondsColumn(state), `Time as “${STATE_NAMES[state]}”`]),
  ),
};

/** What stands above a column: “Decided by” of `decidedBy`. */
export function headingOf(name: string): string {
  const spaced = name.replace(/Pence$/, '').replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return HEADINGS[name] ?? wordAsRead(spaced);
}
