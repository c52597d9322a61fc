import type { AdviceOfCase, AdviceMessage } from '#persistence';
import type { AdviceInQueue, AdviceOpened } from '#casework';
import {
  ADVICE_MESSAGE_NAMES,
  ADVICE_OUTCOME_NAMES,
  ADVICE_SUBJECT_WORDS,
  ADVICE_SUBJECTS,
  codePoint,
  POINT_NUMBERS,
  type CaseAction,
  type PointNumber,
} from '#domain';
import { fileView, type FileView } from '../attachments/file-views.js';
import { dayInWords } from '../views/page-filters.js';

/** A message as pages show it. */
export interface MessageView extends Omit<AdviceMessage, 'attachments' | 'outcome'> {
  readonly what: string;
  readonly outcome: string | null;
  readonly files: readonly FileView[];
}

/** Messages of a thread. */
export function messageViews(messages: readonly AdviceMessage[], reference: string): readonly MessageView[] {
  return messages.map(({ attachments, outcome, ...message }) => ({
    ...message,
    what: ADVICE_MESSAGE_NAMES[message.kind],
    outcome: outcome === null ? null : ADVICE_OUTCOME_NAMES[outcome],
    files: attachments.map((file) => fileView(file, reference, file.status)),
  }));
}

/** A row of the list of questions. */
export interface AdviceRow extends Omit<AdviceInQueue, 'subject' | 'outcome' | 'adviser'> {
  readonly subject: string;
  readonly outcome: string | null;
  readonly adviser: string | null;
  /** Last day on which a first answer is in time, in words; nothing where none is due. */
  readonly dueOn: string;
}

/** Questions as rows. */
export function adviceRows(items: readonly AdviceInQueue[]): readonly AdviceRow[] {
  return items.map((one) => ({
    ...one,
    subject: ADVICE_SUBJECT_WORDS[one.subject].name,
    outcome: one.outcome === null ? null : ADVICE_OUTCOME_NAMES[one.outcome],
    adviser: one.adviser?.name ?? null,
    dueOn: lastDayBefore(one.firstAnswerDueAt),
  }));
}

/** The day that ends at a midnight, in words. */
export function lastDayBefore(midnight: string | Date | null): string {
  return midnight === null ? '' : dayInWords(new Date(new Date(midnight).getTime() - 1));
}

/** What a reader can do with a question, by the name of the action. */
export function mayOf({ actions }: AdviceOpened): Readonly<Partial<Record<CaseAction, boolean>>> {
  return Object.fromEntries(actions.map(({ action, allowed }) => [action, allowed]));
}

/** Answers of the field that asks for a subject. */
export const SUBJECT_CHOICES = ADVICE_SUBJECTS.map((value) => ({
  value,
  text: ADVICE_SUBJECT_WORDS[value].name,
  hint: ADVICE_SUBJECT_WORDS[value].hint,
}));

/** The same of a field that narrows a list. */
export const SUBJECT_OPTIONS = [
  { value: '', text: 'Any subject' },
  ...SUBJECT_CHOICES.map(({ value, text }) => ({ value, text })),
];

/** Answers of a field that asks for a point. @param none what stands for no point */
export function pointChoices(none: string): readonly { readonly value: string; readonly text: string }[] {
  return [
    { value: '', text: none },
    ...POINT_NUMBERS.map((point) => ({ value: String(point), text: `${point}. ${codePoint(point).title}` })),
  ];
}

/** What was advised on a case, as pages show it beside a point. */
export interface AdvisedView extends Omit<AdviceOfCase, 'messages' | 'subject'> {
  readonly subject: string;
  readonly messages: readonly MessageView[];
}

/** What was advised on a point of a case, with what was advised on the case as a whole. */
export function advisedOn(advised: readonly AdviceOfCase[], point: PointNumber): readonly AdvisedView[] {
  return advised
    .filter((one) => one.point === null || one.point === point)
    .map((one) => ({
      ...one,
      subject: ADVICE_SUBJECT_WORDS[one.subject].name,
      messages: messageViews(one.messages, one.reference),
    }));
}
