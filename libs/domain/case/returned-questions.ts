import type { ReturnedPoint } from '../decision-log/events.js';
import type { PointNumber } from './case-content.js';
import type { ContentDifference } from './difference.js';

/**
 * How far a question of a return has been answered: not yet; by what the department now says of the point; or in words,
 * beside a point that stands as it was.
 */
export type QuestionStanding = 'open' | 'changed' | 'answered-in-words';

/** A question of a return with how far it has been answered. */
export interface StandingQuestion extends ReturnedPoint {
  readonly standing: QuestionStanding;
}

/**
 * How far the questions of a return have been answered. Saving a point without changing it answers nothing. This
 * service's own rule.
 * @param difference from the version that was returned to what the case says now
 * @param answeredInWords points on which the department has said something since
 */
export function standingQuestions(
  asked: readonly ReturnedPoint[],
  difference: Pick<ContentDifference, 'points'>,
  answeredInWords: readonly PointNumber[],
): readonly StandingQuestion[] {
  const changed = new Set(difference.points.map(({ point }) => point));
  return asked.map(({ point, question }) => ({
    point,
    question,
    standing: changed.has(point) ? 'changed' : answeredInWords.includes(point) ? 'answered-in-words' : 'open',
  }));
}
