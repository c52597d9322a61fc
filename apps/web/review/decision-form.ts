import { DECIDED_STATES, STATE_NAMES, type DecidedState, type PointNumber } from '#domain';
import { MOST_CONDITIONS } from '#edge';
import type { ConditionText } from '../case/case-texts.js';
import {
  DATE_PARTS,
  dateBoxes,
  poundsBox,
  type PostedFields,
  type PostedForm,
} from '../forms/posted-form.js';

/** Parts of one condition in a form, after `condition-<number>-`. */
const PARTS = ['text', 'point', 'ownerName', 'ownerEmail', ...DATE_PARTS.map((part) => `dueOn-${part}`)];

/** What a decision can be, as an address says it. */
export function outcomeOf(text: string): DecidedState | null {
  return DECIDED_STATES.find((state) => state === text) ?? null;
}

/** What to choose from, in the words of somebody about to choose. */
export const OUTCOMES = [
  { value: 'approved', text: 'Approve', hint: { text: 'As it is, for all or part of the amount.' } },
  {
    value: 'approved-with-conditions',
    text: 'Approve with conditions',
    hint: { text: 'Each has an owner and a date, and is followed until it is met.' },
  },
  {
    value: 'not-approved',
    text: 'Do not approve',
    hint: { text: 'Needs a reason, as every decision does.' },
  },
] as const satisfies readonly {
  readonly value: DecidedState;
  readonly text: string;
  readonly hint: object;
}[];

/** How many conditions a form shows. */
export function conditionCount(form: PostedForm): number {
  const count = Number(form.text('conditionCount'));
  return Number.isInteger(count) && count >= 1 && count <= MOST_CONDITIONS ? count : 1;
}

function fieldName(number: number, part: string): string {
  return `condition-${String(number)}-${part}`;
}

/**
 * Number of the condition the keyboard goes on from: the one that was added, or the one in the place of that which was
 * taken away; -1 where neither was asked for.
 */
export function conditionToGoOnFrom(form: PostedForm): number {
  const wanted = form.text('do');
  if (wanted === 'add') return conditionCount(form);
  const gone = /^remove-(\d+)$/.exec(wanted)?.[1];
  return gone === undefined ? -1 : Math.min(Number(gone), conditionCount(form));
}

/** The conditions of a form, as its template shows them. */
export function conditionsShown(form: PostedForm) {
  return Array.from({ length: conditionCount(form) }, (_, index) => {
    const number = index + 1;
    const value = (part: string): string => form.text(fieldName(number, part));
    return {
      number,
      text: value('text'),
      point: value('point'),
      ownerName: value('ownerName'),
      ownerEmail: value('ownerEmail'),
      day: value('dueOn-day'),
      month: value('dueOn-month'),
      year: value('dueOn-year'),
    };
  });
}

/** The conditions of a form, as the API’s request has them; what cannot be read is noted in the form. */
export function conditionsAsked(form: PostedForm) {
  return conditionsShown(form).map(({ number }) => {
    const name = (part: string): string => fieldName(number, part);
    const point = form.text(name('point'));
    return {
      text: form.textOrNull(name('text')),
      point: point === '' ? null : Number(point),
      ownerName: form.textOrNull(name('ownerName')),
      ownerEmail: form.textOrNull(name('ownerEmail')),
      dueOn: form.date(name('dueOn'), `Due date of condition ${String(number)}`),
    };
  });
}

/** The form with one more condition, or without one; the others keep their words. */
export function withConditions(fields: PostedFields, form: PostedForm, wanted: string): PostedFields {
  const count = conditionCount(form);
  if (wanted === 'add') return { ...fields, conditionCount: String(Math.min(count + 1, MOST_CONDITIONS)) };
  const gone = Number(wanted.slice('remove-'.length));
  const left = Array.from({ length: count }, (_, index) => index + 1).filter((number) => number !== gone);
  const moved = left.flatMap((from, index) =>
    PARTS.map((part) => [fieldName(index + 1, part), form.text(fieldName(from, part))] as const),
  );
  const others = Object.entries(fields).filter(([name]) => !name.startsWith('condition-'));
  return Object.fromEntries([...others, ...moved, ['conditionCount', String(Math.max(left.length, 1))]]);
}

/** The overrides that were given a reason. */
export function overridesAsked(form: PostedForm, uncovered: readonly PointNumber[]) {
  return uncovered.flatMap((point) => {
    const reason = form.textOrNull(`override-${String(point)}`);
    return reason === null ? [] : [{ point, reason }];
  });
}

/** Field of the form that shows a problem of the request. @param overridden points of the overrides, in order */
export function decisionFieldOf(
  pointer: string,
  overridden: readonly PointNumber[],
  uncovered: readonly PointNumber[],
): string {
  const [, part = '', index = '', field = ''] = pointer.split('/');
  if (part === 'overrides')
    return `override-${String(overridden[Number(index || Number.NaN)] ?? uncovered[0] ?? '')}`;
  if (part !== 'conditions') return part;
  const name = fieldName(Number(index || 0) + 1, field === '' ? 'text' : field);
  return field === 'dueOn' ? `${name}-day` : name;
}

/** The condition a field is of, to be named where a sentence does not; `null` where it is of none. */
export function conditionOfField(field: string): string | null {
  const [, number] = /^condition-(\d+)-/.exec(field) ?? [];
  return number === undefined ? null : `Condition ${number}`;
}

/** What to do about a field of the form. */
export function decisionWords(field: string): string | undefined {
  const [, number = '', part = ''] = /^condition-(\d+)-(\w+)/.exec(field) ?? [];
  switch (part) {
    case 'text':
      return `Write what condition ${number} asks`;
    case 'ownerName':
      return `Enter the name of the owner of condition ${number}`;
    case 'ownerEmail':
      return `Enter the email address of the owner of condition ${number}, like name@department.gov.uk`;
    case 'dueOn':
      return `Enter the due date of condition ${number}`;
    case 'point':
      return `Choose the point of condition ${number} from the list`;
  }
  if (field.startsWith('override-'))
    return `Give a reason for approving although point ${field.slice('override-'.length)} is not met`;
  return { reason: 'Give the reason for the decision', approvedPence: 'Enter the approved amount' }[field];
}

/** How a form begins that is to take the place of a decision: with what that one says and still asks. */
export function fieldsOfDecision(
  outcome: DecidedState,
  approvedPence: number | null,
  conditions: readonly ConditionText[],
): PostedFields {
  const open = conditions.filter(({ status }) => status === 'open' || status === 'evidence-submitted');
  if (outcome === 'not-approved') return {};
  const amount = { approvedPence: poundsBox(approvedPence) };
  if (outcome === 'approved') return amount;
  return {
    ...amount,
    conditionCount: String(Math.max(open.length, 1)),
    ...Object.fromEntries(
      open.flatMap(({ text, point, ownerName, ownerEmail, dueOn }, index) => [
        [fieldName(index + 1, 'text'), text] as const,
        [fieldName(index + 1, 'point'), point === null ? '' : String(point)] as const,
        [fieldName(index + 1, 'ownerName'), ownerName] as const,
        [fieldName(index + 1, 'ownerEmail'), ownerEmail] as const,
        ...Object.entries(dateBoxes(fieldName(index + 1, 'dueOn'), dueOn)),
      ]),
    ),
  };
}

/** What the decision is called once it is made. */
export function outcomeName(outcome: DecidedState): string {
  return STATE_NAMES[outcome];
}
