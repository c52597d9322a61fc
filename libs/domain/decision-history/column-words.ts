import { COMPONENT_USE_NAMES } from '../components/component-answers.js';
import { CATEGORY_NAMES, COMMERCIAL_APPROACH_NAMES, VERDICT_NAMES } from '../case/case-words.js';
import { CONDITION_KIND_NAMES } from '../after-decision/promises.js';
import { SPEND_STANDING_NAMES } from '../after-decision/spend-standing.js';
import { CONDITION_STATUS_NAMES } from '../case/review-words.js';
import { POINT_NUMBERS } from '../case/case-content.js';
import { codePoint } from '../code-of-practice/points.js';
import { SPEND_STATES, STATE_NAMES } from '../lifecycle/states.js';
import { ROLE_NAMES } from '../lifecycle/roles.js';
import { formatPounds, isPence } from '../money/pence.js';
import { kindAsRead, wordAsRead } from './history-words.js';
import { secondsColumn } from './questions-of-cases.js';

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
  use: COMPONENT_USE_NAMES,
  status: CONDITION_STATUS_NAMES,
  conditionKind: CONDITION_KIND_NAMES,
  spendStanding: SPEND_STANDING_NAMES,
};

/** Columns of single words that have no list of names, and read well enough. */
const WORDS: ReadonlySet<string> = new Set([
  'clockState',
  'ruling',
  'audience',
  'rating',
  'computedRating',
  'dayKind',
]);

/** Routes by their ids; those of a regime of its own read well enough as words. */
const ROUTES: Names = { 'gds-assurance': 'GDS Assurance' };

/** What people read for a point of the code: `5. Use cloud first`. */
export function pointAsRead(value: unknown): string {
  const number = POINT_NUMBERS.find((point) => point === value);
  return number === undefined ? '' : `${String(number)}. ${codePoint(number).title}`;
}

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

/** How instants (ISO, UTC) and days (ISO) are written where something is read. */
export interface MomentWords {
  instant(iso: string): string;
  day(iso: string): string;
}

/** A list or an object in lines a person can read: nothing of it is left out but what only programs know things by. */
export function nestedInWords(value: unknown, moments: MomentWords): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    return value.map((item) => nestedInWords(item, moments)).join(isFlat ? ', ' : '\n');
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => !/^id$|Id$/.test(name))
      .map(([name, item]) => `${headingOf(name)}: ${memberInWords(name, item, moments)}`)
      .join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? textInWords(value, moments) : JSON.stringify(value);
}

function memberInWords(name: string, item: unknown, moments: MomentWords): string {
  if (name.endsWith('Pence') && isPence(item)) return formatPounds(item);
  return nestedInWords(typeof item === 'string' && item !== '' ? wordOf(name, item) : item, moments);
}

/** A text within a list, where its kind is not told beside it: an instant, a day, or any other. */
function textInWords(text: string, moments: MomentWords): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return moments.instant(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? moments.day(text) : text;
}

/** Whether the amount of a row is not there because its request was turned down, and not because nobody decided. */
export function isNothingApproved(column: string, row: Readonly<Record<string, unknown>>): boolean {
  return column === 'approvedPence' && row['outcome'] === 'not-approved';
}

/** What people read for the word of a column; what people wrote themselves is left as it is. */
export function wordOf(name: string, value: string): string {
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
  spentPence: 'Spent so far',
  spendStanding: 'Spent against approved',
  overspentPence: 'Spent above the approval',
  spendReportedAt: 'Spend last reported',
  spendReportOverdue: 'Spend report overdue',
  spendFinal: 'Amounts spent are final',
  spendEndedOn: 'Spending ended',
  dueOn: 'Due',
  conditionKind: 'Imposed or promised',
  ownerName: 'Owner',
  targetsBreached: 'Targets missed',
  clockState: 'Clock',
  stateThen: 'Status then',
  state: 'Status now',
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
  supersededByNumber: 'Superseded by decision number',
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
  fromState: 'Status before',
  toState: 'Status after',
  autonomyLevels: 'Levels of earned autonomy',
  coveredBy: 'What made it good',
  ...Object.fromEntries(
    SPEND_STATES.map((state) => [secondsColumn(state), `Time as “${STATE_NAMES[state]}”`]),
  ),
};

/** What stands above a column: “Decided by” of `decidedBy`. */
export function headingOf(name: string): string {
  const spaced = name.replace(/Pence$/, '').replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return HEADINGS[name] ?? wordAsRead(spaced);
}
