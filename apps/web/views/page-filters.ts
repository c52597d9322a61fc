import {
  AUDIENCE_NAMES,
  CATEGORY_NAMES,
  codePoint,
  COMMERCIAL_APPROACH_NAMES,
  CONDITION_KIND_NAMES,
  EMAIL_STATUS_NAMES,
  ATTEMPT_OUTCOME_NAMES,
  DELIVERY_STATUS_NAMES,
  EVENT_NAMES,
  WEBHOOK_CHANGE_NAMES,
  EXCEPTION_RULING_NAMES,
  EXTERNAL_OUTCOME_NAMES,
  FLAG_NAMES,
  formatPounds,
  inSentenceCase,
  FURTHER_STEP_NAMES,
  isPence,
  PHASE_NAMES,
  POINT_NUMBERS,
  RECIPIENT_NAMES,
  RELATION_NAMES,
  REVIEW_DEPTH_NAMES,
  RISK_ZONE_NAMES,
  ROLE_NAMES,
  STATE_NAMES,
  VERDICT_NAMES,
  type PointNumber,
  type ConditionStatus,
  type WebhookFacts,
} from '#domain';
import { webhookStandingView } from '../administration/webhooks/webhook-standing-view.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { listTable } from './list-table.js';
import { inPlainWords } from './regime-words.js';
import { componentTag, CONDITION_TAGS, judgementTag, RULING_TAGS, STATE_TAGS, VERDICT_TAGS } from './tags.js';

const LONDON = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

function instantOf(value: unknown): Date | null {
  if (value instanceof Date) return value;
  return typeof value === 'string' && value !== '' ? new Date(value) : null;
}

/** `1 April 2026`, of an ISO date or an instant, in United Kingdom time; nothing for nothing. */
export function dayInWords(value: unknown): string {
  const instant = instantOf(value);
  return instant === null ? '' : DAY.format(instant);
}

/** `2:30pm`, as GOV.UK writes times: midday and midnight in words, no nought minutes. */
export function timeInWords(value: unknown): string {
  const instant = instantOf(value);
  if (instant === null) return '';
  const parts = Object.fromEntries(TIME.formatToParts(instant).map(({ type, value: text }) => [type, text]));
  const { hour = '', minute = '', dayPeriod = '' } = parts;
  const half = dayPeriod.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (minute === '00' && Number(hour) % 12 === 0) return half === 'am' ? 'midnight' : 'midday';
  return `${String(Number(hour) % 12 === 0 ? 12 : Number(hour))}${minute === '00' ? '' : `:${minute}`}${half}`;
}

/** `1 April 2026 at 2:30pm`, United Kingdom time. */
export function instantInWords(value: unknown): string {
  return instantOf(value) === null ? '' : `${dayInWords(value)} at ${timeInWords(value)}`;
}

/**
 * The instant a time runs out, to follow “by”: a London midnight is the end of the day before it, `the end of 4 March
 * 2027`; any other is said with its time.
 */
export function deadlineInWords(value: unknown): string {
  const instant = instantOf(value);
  if (instant === null) return '';
  if (timeInWords(instant) !== 'midnight') return instantInWords(instant);
  return `the end of ${dayInWords(new Date(instant.getTime() - 1))}`;
}

/** `£1,234,567` of pence; nothing for nothing. */
export function pounds(value: unknown): string {
  return isPence(value) ? formatPounds(value) : '';
}

/** `1 case`, `2 cases`. @param several what more than one are called; the word with an s unless given */
export function counted(count: unknown, one: string, several = `${one}s`): string {
  const number = Number(count);
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`;
}

/** Looks a value up in a table of names; nothing for what is not in it. */
function nameIn<Key extends string>(names: Readonly<Record<Key, string>>): (value: unknown) => string {
  return (value) => (typeof value === 'string' && value in names ? names[value as Key] : '');
}

/** A phrase as the beginning of a sentence; the rest of it stays as it is. */
export function firstCapital(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pointTitle(value: unknown): string {
  return POINT_NUMBERS.includes(value as PointNumber) ? codePoint(value as PointNumber).title : '';
}

/** What is wrong with a field, as the GOV.UK components take it. */
function problemOf(problems: unknown, field: string): { readonly text: string } | undefined {
  const found = ((problems ?? []) as readonly ShownProblem[]).find((problem) => problem.field === field);
  return found === undefined ? undefined : { text: found.text };
}

type Filter = (value: unknown, ...rest: never[]) => unknown;

/** What templates may do to values. */
export const PAGE_FILTERS: Readonly<Record<string, Filter>> = {
  day: dayInWords,
  time: timeInWords,
  instant: instantInWords,
  deadline: deadlineInWords,
  pounds,
  counted: counted,
  grouped: (value) => Number(value).toLocaleString('en-GB'),
  sentenceCase: (value) => (typeof value === 'string' ? inSentenceCase(value) : ''),
  stateName: nameIn(STATE_NAMES),
  verdictName: nameIn(VERDICT_NAMES),
  roleName: nameIn(ROLE_NAMES),
  recipientName: nameIn(RECIPIENT_NAMES),
  emailStatusName: nameIn(EMAIL_STATUS_NAMES),
  categoryName: nameIn(CATEGORY_NAMES),
  phaseName: nameIn(PHASE_NAMES),
  approachName: nameIn(COMMERCIAL_APPROACH_NAMES),
  flagName: nameIn(FLAG_NAMES),
  audienceName: nameIn(AUDIENCE_NAMES),
  eventName: nameIn(EVENT_NAMES),
  deliveryName: nameIn(DELIVERY_STATUS_NAMES),
  webhookStanding: (webhook) => webhookStandingView(webhook as WebhookFacts),
  attemptName: nameIn(ATTEMPT_OUTCOME_NAMES),
  webhookChangeName: nameIn(WEBHOOK_CHANGE_NAMES),
  rulingName: nameIn(EXCEPTION_RULING_NAMES),
  zoneName: nameIn(RISK_ZONE_NAMES),
  externalOutcomeName: nameIn(EXTERNAL_OUTCOME_NAMES),
  relationName: nameIn(RELATION_NAMES),
  stepName: nameIn(FURTHER_STEP_NAMES),
  firstCapital,
  plainWords: (value) => (typeof value === 'string' ? inPlainWords(value) : ''),
  depthName: nameIn(REVIEW_DEPTH_NAMES),
  pointTitle,
  problemOf: problemOf,
  listTable,
  componentTag,
  stateTag: (value) => STATE_TAGS[value as keyof typeof STATE_TAGS],
  verdictTag: (value) => VERDICT_TAGS[value as keyof typeof VERDICT_TAGS],
  rulingTag: (value) => RULING_TAGS[value as keyof typeof RULING_TAGS],
  conditionKind: nameIn(CONDITION_KIND_NAMES),
  judgementTag: (value) => judgementTag(value as ConditionStatus),
  conditionTag: (value) => CONDITION_TAGS[value as keyof typeof CONDITION_TAGS],
};

/** Words templates may use. */
export const PAGE_WORDS: Readonly<Record<string, unknown>> = {
  serviceName: 'Spend control cases',
  /** Attributes of the one field of a page the keyboard goes on from, as where a row was added; works without scripts. */
  focusHere: (isHere: unknown) => ({ autofocus: { value: isHere === true, optional: true } }),
};
