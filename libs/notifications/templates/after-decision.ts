import { formatPounds, type Recipient } from '#domain';
import { outcomeName } from './in-review.js';
import { formatDay } from './days-in-words.js';
import { byRole, conditionList, given, type Template } from './letter.js';
import type { NoticeParameters } from './notice-parameters.js';

/** There is a decision. */
export const decided: Template = (parameters) => {
  const outcome = outcomeName(parameters.outcome ?? parameters.state);
  const amounts = [
    parameters.requestedPence === null
      ? []
      : [`Amount requested: ${formatPounds(parameters.requestedPence)}`],
    parameters.approvedPence === null ? [] : [`Amount approved: ${formatPounds(parameters.approvedPence)}`],
  ].flat();
  return {
    headline: lowerFirst(outcome),
    paragraphs: [
      `A decision on “${parameters.title}” was made${byRole(parameters)}.`,
      parameters.replaces
        ? 'This decision replaces the earlier one. Conditions of the earlier decision no longer have to be met; only those listed here do.'
        : null,
      [`Decision: ${outcome}`, ...amounts].join('\n'),
      given('Why', parameters.reason),
      conditionList(parameters.conditions),
      promiseList(parameters.promises),
      `What you need to do next: ${afterDecision(parameters)}`,
    ],
  };
};

function promiseList(promises: NoticeParameters['promises']): string | null {
  if (promises.length === 0) return null;
  const lines = promises.map(({ text, dueOn }) => `${text}\nDue: ${formatDay(dueOn)}`);
  return ['Promised in the legacy exceptions, and followed like conditions:', ...lines].join('\n\n');
}

function afterDecision({ conditions, approvedPence, recipientPart }: NoticeParameters): string {
  const first = conditions
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(0);
  if (recipientPart === 'named-reviewer')
    return first === undefined
      ? 'nothing; the review is done.'
      : 'nothing now. You will be emailed when evidence for a condition comes in.';
  if (first !== undefined)
    return recipientPart === 'condition-owner'
      ? `meet the conditions you own, and have the evidence entered in the case, each by the date it is due. The first is due on ${formatDay(first)}.`
      : `enter evidence for each condition in the case by the date it is due. The first is due on ${formatDay(first)}.`;
  if (approvedPence !== null)
    return 'nothing in this service. Spending above the amount approved needs a new case before the money is committed.';
  return 'do not commit the money. You can create a new case that meets the reasons given.';
}

/** The department says that a condition is met. */
export const conditionEvidenceSubmitted: Template = (parameters) => ({
  headline: 'evidence for a condition submitted',
  paragraphs: [
    `Evidence that a condition of “${parameters.title}” is met was submitted${byRole(parameters)}.`,
    conditionSaid(parameters),
    'What you need to do next: read the evidence, then confirm that the condition is met or send it back with a reason.',
  ],
});

/** A condition was met, waived or sent back. */
export const conditionChanged: Template = (parameters) => {
  const change = CHANGES[parameters.status ?? ''] ?? SENT_BACK;
  return {
    headline: change.headline,
    paragraphs: [
      `${change.sentence} (“${parameters.title}”). This was recorded${byRole(parameters)}.`,
      conditionSaid(parameters),
      given('Reason', parameters.reason),
      change.next(parameters),
    ],
  };
};

interface ConditionChange {
  readonly headline: string;
  readonly sentence: string;
  next(parameters: NoticeParameters): string;
}

const NOTHING_TO_DO = 'You do not need to do anything more about this condition.';
const SENT_BACK: ConditionChange = {
  headline: 'evidence for a condition sent back',
  sentence: 'The evidence for a condition was not enough, and the condition is open again',
  next: ({ dueOn, recipientPart }) =>
    `What you need to do next: ${evidenceBy(recipientPart)}${dueOn === null ? ', as soon as you can' : ` by ${formatDay(dueOn)}`}.`,
};

const MET: ConditionChange = {
  headline: 'condition met',
  sentence: 'A condition is met',
  next: () => NOTHING_TO_DO,
};
const WAIVED: ConditionChange = {
  headline: 'condition waived',
  sentence: 'A condition was waived: it no longer has to be met',
  next: () => NOTHING_TO_DO,
};
const NOT_MET: ConditionChange = {
  headline: 'promise not met',
  sentence: 'GDS Assurance concluded that something you promised was not met',
  next: () =>
    'You will not be reminded of it any more. It stays on record as not met. If it is met after all, say so in a comment on the case.',
};

/** By the status it came to; emails that were queued before say it in the words people read. */
const CHANGES: Readonly<Record<string, ConditionChange | undefined>> = {
  met: MET,
  Met: MET,
  'not-met': NOT_MET,
  waived: WAIVED,
  Waived: WAIVED,
  open: SENT_BACK,
};

/** A condition has reached the day it is due, or passed it, and is still open. */
export const conditionDue: Template = (parameters) => ({
  headline: 'a condition is due',
  paragraphs: [
    `A condition of the approval of “${parameters.title}” is still open, and its due date${
      parameters.dueOn === null ? '' : `, ${formatDay(parameters.dueOn)},`
    } has come.`,
    conditionSaid(parameters),
    `What you need to do next: ${evidenceBy(parameters.recipientPart)}, at once. From the day after its due date the condition counts as overdue.`,
  ],
});

/** What is to be done about a condition, by the reader's part. */
export function evidenceBy(part: Recipient): string {
  return part === 'condition-owner'
    ? 'meet the condition and have evidence of it entered in the case'
    : 'enter evidence in the case that the condition is met';
}

/** The condition in its own words, under a heading. */
export function conditionSaid({ conditionText }: NoticeParameters): string | null {
  return given('The condition', conditionText);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
