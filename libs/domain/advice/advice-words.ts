import type { CaseState } from '../lifecycle/states.js';

/** States of a request for advice, which is a case that asks for words and not for money. */
export const ADVICE_STATES = [
  'advice-asked',
  'advice-answered',
  'advice-closed',
] as const satisfies readonly CaseState[];
export type AdviceState = (typeof ADVICE_STATES)[number];

/** Those in which somebody still waits for something. */
export const OPEN_ADVICE_STATES = [
  'advice-asked',
  'advice-answered',
] as const satisfies readonly AdviceState[];

/** Whether a case in a state is a request for advice. */
export function isAdvice(state: CaseState): state is AdviceState {
  return (ADVICE_STATES as readonly CaseState[]).includes(state);
}

/** What a message of a thread is. */
export const ADVICE_MESSAGE_KINDS = ['question', 'answer', 'referral', 'closure'] as const;
export type AdviceMessageKind = (typeof ADVICE_MESSAGE_KINDS)[number];

/** What people read for each. */
export const ADVICE_MESSAGE_NAMES: Readonly<Record<AdviceMessageKind, string>> = {
  question: 'Question',
  answer: 'Answer',
  referral: 'Sent to the Crown Commercial Service',
  closure: 'Closed',
};

/**
 * Why guidance is no longer published: GDS Assurance took it back, or the question it was made of was marked, which takes
 * it down from every department.
 */
export const GUIDANCE_ENDS = ['taken-back', 'marked'] as const;
export type GuidanceEnd = (typeof GUIDANCE_ENDS)[number];

/** How a request for advice can end. */
export const ADVICE_OUTCOMES = ['answered', 'referred', 'no-longer-needed', 'could-not-be-answered'] as const;
export type AdviceOutcome = (typeof ADVICE_OUTCOMES)[number];

/** What people read for each. */
export const ADVICE_OUTCOME_NAMES: Readonly<Record<AdviceOutcome, string>> = {
  answered: 'Answered',
  referred: 'Referred to the Crown Commercial Service',
  'no-longer-needed': 'No longer needed',
  'could-not-be-answered': 'Could not be answered',
};
