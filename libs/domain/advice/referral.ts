import { STATE_NAMES, type CaseState } from '../lifecycle/states.js';
import { isAdvice } from './advice-words.js';

/**
 * What emails tell of where a case is. Of a question that was sent on, everybody who is told of it reads the same, also
 * who is told that it was asked.
 */
export function statusTold(state: CaseState, sentOn: boolean): string {
  return isAdvice(state) && sentOn ? 'Sent to the Crown Commercial Service' : STATE_NAMES[state];
}

/** What a question is sent on with. */
export interface QuestionToRefer {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly asker: { readonly name: string; readonly email: string } | null;
  /** What the department wrote, in order. */
  readonly questions: readonly string[];
  /** What GDS Assurance says with it; `null` where nothing. */
  readonly note: string | null;
}

/** The email by which a question is sent to the Crown Commercial Service, word for word as who asked it is shown it. */
export function referralText(question: QuestionToRefer): string {
  const { reference, title, organisation, asker, questions, note } = question;
  return [
    'A department has a question about buying through frameworks, which the Crown Commercial Service answers.',
    [
      `From: ${asker === null ? organisation : `${asker.name}, ${organisation}`}`,
      ...(asker === null ? [] : [`Answer to: ${asker.email}`]),
      `Reference: ${reference}`,
    ].join('\n'),
    `${title}\n\n${questions.join('\n\n')}`,
    ...(note === null ? [] : [`GDS Assurance says with it:\n${note}`]),
  ].join('\n\n');
}
