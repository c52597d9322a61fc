import {
  QUESTION_NAMES,
  type HistoryQuestion,
  type QuestionElsewhere,
  type QuestionName,
} from './question.js';
import { QUESTIONS_OF_CASES } from './questions-of-cases.js';
import { QUESTIONS_OF_DECISIONS } from './questions-of-decisions.js';
import { QUESTIONS_OF_EVENTS } from './questions-of-events.js';

const QUESTIONS = new Map(
  [...QUESTIONS_OF_DECISIONS, ...QUESTIONS_OF_CASES, ...QUESTIONS_OF_EVENTS].map((one) => [one.name, one]),
);

function isQuestionName(name: string): name is QuestionName {
  return (QUESTION_NAMES as readonly string[]).includes(name);
}

/** The question of a name. @throws RangeError when it is in no list above: a mistake in this program */
export function historyQuestion(name: QuestionName): HistoryQuestion {
  const found = QUESTIONS.get(name);
  if (found === undefined) throw new RangeError(`There is no question ${name}`);
  return found;
}

/** The question somebody names; `null` when there is none. */
export function findHistoryQuestion(name: string): HistoryQuestion | null {
  return isQuestionName(name) ? historyQuestion(name) : null;
}

/** Every question asked here. */
export const HISTORY_QUESTIONS: readonly HistoryQuestion[] = QUESTION_NAMES.map(historyQuestion);

/** Those of the fifteen that have an address of their own. */
export const QUESTIONS_ELSEWHERE: readonly QuestionElsewhere[] = [
  {
    answers: [1],
    question: 'How did the case stand at any instant?',
    address: '/api/v1/cases/{reference}/as-it-stood?at={instant}',
  },
  {
    answers: [14],
    question: 'Was the history altered?',
    address: '/api/v1/decision-log',
  },
  {
    answers: [15],
    question: 'Who looked at what?',
    address: '/api/v1/access-records',
  },
];
