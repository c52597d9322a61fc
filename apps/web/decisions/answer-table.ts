import { headingOf, type HistoryColumn, type HistoryQuestion, type QuestionName } from '#domain';
import type { Tag } from '../views/tags.js';
import { CONDITION_TAGS, STATE_TAGS, VERDICT_TAGS } from '../views/tags.js';
import { withQuery } from './history-address.js';
import { valueInWords } from './value-words.js';

/** A row of an answer, name by name. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** A place of the table. */
export interface Cell {
  readonly text: string;
  readonly tag: Tag | null;
  /** A second tag, where what the first says no longer stands. */
  readonly past: Tag | null;
  readonly isAmount: boolean;
}

/** One line of all there is to a row. */
export interface RowFact {
  readonly label: string;
  readonly text: string;
  readonly link: { readonly href: string; readonly text: string } | null;
}

/** A row as the table shows it. */
export interface ShownRow {
  readonly reference: string;
  /** Of the case; `null` for a nil return, which is of none. */
  readonly href: string | null;
  readonly title: string;
  readonly organisation: string;
  readonly isSensitive: boolean;
  readonly cells: readonly Cell[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly facts: readonly RowFact[];
}

/** Columns that stand in the table; the rest is below each row. */
export const SHOWN_COLUMNS: Readonly<Record<QuestionName, readonly string[]>> = {
  decisions: ['outcome', 'requestedPence', 'approvedPence', 'spentPence', 'decidedAt', 'decidedBy'],
  'outcomes-in-period': ['kind', 'at', 'by', 'requestedPence'],
  times: ['state', 'clockState', 'stoppedSeconds', 'targetsBreached'],
  conditions: ['conditionKind', 'text', 'dueOn', 'status', 'overdue', 'ownerName'],
  registers: ['retrospective', 'breach', 'requestedPence', 'outcome'],
  'points-not-met': ['point', 'verdict', 'mandatory', 'mandatoryYetApproved', 'outcome'],
  'legacy-exceptions': ['system', 'redRated', 'funded', 'ruling', 'outcome'],
  procurement: ['directAward', 'extension', 'nearThreshold', 'possibleSplit', 'requestedPence'],
  'triage-and-autonomy': ['kind', 'at', 'by', 'computedRating', 'rating'],
  'edits-after-submission': ['type', 'part', 'at', 'by'],
  'spending-control-exceptions': ['department', 'amountRequested', 'amountApproved', 'outcome', 'approvedOn'],
  components: ['componentName', 'use', 'useReason', 'requestedPence', 'outcome'],
  events: ['sequence', 'type', 'at', 'by'],
};

const STATE_COLUMNS: ReadonlySet<string> = new Set(['outcome', 'state']);

function tagOf(column: string, value: unknown): Tag | null {
  if (typeof value !== 'string') return null;
  const tags: Readonly<Record<string, Tag>> = STATE_COLUMNS.has(column)
    ? STATE_TAGS
    : column === 'verdict'
      ? VERDICT_TAGS
      : column === 'status'
        ? CONDITION_TAGS
        : {};
  return tags[value] ?? null;
}

/** Beside what was decided that it no longer stands, and beside the status of a condition that its decision does not. */
function pastOf(column: string, { superseded, supersededByNumber, inForce }: AnswerRow): Tag | null {
  const classes = 'govuk-tag--grey';
  if (column === 'outcome' && superseded === true)
    return {
      text:
        typeof supersededByNumber === 'number'
          ? `Superseded by decision ${String(supersededByNumber)}`
          : 'No longer stands',
      classes,
    };
  return column === 'status' && inForce === false ? { text: 'Decision superseded', classes } : null;
}

/** Headings of the table, after that of the case. */
export function headingsOf(question: HistoryQuestion): readonly { text: string; isAmount: boolean }[] {
  return shownColumns(question).map(({ name, type }) => ({
    text: headingOf(name),
    isAmount: isAmount(type),
  }));
}

function shownColumns({ name, columns }: HistoryQuestion): readonly HistoryColumn[] {
  return SHOWN_COLUMNS[name].flatMap((shown) => columns.filter((column) => column.name === shown));
}

function isAmount(type: HistoryColumn['type']): boolean {
  return type === 'pence' || type === 'pounds';
}

/** @param seesAccess whether the reader may ask who looked at what */
export function shownRow(question: HistoryQuestion, row: AnswerRow, seesAccess: boolean): ShownRow {
  const reference = text(row['reference']);
  const href = reference.includes(' ') ? null : `/cases/${reference}`;
  return {
    reference,
    href,
    title: text(row['title']),
    organisation: text(row['organisation']),
    isSensitive: row['protectiveMarking'] === 'OFFICIAL-SENSITIVE',
    cells: shownColumns(question).map((column) => ({
      text: valueInWords(column, row),
      tag: tagOf(column.name, row[column.name]),
      past: pastOf(column.name, row),
      isAmount: isAmount(column.type),
    })),
    links: href === null ? [] : linksOf(href, row),
    facts: question.columns
      .filter(({ type }) => type !== 'id')
      .map((column) => factOf(column, row, seesAccess)),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Where the case stood just before what the row tells, and the proof of its event. */
function linksOf(href: string, row: AnswerRow): ShownRow['links'] {
  const links: { href: string; text: string }[] = [];
  const before = momentBefore(row);
  if (before !== null)
    links.push({ href: withQuery(`${href}/as-it-stood`, { at: before.at }), text: before.text });
  const { sequence } = row;
  if (typeof sequence === 'number')
    links.push({ href: `${href}/events/${String(sequence)}/proof`, text: 'Proof of this' });
  return links;
}

function momentBefore(row: AnswerRow): { readonly at: string; readonly text: string } | null {
  const { at, decidedAt, decidedById, decisionId } = row;
  if (typeof at === 'string') return { at: justBefore(at), text: 'The case as it stood before this' };
  // What was decided elsewhere was decided before anybody here knew of the case.
  if (typeof decidedAt !== 'string' || typeof decisionId !== 'string' || decidedById === null) return null;
  return { at: justBefore(decidedAt), text: 'The case as it stood before the decision' };
}

/** The last instant before another; the service keeps time in milliseconds. */
export function justBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

function factOf(column: HistoryColumn, row: AnswerRow, seesAccess: boolean): RowFact {
  // An id is nothing to read: it is where the name leads to.
  const personId = /^by$|By$/.test(column.name) ? row[`${column.name}Id`] : undefined;
  return {
    label: headingOf(column.name),
    text: valueInWords(column, row),
    link:
      typeof personId === 'string' && seesAccess
        ? {
            href: withQuery('/access-records', { personId }),
            text: 'What this person looked at',
          }
        : null,
  };
}
