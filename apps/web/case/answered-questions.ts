import { standingQuestions, type ContentDifference, type StandingQuestion } from '#domain';
import type { AnswerText, CommentText, ReturnText } from './case-texts.js';
import { answeredReturns, wordsOnReturn, type AnsweredReturn } from './point-views.js';

/** A question of a return, with what the department said of its point in words since. */
export interface QuestionInWords extends StandingQuestion {
  readonly inWords: readonly CommentText[];
}

/** A return with how far each of its questions was answered. */
export interface ReturnInWords extends AnsweredReturn {
  readonly questions: readonly QuestionInWords[];
}

/**
 * How far the questions of a return have been answered.
 * @param difference from what was returned to what the case says now, or said when it came again
 * @param until the next return, which later words answer; `null` where there is none
 */
export function questionsInWords(
  asked: Pick<ReturnText, 'points' | 'returnedAt'>,
  difference: Pick<ContentDifference, 'points'>,
  comments: readonly CommentText[],
  until: string | null = null,
): readonly QuestionInWords[] {
  const said = wordsOnReturn(comments, { returnedAt: asked.returnedAt, until });
  const answered = said.flatMap(({ point }) => (point === null ? [] : [point]));
  return standingQuestions(asked.points, difference, answered).map((one) => ({
    ...one,
    inWords: said.filter(({ point }) => point === one.point),
  }));
}

/** Returns, which are given oldest first, with their answers and how far each question was answered, latest first. */
export function returnsInWords(
  returns: readonly ReturnText[],
  answers: readonly AnswerText[],
  comments: readonly CommentText[],
  difference: Pick<ContentDifference, 'points'>,
): readonly ReturnInWords[] {
  return answeredReturns(returns, answers).map((one) => {
    const next = returns.find(({ sequence }) => sequence > one.sequence);
    return { ...one, questions: questionsInWords(one, difference, comments, next?.returnedAt ?? null) };
  });
}
